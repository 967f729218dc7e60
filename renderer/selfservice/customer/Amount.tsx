import { use } from 'react';
import { useTranslation } from 'react-i18next';
import { Figure, type FigureProps } from '../../components/Figure';
import { HiddenAmounts } from '../hiddenAmounts';

/** A figure on this face: covered while the visitor hides amounts from onlookers. */
export function Amount(props: FigureProps) {
  const { t } = useTranslation('selfservice');
  const isHidden = use(HiddenAmounts);
  if (!isHidden || props.figure.withheld) return <Figure {...props} />;
  return (
    <span className={`figure ${props.className ?? ''}`}>
      <span aria-hidden="true">••••</span>
      <span className="forListeners">{t('account.hidden')}</span>
    </span>
  );
}
