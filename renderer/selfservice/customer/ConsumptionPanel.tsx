import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConsumptionView, UsageDayView } from '../../../shared/view/customerView';
import { Button } from '../../components/Button';
import { AllowanceMeter } from './AllowanceMeter';
import { DayBars, measures, type Measure } from './DayBars';
import { DayTable } from './DayTable';
import { UnknownSection } from './UnknownSection';
import './ConsumptionPanel.css';

export interface ConsumptionPanelProps {
  readonly consumption: ConsumptionView | null;
  readonly onOpen: () => void;
}

const daysAtHome = 7;

/** "Ma conso" on the home page: the fullest allowance and the last seven days. */
export function ConsumptionPanel({ consumption, onOpen }: ConsumptionPanelProps) {
  const { t } = useTranslation('selfservice');
  return (
    <section className="homePanel" aria-labelledby="consumptionTitle">
      <h2 id="consumptionTitle" className="homePanel-title">
        {t('consumption.title')}
      </h2>
      {consumption === null ? (
        <UnknownSection />
      ) : (
        <>
          <Summary consumption={consumption} />
          <Button kind="quiet" className="homePanel-open" onClick={onOpen}>
            {t('category.detail')}
            <ArrowRight aria-hidden="true" />
          </Button>
        </>
      )}
    </section>
  );
}

function Summary({ consumption }: { readonly consumption: ConsumptionView }) {
  const { t } = useTranslation('selfservice');
  const [fullest] = [...consumption.internet.allowances, ...consumption.mobile.allowances].toSorted(
    (one, other) => other.percent - one.percent,
  );
  const days = consumption.days.slice(-daysAtHome);
  const measure = firstMeasure(days);
  if (fullest === undefined && measure === null) {
    return <p className="homePanel-empty">{t('consumption.none')}</p>;
  }
  return (
    <div className="consumptionPanel">
      {fullest !== undefined && <AllowanceMeter allowance={fullest} />}
      {measure !== null && (
        <figure className="consumptionPanel-days">
          <figcaption>
            {t('consumption.lastDays', { measure: t(`consumption.measures.${measure}`) })}
          </figcaption>
          <DayBars days={days} measure={measure} />
          <div className="forListeners">
            <DayTable
              days={days}
              measures={[measure]}
              caption={t('consumption.lastDays', { measure: t(`consumption.measures.${measure}`) })}
            />
          </div>
        </figure>
      )}
    </div>
  );
}

/** The measure to picture when one must do: the first that has any use, else the first that is known. */
function firstMeasure(days: readonly UsageDayView[]): Measure | null {
  const known = measures.filter((measure) => days.some((day) => day[measure] !== null));
  return known.find((measure) => days.some((day) => (day[measure]?.amount ?? 0) > 0)) ?? known[0] ?? null;
}
