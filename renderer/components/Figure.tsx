import { useState } from 'react';
import type { Figure as FigureView } from '../../shared/view/customerView';
import './Figure.css';

export interface FigureProps {
  readonly figure: FigureView;
  /** Set in large type: the digits large, what they count smaller beside them. */
  readonly large?: boolean;
  readonly className?: string;
}

/**
 * An amount, ready to read. A withheld one shows its sentence in place of the amount. When the amount changes while
 * it is on screen, a brief underline marks it; a change of language does not.
 */
export function Figure({ figure, large = false, className }: FigureProps) {
  const [seen, setSeen] = useState({ amount: figure.amount, changes: 0 });
  if (seen.amount !== figure.amount) setSeen({ amount: figure.amount, changes: seen.changes + 1 });
  const names = [
    'figure',
    figure.withheld && 'figure-withheld',
    large && !figure.withheld && 'figure-large',
    seen.changes > 0 && 'figure-changed',
    className,
  ];
  return (
    // A new key starts the underline again for each change.
    <span key={seen.changes} className={names.filter(Boolean).join(' ')}>
      {large && !figure.withheld ? <DigitsApart text={figure.text} /> : figure.text}
    </span>
  );
}

function DigitsApart({ text }: { readonly text: string }) {
  return text
    .split(/([-−+]?\d[\d\s.,]*\d|[-−+]?\d)/u)
    .filter((part) => part !== '')
    .map((part, position) => (
      <span key={position} className={/\d/.test(part) ? 'figure-digits' : 'figure-unit'}>
        {part}
      </span>
    ));
}
