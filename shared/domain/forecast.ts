/**
 * How long a volume lasts at the present rhythm, and what of it will be lost.
 *
 * The rhythm is the mean of the last week's days, every coming day being expected to be like it: the mean method of
 * Hyndman and Athanasopoulos, "Forecasting: Principles and Practice" (3rd ed., §5.2), on a window of seven days so
 * that each weekday counts once. The day of the snapshot is not over and is left out; a day that did not come is
 * not known and is not taken for zero.
 */
import type { CalendarDay } from './calendar';

export interface DailyUse {
  readonly day: CalendarDay;
  readonly amount: number;
}

/** Something that is used up. */
export interface Stock {
  readonly amount: number;
  /** The last day on which it can be used; `null` for no end. */
  readonly lastDay: CalendarDay | null;
}

export interface Forecast {
  /** The last day on which something is left; `null` when that is beyond a year. */
  readonly lastsUntil: CalendarDay | null;
  /** What will be left unused when it expires, of all stocks together. */
  readonly lost: number;
}

const windowDays = 7;
const fewestDays = 5;
const horizonDays = 365;

/** The mean use of a day before `today`, or `null` when too few days are known to tell. */
export function dailyRhythm(daily: readonly DailyUse[], today: CalendarDay): number | null {
  const recent = daily.filter(({ day }) => day < today && day >= today - windowDays);
  if (recent.length < fewestDays) return null;
  return recent.reduce((sum, { amount }) => sum + amount, 0) / recent.length;
}

/** Uses the stocks up from today on, one after the other, the soonest to expire first. */
export function forecast(stocks: readonly Stock[], rhythm: number, today: CalendarDay): Forecast {
  let used = 0;
  let lost = 0;
  let days = 0;
  for (const { amount, lastDay } of stocks.toSorted(bySoonestExpiry)) {
    if (amount === 0) continue;
    const daysToExpiry = lastDay === null ? Infinity : Math.max(0, lastDay + 1 - today);
    const usableUntilThen = rhythm === 0 ? 0 : Math.max(0, daysToExpiry * rhythm - used);
    const taken = Math.min(amount, usableUntilThen);
    used += taken;
    if (lastDay !== null) lost += amount - Math.floor(taken);
    days = taken < amount ? daysToExpiry : used / rhythm;
  }
  return { lastsUntil: days > horizonDays ? null : today + Math.ceil(days) - 1, lost };
}

function bySoonestExpiry(a: Stock, b: Stock): number {
  return (a.lastDay ?? Number.MAX_SAFE_INTEGER) - (b.lastDay ?? Number.MAX_SAFE_INTEGER);
}
