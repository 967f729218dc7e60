import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { KeyCaps } from '../KeyCaps';
import { tourSteps, type Tour, type TourStep } from './tour';
import './TourStrip.css';

export interface TourStripProps {
  readonly tour: Tour;
  /** The number to try, as people write it. */
  readonly number: string;
}

const keysOf: Readonly<Record<TourStep, string>> = {
  find: 'Enter',
  palette: 'Ctrl K',
  payer: 'F6',
  pass: 'F3',
  ussd: 'F7',
};

/** What to do next of the tour, above whatever the counter shows. */
export function TourStrip({ tour, number }: TourStripProps) {
  const { t } = useTranslation('tour');
  const { step } = tour;
  if (step === null) return null;
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
      {step !== 'end' && (
        <span className="tourStrip-keys">
          <KeyCaps chord={keysOf[step]} />
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
