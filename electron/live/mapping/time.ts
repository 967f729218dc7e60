/** Moments and days as the operator's interfaces write them. What cannot be read is not known, and no error. */
import Type from 'typebox';
import { isoCalendarDay, localDay } from '../../../shared/domain/calendar';
import type { MarketPack } from '../../../shared/domain/market';

const moment = Type.Optional(Type.String({ maxLength: 100 }));

/** TMF `TimePeriod`. */
export const periodSchema = Type.Object({ startDateTime: moment, endDateTime: moment });

export { moment as momentSchema };

/** RFC 3339, and its older forms that some servers still write, such as `+0000` for the zone. */
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const wholeDay = /^\d{4}-\d\d-\d\d$/;

/** ISO 8601 UTC. */
export function instantOf(text: string | undefined): string | undefined {
  if (text === undefined || !dateTime.test(text)) return undefined;
  // A moment without a zone would be read by the clock of this machine.
  const at = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
  return Number.isNaN(at) ? undefined : isoInstant(at);
}

/** The day that a calendar in the market shows: `2026-11-21`. */
export function dayOf(text: string | undefined, market: MarketPack): string | undefined {
  if (text === undefined) return undefined;
  if (wholeDay.test(text)) return Number.isNaN(Date.parse(text)) ? undefined : text;
  const instant = instantOf(text);
  return instant && isoCalendarDay(localDay(Date.parse(instant), market.timeZone));
}

/** Without a fraction where there is none: the form in which the feed writes the same moment. */
export function isoInstant(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
