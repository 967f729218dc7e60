import type { ReactNode } from 'react';
import './KioskRow.css';

export interface KioskRowProps {
  readonly title: string;
  /** What is worth knowing about it, each on its line. */
  readonly notes?: readonly (string | null)[];
  /** What stands at the end of the row: an amount, a state. */
  readonly children?: ReactNode;
}

/** One thing of a list, without an account's bar and dates. */
export function KioskRow({ title, notes = [], children }: KioskRowProps) {
  return (
    <li className="kioskRow">
      <div className="kioskRow-words">
        <h2 className="kioskRow-title">
          <bdi>{title}</bdi>
        </h2>
        {notes.map((note) => note !== null && <p key={note}>{note}</p>)}
      </div>
      {children !== undefined && <div className="kioskRow-value">{children}</div>}
    </li>
  );
}
