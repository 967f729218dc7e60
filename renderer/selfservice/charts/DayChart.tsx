import { Bar, BarChart, CartesianGrid, Rectangle, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { MarketPack } from '../../../shared/domain/market';
import { formatsFor } from '../../../shared/domain/format';
import type { Language } from '../../../shared/domain/language';
import type { Unit } from '../../../shared/domain/unit';
import type { UsageDayView } from '../../../shared/view/customerView';
import type { Measure } from '../customer/DayBars';
import { scaleMarks } from './chartScale';
import './DayChart.css';

export interface DayChartProps {
  readonly days: readonly UsageDayView[];
  readonly measure: Measure;
  /** What the measure is counted in. */
  readonly unit: Unit;
  /** Place of the day that is pointed out. */
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly market: MarketPack;
  readonly language: Language;
}

interface BarShape {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly index?: number;
}

/** Above so many bars only every few days are named. */
const mostNames = 8;
/** A day with any use shows at least this much of a bar. */
const leastBarPx = 3;
const heightPx = 340;
/** The library's own grey is too faint on either paper. */
const tick = { fill: 'var(--ink)' };

/**
 * Bars of use by day on a scale; a touch anywhere above a day chooses it. The chosen day is hatched and framed, not
 * only of another colour. A picture only: what is chosen is told in words under it, and the table has all of it.
 */
export function DayChart({ days, measure, unit, chosen, onChoose, market, language }: DayChartProps) {
  const formats = formatsFor(market, language);
  const rows = days.map((day) => ({ on: day.day.on, amount: day[measure]?.amount ?? 0 }));
  const marks = scaleMarks(Math.max(1, ...rows.map(({ amount }) => amount)), unit);
  const every = Math.ceil(days.length / mostNames);
  const name = (index: number): string => days[index]?.day.short ?? '';

  return (
    <div className="dayChart" aria-hidden="true">
      <svg className="dayChart-patterns">
        <defs>
          <pattern
            id="dayChartHatch"
            width="10"
            height="10"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="dayChart-hatchGround" width="10" height="10" />
            <rect className="dayChart-hatchLine" width="4" height="10" />
          </pattern>
        </defs>
      </svg>
      <ResponsiveContainer width="100%" height={heightPx}>
        <BarChart
          data={rows}
          accessibilityLayer={false}
          barCategoryGap="22%"
          margin={{ top: 12, right: 32, bottom: 0, left: 0 }}
          onClick={({ activeTooltipIndex }) => {
            const index = Number(activeTooltipIndex);
            if (activeTooltipIndex !== undefined && days[index] !== undefined) onChoose(index);
          }}
        >
          <CartesianGrid vertical={false} className="dayChart-grid" />
          <XAxis
            dataKey="on"
            interval={0}
            tickLine={false}
            tickMargin={10}
            height={48}
            className="dayChart-axis"
            tick={tick}
            tickFormatter={(_, index) => ((days.length - 1 - index) % every === 0 ? name(index) : '')}
          />
          <YAxis
            width="auto"
            domain={[0, marks.at(-1) ?? 1]}
            ticks={marks}
            tickLine={false}
            axisLine={false}
            className="dayChart-axis"
            tick={tick}
            tickFormatter={(amount: number) => formats.amount(amount, unit)}
          />
          <Bar
            dataKey="amount"
            isAnimationActive={false}
            shape={(bar: BarShape) => <DayBar bar={bar} isChosen={bar.index === chosen} />}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

function DayBar({ bar, isChosen }: { readonly bar: BarShape; readonly isChosen: boolean }) {
  const { x = 0, y = 0, width = 0, height = 0 } = bar;
  if (height <= 0) return <g />;
  const tall = Math.max(height, leastBarPx);
  return (
    <Rectangle
      className={isChosen ? 'dayChart-chosen' : 'dayChart-bar'}
      x={x}
      y={y + height - tall}
      width={width}
      height={tall}
    />
  );
}
