import { Fragment, use, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure as FigureView } from '../../shared/view/customerView';
import { HiddenAmounts } from './hiddenAmounts';
import './Figure.css';

export interface FigureProps {
  readonly figure: FigureView;
  readonly className?: string;
}

/**
 * An amount, ready to read. A withheld one shows its sentence in place of the amount. When the amount changes while
 * it is on screen, a brief underline marks it; a change of language does not. Covered while amounts are hidden.
 */
export function Figure({ figure, className }: FigureProps) {
  const { t } = useTranslation();
  const hidden = use(HiddenAmounts);
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
      {figure.withheld ? (
        figure.text
      ) : hidden ? (
        <CoveredAmount label={t('amountHidden')} />
      ) : (
        unitsApart(figure.text)
      )}
    </span>
  );
}

function CoveredAmount({ label }: { readonly label: string }) {
  return (
    <>
      <span aria-hidden="true">••••</span>
      <span className="forListeners">{label}</span>
    </>
  );
}

/** Wraps the words of an amount, so that a face can write `F CFA` smaller than `1 250`. */
function unitsApart(text: string) {
  return text.split(/(\p{L}[\p{L}\p{Zs}]*)/u).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} className="figure-unit">
        {part}
      </span>
    ) : (
      <Fragment key={index}>{part}</Fragment>
    ),
  );
}
