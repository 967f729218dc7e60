import { useState } from 'react';
import type { Figure as FigureView } from '../../shared/view/customerView';
import './Figure.css';

export interface FigureProps {
  readonly figure: FigureView;
  readonly className?: string;
}

/**
 * An amount, ready to read. A withheld one shows its sentence in place of the amount. When the amount changes while
 * it is on screen, a brief underline marks it; a change of language does not.
 */
export function Figure({ figure, className }: FigureProps) {
  const [seen, setSeen] = useState({ amount: figure.amount, changes: 0 });
  if (seen.amount !== figure.amount) setSeen({ amount: figure.amount, changes: seen.changes + 1 });
  const names = [
    'figure',
    figure.withheld && 'figure-withheld',
    seen.changes > 0 && 'figure-changed',
    className,
  ];
  return (
    // A new key starts the underline again for each change.
    <span key={seen.changes} className={names.filter(Boolean).join(' ')}>
      {figure.text}
    </span>
  );
}
