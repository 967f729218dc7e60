/** The hours of the day in which a balance counts, on the clocks of the market. */
import type { TimeWindow } from './bonusCatalogue';
import { localTime } from './calendar';
import type { MarketPack } from './market';

export const minutesPerDay = 24 * 60;
const minuteMs = 60_000;

/**
 * Whether the window is open at an instant, in epoch milliseconds: from its start up to, not including, its end;
 * over midnight where the end comes first; always where they are equal.
 */
export function isOpen(window: TimeWindow, at: number, { timeZone }: MarketPack): boolean {
  const { hour, minute } = localTime(at, timeZone);
  return minutesBetween(minuteOfDay(window.from), hour * 60 + minute) < openMinutes(window);
}

/** The instant itself when the window is open then, else the next at which it opens. */
export function nextOpen(window: TimeWindow, at: number, market: MarketPack): number {
  if (isOpen(window, at, market)) return at;
  const { hour, minute } = localTime(at, market.timeZone);
  const wait = minutesBetween(hour * 60 + minute, minuteOfDay(window.from));
  return Math.floor(at / minuteMs + wait) * minuteMs;
}

/** For how many minutes of the day the window is open. */
export function openMinutes({ from, to }: TimeWindow): number {
  return minutesBetween(minuteOfDay(from), minuteOfDay(to)) || minutesPerDay;
}

function minutesBetween(from: number, to: number): number {
  return (to - from + minutesPerDay) % minutesPerDay;
}

/** Of `05:30`. */
function minuteOfDay(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
