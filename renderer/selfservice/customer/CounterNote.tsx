import { Store } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import './CounterNote.css';

export interface CounterNoteProps {
  readonly title: string;
  readonly text: string;
  /** A way there, where the bar below the page has none. */
  readonly children?: ReactNode;
}

/** What a member of staff can do for who is on this page; the last thing on it. */
export function CounterNote({ title, text, children }: CounterNoteProps) {
  const heading = useId();
  return (
    <section className="counterNote detailPage-foot" aria-labelledby={heading}>
      <Store aria-hidden="true" strokeWidth={1.5} />
      <div>
        <h2 id={heading}>{title}</h2>
        <p>{text}</p>
      </div>
      {children}
    </section>
  );
}
