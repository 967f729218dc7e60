import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import './WayList.css';

export interface Way {
  readonly key: string;
  readonly name: ReactNode;
  /** A few words about what is found there. */
  readonly note?: string;
  readonly onOpen: () => void;
}

/** Where to go from here, each as a line to be touched. */
export function WayList({ ways }: { readonly ways: readonly Way[] }) {
  return (
    <ul className="wayList">
      {ways.map(({ key, name, note, onOpen }) => (
        <li key={key}>
          <button type="button" onClick={onOpen}>
            <span className="wayList-name">{name}</span>
            {note !== undefined && <span className="wayList-note">{note}</span>}
            <ArrowRight aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
