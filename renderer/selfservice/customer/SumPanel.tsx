import { useId, type ReactNode } from 'react';
import './SumPanel.css';

export interface SumPanelProps {
  readonly title: string;
  /** What it comes to, as large as a page has anything. */
  readonly sum: ReactNode;
  /** A line below it; `null`: nothing more is to be said. */
  readonly note: ReactNode | null;
}

/** The one figure that a page is about. */
export function SumPanel({ title, sum, note }: SumPanelProps) {
  const heading = useId();
  return (
    <section className="sumPanel" aria-labelledby={heading}>
      <h2 id={heading} className="sumPanel-title">
        {title}
      </h2>
      <p className="sumPanel-sum">{sum}</p>
      {note !== null && <p className="sumPanel-note">{note}</p>}
    </section>
  );
}
