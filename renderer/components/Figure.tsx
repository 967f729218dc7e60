import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure as FigureView } from '../../shared/view/customerView';
import './Figure.css';

export interface FigureProps {
  readonly figure: FigureView;
  /** `large`: the digits in large type, what they count smaller beside them. `row`: a withheld one in two words. */
  readonly form?: 'plain' | 'large' | 'row';
  readonly className?: string;
}

/**
 * An amount, ready to read. A withheld one shows its sentence in place of the amount. When the amount changes while
 * it is on screen, a brief underline marks it; a change of language does not.
 */
export function Figure({ figure, form = 'plain', className }: FigureProps) {
  const { t } = useTranslation();
  const [seen, setSeen] = useState({ amount: figure.amount, changes: 0 });
  if (seen.amount !== figure.amount) setSeen({ amount: figure.amount, changes: seen.changes + 1 });
  const names = [
    'figure',
    figure.withheld && 'figure-withheld',
    form === 'large' && 'figure-large',
    seen.changes > 0 && 'figure-changed',
    className,
  ];
  return (
    // A new key starts the underline again for each change.
    <span
      key={seen.changes}
      className={names.filter(Boolean).join(' ')}
      title={figure.withheld ? figure.text : undefined}
    >
      {words()}
    </span>
  );

  function words(): ReactNode {
    if (figure.withheld) return form === 'row' ? t('withheld') : figure.text;
    return form === 'large' ? <DigitsApart text={figure.text} /> : figure.text;
  }
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
