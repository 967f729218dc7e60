/**
 * Dates relative to one moment, written as the feed writes them. The first market lives in UTC (Africa/Abidjan,
 * no summer time), so that its calendar days are UTC days.
 */
import { remember } from '../../../shared/domain/remember';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

export interface Calendar {
  /** Epoch milliseconds. */
  readonly nowMs: number;
  /** ISO 8601 calendar date; 0 is today, −1 yesterday. */
  readonly date: (dayOffset: number) => string;
  readonly startOfDay: (dayOffset: number) => string;
  readonly endOfDay: (dayOffset: number) => string;
  /** ISO 8601 UTC, whole seconds. */
  readonly minutesAgo: (minutes: number) => string;
  /** How much of a day's usual use falls on that day: the rhythm of the week, and today only as far as it went. */
  readonly rhythm: (dayOffset: number) => number;
}

/** ISO 8601 UTC, whole seconds. */
export function instantText(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}

export function dateText(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}

/** Sunday first: people call less and browse more at the weekend; market day is Saturday. */
const weekRhythm = [1.25, 0.95, 0.85, 0.9, 0.95, 1.1, 1.35];

export function createCalendar(nowMs: number): Calendar {
  const todayMs = Math.floor(nowMs / dayMs) * dayMs;
  const passedToday = (nowMs - todayMs) / dayMs;
  return {
    nowMs,
    date: remembered((dayOffset) => dateText(todayMs + dayOffset * dayMs)),
    startOfDay: remembered((dayOffset) => instantText(todayMs + dayOffset * dayMs)),
    endOfDay: remembered((dayOffset) => instantText(todayMs + (dayOffset + 1) * dayMs - 1)),
    minutesAgo: remembered((minutes) => instantText(nowMs - minutes * minuteMs)),
    rhythm: remembered((dayOffset) => {
      const weekday = new Date(todayMs + dayOffset * dayMs).getUTCDay();
      return (weekRhythm[weekday] ?? 1) * (dayOffset === 0 ? passedToday : 1);
    }),
  };
}

/** The same days and minutes serve every subscriber, and formatting them anew would be most of the work. */
function remembered<Answer>(answer: (offset: number) => Answer): (offset: number) => Answer {
  return remember(answer, 100_000);
}
