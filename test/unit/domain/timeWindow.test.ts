import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marketPack } from '../../../shared/domain/market';
import { isOpen, nextOpen, openMinutes } from '../../../shared/domain/timeWindow';
import { arbitraryMarket, arbitraryNow } from '../../helpers/arbitraries';

const market = marketPack('CI');
const night = { from: '22:00', to: '06:00' };

describe('hours in which a balance counts', () => {
  it.each([
    ['2026-11-22T21:59:59Z', false],
    ['2026-11-22T22:00:00Z', true],
    ['2026-11-23T00:00:00Z', true],
    ['2026-11-23T05:59:59Z', true],
    ['2026-11-23T06:00:00Z', false],
  ])('over midnight, at %s', (at, open) => {
    expect(isOpen(night, Date.parse(at), market)).toBe(open);
  });

  it('are on the clocks of the market', () => {
    const at = Date.parse('2026-11-22T21:30:00Z');
    expect(isOpen(night, at, marketPack('CM'))).toBe(true);
    expect(isOpen(night, at, marketPack('CI'))).toBe(false);
  });

  it('are counted in minutes, the whole day where both ends are equal', () => {
    expect(openMinutes(night)).toBe(480);
    expect(openMinutes({ from: '00:00', to: '05:00' })).toBe(300);
    expect(openMinutes({ from: '22:30', to: '05:45' })).toBe(435);
    expect(openMinutes({ from: '08:00', to: '08:00' })).toBe(1440);
  });

  it('open next at their start', () => {
    const at = Date.parse('2026-11-22T13:37:42.123Z');
    expect(new Date(nextOpen(night, at, market)).toISOString()).toBe('2026-11-22T22:00:00.000Z');
    expect(nextOpen(night, Date.parse('2026-11-22T23:00:01Z'), market)).toBe(
      Date.parse('2026-11-22T23:00:01Z'),
    );
  });

  it('are open at their next opening, and closed until then', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    fc.assert(
      fc.property(time, time, arbitraryNow, arbitraryMarket, (from, to, now, pack) => {
        const next = nextOpen({ from, to }, now, pack);
        expect(isOpen({ from, to }, next, pack)).toBe(true);
        expect(next).toBeGreaterThanOrEqual(now);
        if (next > now) expect(isOpen({ from, to }, next - 1, pack)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
