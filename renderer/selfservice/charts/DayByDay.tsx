import { ChartColumn, ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react';
import { use, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import type { UsageDayView } from '../../../shared/view/customerView';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { onDemand } from '../../onDemand';
import { useLanguage } from '../../strings/language';
import { Amount } from '../customer/Amount';
import { DayBars, measures, type Measure } from '../customer/DayBars';
import { DayTable } from '../customer/DayTable';
import { HiddenAmounts } from '../hiddenAmounts';
import { Segments } from './Segments';
import './DayByDay.css';

export interface DayByDayProps {
  /** Ascending. */
  readonly days: readonly UsageDayView[];
  readonly market: MarketPack;
}

const ranges = ['week', 'all'] as const;
const daysOfAWeek = 7;

/** The chart library is fetched when the first chart is; until it is here the plain bars stand in its place. */
const DayChart = onDemand(async () => (await import('./DayChart')).DayChart, DayBars);

/** Use by day: what is counted and how far back are chosen, a day is pointed out, and all of it is a table as well. */
export function DayByDay({ days, market }: DayByDayProps) {
  const { t } = useTranslation('selfservice');
  const charts = useTranslation('charts').t;
  const { language } = useLanguage();
  const amountsHidden = use(HiddenAmounts);
  const known = measures.filter((measure) => days.some((day) => day[measure] !== null));
  const [wanted, setWanted] = useState<Measure>('data');
  const [range, setRange] = useState<(typeof ranges)[number]>('all');
  const [pointed, setPointed] = useState<string | null>(null);
  const measure = known.includes(wanted) ? wanted : known[0];
  const shown = range === 'week' ? days.slice(-daysOfAWeek) : days;
  const unit = measure && shown.find((day) => day[measure] !== null)?.[measure]?.unit;
  // Axes without a bar say less than a word.
  const isAllZero = measure !== undefined && shown.every((day) => (day[measure]?.amount ?? 0) === 0);
  const pointedAt = shown.findIndex(({ day }) => day.on === pointed);
  const chosen = pointedAt < 0 ? shown.length - 1 : pointedAt;
  const day = shown[chosen];
  const choose = (index: number): void => {
    const there = shown[index];
    if (there !== undefined) setPointed(there.day.on);
  };

  return (
    <section className="dayByDay" aria-labelledby="dayByDayTitle">
      <h2 id="dayByDayTitle">{t('consumption.byDay')}</h2>
      {measure === undefined || day === undefined ? (
        <EmptyState icon={ChartColumn} title={t('consumption.noDays')} />
      ) : (
        <>
          <Segments
            label={t('consumption.byDay')}
            choices={known.map((each) => ({ value: each, text: t(`consumption.measures.${each}`) }))}
            chosen={measure}
            onChoose={setWanted}
          />
          {days.length > daysOfAWeek && (
            <Segments
              label={charts('range')}
              choices={ranges.map((each) => ({ value: each, text: charts(`ranges.${each}`) }))}
              chosen={range}
              onChoose={setRange}
            />
          )}
          {unit === undefined || amountsHidden || isAllZero ? (
            <DayBars days={shown} measure={measure} />
          ) : (
            <DayChart
              days={shown}
              measure={measure}
              unit={unit}
              chosen={chosen}
              onChoose={choose}
              market={market}
              language={language}
            />
          )}
          <div className="dayByDay-day" role="group" aria-label={charts('chosenDay')}>
            <Button
              kind="plain"
              aria-label={charts('previousDay')}
              aria-disabled={chosen === 0}
              onClick={() => choose(chosen - 1)}
            >
              <ChevronLeft aria-hidden="true" />
            </Button>
            <p role="status">
              <span>{day.day.date}</span>
              <strong>
                {day[measure] === null ? charts('unknownDay') : <Amount figure={day[measure]} />}
              </strong>
            </p>
            <Button
              kind="plain"
              aria-label={charts('nextDay')}
              aria-disabled={chosen === shown.length - 1}
              onClick={() => choose(chosen + 1)}
            >
              <ChevronRight aria-hidden="true" />
            </Button>
          </div>
          <details className="dayByDay-table">
            <summary>
              <span>{t('consumption.asTable')}</span>
              <ChevronDown aria-hidden="true" />
            </summary>
            <DayTable days={days.toReversed()} measures={known} caption={t('consumption.byDay')} />
          </details>
        </>
      )}
    </section>
  );
}
