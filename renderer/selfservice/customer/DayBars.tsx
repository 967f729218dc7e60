import { use } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure, UsageDayView } from '../../../shared/view/customerView';
import { HiddenAmounts } from '../hiddenAmounts';
import './DayBars.css';

/** What a day's use is counted in. */
export type Measure = 'data' | 'voice' | 'sms' | 'spend';

export const measures: readonly Measure[] = ['data', 'voice', 'sms', 'spend'];

export interface DayBarsProps {
  readonly days: readonly UsageDayView[];
  readonly measure: Measure;
}

/** Above so many bars only every few days are named. */
const mostNames = 10;
const height = 100;
const gap = 0.28;
/** A day with any use shows at least this much of a bar. */
const leastBar = 2;

/** Bars of use by day. A picture only: the table with the same figures stands behind it. */
export function DayBars({ days, measure }: DayBarsProps) {
  const { t } = useTranslation('selfservice');
  const amountsHidden = use(HiddenAmounts);
  if (amountsHidden) return <p className="dayBars-covered">{t('consumption.covered')}</p>;
  const amounts = days.map((day) => day[measure]?.amount ?? null);
  const most = Math.max(0, ...amounts.map((amount) => amount ?? 0));
  const peak = most === 0 ? -1 : amounts.indexOf(most);
  const peakFigure: Figure | null = days[peak]?.[measure] ?? null;
  const step = Math.ceil(days.length / mostNames);
  return (
    <div className="dayBars" aria-hidden="true">
      <p className="dayBars-most">{peakFigure?.text}</p>
      <svg className="dayBars-bars" viewBox={`0 0 ${days.length} ${height}`} preserveAspectRatio="none">
        {amounts.map((amount, index) => {
          const bar = amount === null || most === 0 ? 0 : (height * amount) / most;
          return amount === null ? null : (
            <rect
              key={days[index]?.day.on}
              className={index === peak ? 'dayBars-peak' : 'dayBars-bar'}
              x={index + gap / 2}
              width={1 - gap}
              y={height - Math.max(bar, amount === 0 ? 0 : leastBar)}
              height={Math.max(bar, amount === 0 ? 0 : leastBar)}
            />
          );
        })}
      </svg>
      <ol className="dayBars-days" style={{ gridTemplateColumns: `repeat(${days.length}, minmax(0, 1fr))` }}>
        {days.map(({ day }, index) => (
          <li key={day.on}>{index % step === 0 ? day.short : null}</li>
        ))}
      </ol>
    </div>
  );
}
