/**
 * Days and times as a market's clocks show them.
 * A calendar day is counted in whole days since 1970-01-01, so days are compared and subtracted as numbers.
 */
import { remember } from './remember';

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
export const isoCalendarDay = remember((day: CalendarDay): string =>
  new Date(startOfDayUtc(day)).toISOString().replace(/T.*$/, ''),
);

/** The instant, in epoch milliseconds, that date formatters set to UTC show as this day. */
export function startOfDayUtc(day: CalendarDay): number {
  return day * dayMs;
}

/** How far the zone is ahead of UTC at an instant. */
function offsetMs(at: number, timeZone: string): number {
  const zone = zoneOffsets(timeZone);
  return zone.onDay(Math.floor(at / dayMs)) ?? zone.at(at);
}

/**
 * Intl tells an offset by name, `GMT+01:00`, some fifty times faster than the Temporal polyfill does by its own
 * means; a customer has a hundred dates, so what holds for a whole day is remembered on top.
 */
const zoneOffsets = remember((timeZone: string) => {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const at = (instant: number): number => {
    const match = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(format.format(instant));
    if (match === null) return 0;
    const [, sign, hours, minutes, seconds = 0] = match;
    const offset = (Number(hours) * 60 + Number(minutes)) * minuteMs + Number(seconds) * 1000;
    return sign === '-' ? -offset : offset;
  };
  /** `null` for a day of UTC in which the clocks are changed. */
  const onDay = remember((day: number): number | null => {
    const offset = at(day * dayMs);
    return offset === at((day + 1) * dayMs) ? offset : null;
  });
  return { at, onDay };
});
