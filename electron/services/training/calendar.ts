/**
 * Dates relative to one moment, written as the feed writes them. The first market lives in UTC (Africa/Abidjan,
 * no summer time), so that its calendar days are UTC days.
 */
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
  // The same few hundred days serve every subscriber, and formatting them anew would be most of the work.
  const known = new Map<number, string>();
  const date = (dayOffset: number): string => {
    let text = known.get(dayOffset);
    if (text === undefined) {
      text = dateText(todayMs + dayOffset * dayMs);
      known.set(dayOffset, text);
    }
    return text;
  };
  const passedToday = (nowMs - todayMs) / dayMs;
  return {
    nowMs,
    date,
    startOfDay: (dayOffset) => `${date(dayOffset)}T00:00:00Z`,
    endOfDay: (dayOffset) => `${date(dayOffset)}T23:59:59Z`,
    minutesAgo: (minutes) => instantText(nowMs - minutes * minuteMs),
    rhythm: (dayOffset) => {
      const weekday = new Date(todayMs + dayOffset * dayMs).getUTCDay();
      return (weekRhythm[weekday] ?? 1) * (dayOffset === 0 ? passedToday : 1);
    },
  };
}
