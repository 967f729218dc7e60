import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isoCalendarDay, localTime, parseCalendarDay } from '../../../shared/domain/calendar';

const shown = (iso: string, timeZone: string) => {
  const { day, hour, minute } = localTime(Date.parse(iso), timeZone);
  return `${isoCalendarDay(day)} ${hour}:${minute}`;
};

test.each([
  ['2026-11-22T23:59:59Z', 'Africa/Abidjan', '2026-11-22 23:59'],
  ['2026-11-22T23:00:00Z', 'Africa/Douala', '2026-11-23 0:0'],
  ['2026-11-22T22:59:59.999Z', 'Africa/Douala', '2026-11-22 23:59'],
  ['1969-12-31T23:59:59Z', 'Africa/Abidjan', '1969-12-31 23:59'],
  ['9999-12-31T23:30:00Z', 'Africa/Douala', '+010000-01-01 0:30'],
  ['0001-01-01T12:00:00Z', 'Africa/Abidjan', '0001-01-01 11:43'],
  ['2026-03-29T00:59:00Z', 'Europe/Paris', '2026-03-29 1:59'],
  ['2026-03-29T01:00:00Z', 'Europe/Paris', '2026-03-29 3:0'],
  ['2026-01-01T03:00:00Z', 'America/St_Johns', '2025-12-31 23:30'],
])('at %s the clocks of %s show %s', (iso, timeZone, local) => {
  expect(shown(iso, timeZone)).toBe(local);
});

describe('a calendar day', () => {
  it('is counted from 1970-01-01', () => {
    expect(parseCalendarDay('1970-01-01')).toBe(0);
    expect(parseCalendarDay('2026-12-01') - parseCalendarDay('2026-11-22')).toBe(9);
  });

  it('is written as it was read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: parseCalendarDay('9999-12-31') }), (day) => {
        expect(parseCalendarDay(isoCalendarDay(day))).toBe(day);
      }),
    );
  });
});
