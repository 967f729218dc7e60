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
  if (most === 0) return <p className="dayBars-none">{t('consumption.none')}</p>;
  const peak = amounts.indexOf(most);
  const peakFigure: Figure | null = days[peak]?.[measure] ?? null;
  const step = Math.ceil(days.length / mostNames);
  const columns = { gridTemplateColumns: `repeat(${days.length}, minmax(0, 1fr))` };
  return (
    <div className="dayBars" aria-hidden="true">
      <p className="dayBars-most" style={columns}>
        {peakFigure !== null && (
          <span style={{ gridColumn: peak + 1, justifySelf: sideOf(peak / days.length) }}>
            {peakFigure.text}
          </span>
        )}
      </p>
      <svg className="dayBars-bars" viewBox={`0 0 ${days.length} ${height}`} preserveAspectRatio="none">
        {amounts.map((amount, index) => {
          if (amount === null || amount === 0) return null;
          const bar = Math.max((height * amount) / most, leastBar);
          return (
            <rect
              key={index}
              className={index === peak ? 'dayBars-peak' : 'dayBars-bar'}
              x={index + gap / 2}
              width={1 - gap}
              y={height - bar}
              height={bar}
            />
          );
        })}
      </svg>
      <ol className="dayBars-days" style={columns}>
        {days.map(({ day }, index) => (
          <li key={day.on}>{index % step === 0 ? day.short : null}</li>
        ))}
      </ol>
    </div>
  );
}

/** Keeps a label that is wider than its bar within the picture. */
function sideOf(place: number): 'start' | 'center' | 'end' {
  if (place < 0.2) return 'start';
  return place > 0.75 ? 'end' : 'center';
}
