/** Instants and days as people read them, in the market's time zone. */
import {
  isoCalendarDay,
  localDay,
  localTime,
  parseCalendarDay,
  type CalendarDay,
  type LocalTime,
} from '../domain/calendar';
import { formatsFor } from '../domain/format';
import type { Language } from '../domain/language';
import type { MarketPack } from '../domain/market';
import type { Day, Moment } from './customerView';
import type { WritingContext } from './sectionContext';
import { viewTexts } from './viewTexts';

export function momentOf(iso: string, context: WritingContext): Moment {
  const local = localTime(Date.parse(iso), context.market.timeZone);
  return momentToldBy(local, iso, local, context);
}

/** What has yet to end, and does so at 0 h, ends for people with the day before. */
export function endOrNull(iso: string | undefined, context: WritingContext): Moment | null {
  if (iso === undefined) return null;
  const at = Date.parse(iso);
  const local = localTime(at, context.market.timeZone);
  const lastDay = lastUsableDay(at, context);
  const endsBefore = at > context.now && lastDay < local.day;
  return momentToldBy(endsBefore ? { day: lastDay, hour: 23, minute: 59 } : local, iso, local, context);
}

/** @param told what the date and the distance are of @param local what the time of day is of */
function momentToldBy(told: LocalTime, iso: string, local: LocalTime, context: WritingContext): Moment {
  const past = Date.parse(iso) <= context.now;
  return {
    at: iso,
    date: context.formats.date(told.day),
    dateTime: dateTimeOf(local, context),
    relative: relativeText(told, past, context),
    past,
  };
}

/** `31/12/2026 à 23 h 59`. @param at epoch milliseconds */
export function dateTimeText(at: number, market: MarketPack, language: Language): string {
  const context = { formats: formatsFor(market, language), texts: viewTexts[language] };
  return dateTimeOf(localTime(at, market.timeZone), context);
}

/** `23 h 59`. @param at epoch milliseconds */
export function timeOfDayText(at: number, market: MarketPack, language: Language): string {
  const { hour, minute } = localTime(at, market.timeZone);
  return formatsFor(market, language).timeOfDay(hour, minute);
}

function dateTimeOf(
  { day, hour, minute }: LocalTime,
  { formats, texts }: Pick<WritingContext, 'formats' | 'texts'>,
): string {
  return texts.dateAt(formats.date(day), formats.timeOfDay(hour, minute));
}

export function momentOrNull(iso: string | undefined, context: WritingContext): Moment | null {
  return iso === undefined ? null : momentOf(iso, context);
}

/** The last day on which something that expires then can still be used. @param expiresAt epoch milliseconds */
export function lastUsableDay(expiresAt: number, context: WritingContext): CalendarDay {
  return localDay(expiresAt - 1, context.market.timeZone);
}

export function dayOf(day: CalendarDay, context: WritingContext): Day {
  const { formats } = context;
  return { on: isoCalendarDay(day), date: formats.date(day), short: formats.shortDay(day) };
}

/** From a calendar date as the feed writes it. */
export function dayOrNull(isoDate: string | undefined, context: WritingContext): Day | null {
  return isoDate === undefined ? null : dayOf(parseCalendarDay(isoDate), context);
}

const daysOfAYear = 365.2425;

function relativeText({ day, hour, minute }: LocalTime, past: boolean, context: WritingContext): string {
  const { formats, texts, today } = context;
  const endOfDay = hour === 23 && minute === 59;
  const time = formats.timeOfDay(hour, minute);
  const days = day - today;
  if (days === 0) return endOfDay && !past ? texts.tonight : texts.todayAt(time);
  if (days === 1) return endOfDay ? texts.tomorrow : texts.tomorrowAt(time);
  if (days === -1) return endOfDay ? texts.yesterday : texts.yesterdayAt(time);
  if (Math.abs(days) < 60) return formats.relative(days, 'day');
  const years = days / daysOfAYear;
  const months = Math.round(years * 12);
  return Math.abs(months) < 24
    ? formats.relative(months, 'month')
    : formats.relative(Math.round(years), 'year');
}
