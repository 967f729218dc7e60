import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AllowanceView, ConsumptionView, UsageDayView } from '../../../shared/view/customerView';
import { Button } from '../../components/Button';
import { AllowanceMeter } from './AllowanceMeter';
import { DayBars, measures, type Measure } from './DayBars';
import { DayTable } from './DayTable';
import { MenuKey } from './MenuKey';
import { UnknownSection } from './UnknownSection';
import './ConsumptionPanel.css';

export interface ConsumptionPanelProps {
  readonly consumption: ConsumptionView | null;
  /** The digit that leads to all of it. */
  readonly menuKey: string | null;
  readonly onOpen: () => void;
}

const daysAtHome = 7;

/** "Ma conso" on the home page: the fullest allowances, or the last seven days of who has none. */
export function ConsumptionPanel({ consumption, menuKey, onOpen }: ConsumptionPanelProps) {
  const { t } = useTranslation('selfservice');
  return (
    <section className="homePanel" aria-labelledby="consumptionTitle">
      <h2 id="consumptionTitle" className="homePanel-title">
        {t('consumption.title')} <MenuKey digit={menuKey} />
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
  const gauges = [consumption.internet.allowances, consumption.mobile.allowances].flatMap(fullest);
  const days = consumption.days.slice(-daysAtHome);
  const measure = firstMeasure(days);
  if (gauges.length === 0 && measure === null) {
    return <p className="homePanel-empty">{t('consumption.none')}</p>;
  }
  return (
    <div className="consumptionPanel">
      {gauges.map((allowance, index) => (
        // When it is nearly used up, until when it lasts is what one wants to know next.
        <AllowanceMeter key={index} allowance={allowance} forecast={allowance.level === 'warning'} />
      ))}
      {gauges.length === 0 && measure !== null && (
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

/** The one of a kind that needs looking at; none where there are none. */
function fullest(allowances: readonly AllowanceView[]): readonly AllowanceView[] {
  return allowances.toSorted((one, other) => other.percent - one.percent).slice(0, 1);
}

/** The measure to picture when one must do: the first that has any use, else the first that is known. */
function firstMeasure(days: readonly UsageDayView[]): Measure | null {
  const known = measures.filter((measure) => days.some((day) => day[measure] !== null));
  return known.find((measure) => days.some((day) => (day[measure]?.amount ?? 0) > 0)) ?? known[0] ?? null;
}
