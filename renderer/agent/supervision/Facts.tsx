import type { ReactNode } from 'react';
import './Facts.css';

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** Names on the left, figures on the right. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl>
      {facts.map(({ name, value }) => (
        <div key={name} className="facts-fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
