import type { ConsumptionView, Day, UsageDayView } from '../../shared/view/customerView';
import './DailyBars.css';
import type { UsageKind } from './usageKinds';

const height = 28;
const pitch = 8;
const barWidth = 6;
const dayMs = 24 * 60 * 60 * 1000;

export interface DailyBarsProps extends Pick<ConsumptionView, 'from' | 'to' | 'days'> {
  readonly kind: UsageKind;
}

/** One bar per day of the period, as tall as the day's share of the busiest one; a day that did not come is a gap. */
export function DailyBars({ from, to, days, kind }: DailyBarsProps) {
  const dayCount = daysBetween(from, to) + 1;
  const busiest = Math.max(0, ...days.map((each) => each[kind]?.amount ?? 0));
  return (
    <svg
      className="dailyBars"
      viewBox={`0 0 ${dayCount * pitch} ${height}`}
      preserveAspectRatio="none"
      // The table beside it says the same to those who listen.
      aria-hidden="true"
    >
      {days.map((each) => (
        <DayBar
          key={each.day.on}
          usage={each}
          kind={kind}
          busiest={busiest}
          place={daysBetween(from, each.day)}
        />
      ))}
    </svg>
  );
}

interface DayBarProps {
  readonly usage: UsageDayView;
  readonly kind: UsageKind;
  readonly busiest: number;
  /** Days since the start of the period. */
  readonly place: number;
}

function DayBar({ usage, kind, busiest, place }: DayBarProps) {
  const figure = usage[kind];
  const amount = figure?.amount ?? null;
  if (figure === null || amount === null) return null;
  // A day without use keeps a trace, so that it is told from a day that did not come.
  const tall = busiest === 0 ? 1 : Math.max(1, Math.round((height * amount) / busiest));
  return (
    <rect className="dailyBars-bar" x={place * pitch} y={height - tall} width={barWidth} height={tall}>
      <title>{`${usage.day.date} · ${figure.text}`}</title>
    </rect>
  );
}

function daysBetween(from: Day, to: Day): number {
  return Math.max(0, Math.round((Date.parse(to.on) - Date.parse(from.on)) / dayMs));
}
