/**
 * Days and times as a market's clocks show them.
 * A calendar day is counted in whole days since 1970-01-01, so days are compared and subtracted as numbers.
 */
export type CalendarDay = number;

export interface LocalTime {
  readonly day: CalendarDay;
  /** 0 to 23. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** What a clock in the time zone shows at an instant, in epoch milliseconds. */
export function localTime(at: number, timeZone: string): LocalTime {
  const local = at + offsetMs(at, timeZone);
  const day = Math.floor(local / dayMs);
  const minutes = Math.floor((local - day * dayMs) / minuteMs);
  return { day, hour: Math.floor(minutes / 60), minute: minutes % 60 };
}

export function localDay(at: number, timeZone: string): CalendarDay {
  return localTime(at, timeZone).day;
}

/** Reads `2026-11-21`. */
export function parseCalendarDay(isoDate: string): CalendarDay {
  return Date.parse(`${isoDate}T00:00:00Z`) / dayMs;
}

/** Writes `2026-11-21`. */
export function isoCalendarDay(day: CalendarDay): string {
  return new Date(startOfDayUtc(day)).toISOString().replace(/T.*$/, '');
}

/** The instant, in epoch milliseconds, that date formatters set to UTC show as this day. */
export function startOfDayUtc(day: CalendarDay): number {
  return day * dayMs;
}

const offsetFormats = new Map<string, Intl.DateTimeFormat>();

/**
 * How far the zone is ahead of UTC at an instant. Intl tells it by name, `GMT+01:00`, and is some fifty times
 * faster at that than the Temporal polyfill: a customer has dozens of dates, all needed at once.
 */
function offsetMs(at: number, timeZone: string): number {
  let format = offsetFormats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    offsetFormats.set(timeZone, format);
  }
  const match = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(format.format(at));
  if (match === null) return 0;
  const [, sign, hours, minutes, seconds = 0] = match;
  const offset = (Number(hours) * 60 + Number(minutes)) * minuteMs + Number(seconds) * 1000;
  return sign === '-' ? -offset : offset;
}
