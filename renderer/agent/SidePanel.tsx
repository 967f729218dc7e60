import { X } from 'lucide-react';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import './SidePanel.css';

export interface SidePanelProps {
  readonly title: string;
  /** `null`: what is in it says it all. */
  readonly explain: string | null;
  /** What the button that hides it is called. */
  readonly hideLabel: string;
  readonly onHide: () => void;
  readonly children: ReactNode;
}

/** What slides in beside the customer's page. */
export function SidePanel({ title, explain, hideLabel, onHide, children }: SidePanelProps) {
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  // Unless what is in it has taken the focus: from here Tab goes through it, and not through the whole page before it.
  useLayoutEffect(() => {
    if (panel.current?.contains(document.activeElement) === false) panel.current.focus();
  }, []);
  return (
    <aside className="sidePanel" ref={panel} tabIndex={-1} aria-labelledby={titleId}>
      <header className="sidePanel-head">
        <h2 id={titleId} className="sidePanel-title">
          {title}
        </h2>
        <button type="button" className="sidePanel-hide" aria-label={hideLabel} onClick={onHide}>
          <X aria-hidden="true" />
        </button>
      </header>
      {explain !== null && <p className="sidePanel-explain">{explain}</p>}
      {children}
    </aside>
  );
}
