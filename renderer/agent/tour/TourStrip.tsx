import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import type { AgentAction } from '../actions';
import { KeyCaps } from '../KeyCaps';
import { tourSteps, type Tour, type TourStep } from './tour';
import './TourStrip.css';

export interface TourStripProps {
  readonly tour: Tour;
  /** The number to try, as people write it. */
  readonly number: string;
  readonly actions: readonly AgentAction[];
}

/** Whose key does it. */
const actionIdOf: Readonly<Record<TourStep, string>> = {
  find: 'open',
  palette: 'palette',
  payer: 'payer',
  pass: 'sellPass',
  ussd: 'ussd',
};

/** What to do next of the tour, above whatever the counter shows. */
export function TourStrip({ tour, number, actions }: TourStripProps) {
  const { t } = useTranslation('tour');
  const { step } = tour;
  if (step === null) return null;
  const chord = step === 'end' ? undefined : actions.find(({ id }) => id === actionIdOf[step])?.keys[0];
  return (
    <section className="tourStrip" aria-label={t('title')}>
      <p className="tourStrip-count">
        {step === 'end'
          ? t('title')
          : t('count', { step: tourSteps.indexOf(step) + 1, steps: tourSteps.length })}
      </p>
      <p className="tourStrip-text" role="status">
        <strong>{t(`steps.${step}.title`)}</strong> {t(`steps.${step}.advice`, { number })}
      </p>
      {chord !== undefined && (
        <span className="tourStrip-keys">
          <KeyCaps chord={chord} />
        </span>
      )}
      {step !== 'end' && (
        <Button kind="quiet" onClick={tour.skip}>
          {t('skip')}
        </Button>
      )}
      <Button kind="plain" onClick={tour.toggle}>
        {t('leave')}
      </Button>
    </section>
  );
}
