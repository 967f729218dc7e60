import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dailyRhythm, forecast } from '../../../shared/domain/forecast';

const today = 20_000;
const lastDays = (...amounts: number[]) =>
  amounts.map((amount, index) => ({ day: today - amounts.length + index, amount }));

describe('the daily rhythm', () => {
  test.each([
    ['the same every day', lastDays(100, 100, 100, 100, 100, 100, 100), 100],
    ['the mean of a week', lastDays(0, 0, 0, 0, 0, 0, 700), 100],
    ['of five days, when no more are known', lastDays(10, 20, 30, 40, 50), 30],
    ['nothing used', lastDays(0, 0, 0, 0, 0, 0, 0), 0],
    ['blind to what is older than a week', lastDays(9000, 9000, 1, 1, 1, 1, 1, 1, 1), 1],
  ])('is %s', (_name, daily, rhythm) => {
    expect(dailyRhythm(daily, today)).toBe(rhythm);
  });

  test.each([
    ['no day', []],
    ['four days', lastDays(1, 1, 1, 1)],
    [
      'a week that is long past',
      lastDays(1, 1, 1, 1, 1, 1, 1).map(({ day, amount }) => ({ day: day - 30, amount })),
    ],
    [
      'five days of which one is today, which is not over',
      [...lastDays(1, 1, 1, 1), { day: today, amount: 1 }],
    ],
  ])('is not known from %s', (_name, daily) => {
    expect(dailyRhythm(daily, today)).toBeNull();
  });
});

describe('a forecast', () => {
  test.each([
    ['whole days', [{ amount: 300, lastDay: null }], 100, today + 2, 0],
    ['part of a day', [{ amount: 250, lastDay: null }], 100, today + 2, 0],
    ['less than a day', [{ amount: 1, lastDay: null }], 100, today, 0],
    ['what expires before it is used', [{ amount: 1000, lastDay: today + 3 }], 100, today + 3, 600],
    ['what expires on the day it is used up', [{ amount: 400, lastDay: today + 3 }], 100, today + 3, 0],
    [
      'two, the soonest to expire first',
      [
        { amount: 500, lastDay: null },
        { amount: 300, lastDay: today + 1 },
      ],
      100,
      today + 6,
      100,
    ],
    [
      'one that goes lost while another is used',
      [
        { amount: 200, lastDay: today + 1 },
        { amount: 500, lastDay: today + 1 },
      ],
      100,
      today + 1,
      500,
    ],
    ['one that has expired', [{ amount: 70, lastDay: today - 1 }], 100, today - 1, 70],
    ['nothing used, with an end', [{ amount: 500, lastDay: today + 9 }], 0, today + 9, 500],
    ['nothing used, without an end', [{ amount: 500, lastDay: null }], 0, null, 0],
    ['over a year', [{ amount: 36_600, lastDay: null }], 100, null, 0],
  ])('covers %s', (_name, stocks, rhythm, lastsUntil, lost) => {
    expect(forecast(stocks, rhythm, today)).toEqual({ lastsUntil, lost });
  });

  it('loses never more than there is, and never more at a faster rhythm', () => {
    const stock = fc.record({
      amount: fc.nat(1_000_000),
      lastDay: fc.option(fc.integer({ min: today - 5, max: today + 60 })),
    });
    fc.assert(
      fc.property(fc.array(stock, { maxLength: 8 }), fc.nat(10_000), fc.nat(10_000), (stocks, slow, more) => {
        const there = stocks.reduce((sum, { amount }) => sum + amount, 0);
        const { lost } = forecast(stocks, slow, today);
        expect(lost).toBeGreaterThanOrEqual(0);
        expect(lost).toBeLessThanOrEqual(there);
        expect(forecast(stocks, slow + more, today).lost).toBeLessThanOrEqual(lost);
      }),
      { numRuns: 1000 },
    );
  });

  it('uses up exactly what a day-by-day count uses up', () => {
    const stock = fc.record({
      amount: fc.nat(2000),
      lastDay: fc.integer({ min: today - 2, max: today + 20 }),
    });
    fc.assert(
      fc.property(fc.array(stock, { maxLength: 6 }), fc.integer({ min: 1, max: 300 }), (stocks, rhythm) => {
        expect(forecast(stocks, rhythm, today).lost).toBe(lostDayByDay(stocks, rhythm));
      }),
      { numRuns: 1000 },
    );
  });
});

function lostDayByDay(stocks: readonly { amount: number; lastDay: number }[], rhythm: number): number {
  const left = stocks.toSorted((a, b) => a.lastDay - b.lastDay).map((stock) => ({ ...stock }));
  for (let day = today; day <= today + 20; day += 1) {
    let needed = rhythm;
    for (const stock of left) {
      if (day > stock.lastDay) continue;
      const used = Math.min(needed, stock.amount);
      stock.amount -= used;
      needed -= used;
    }
  }
  return left.reduce((sum, { amount }) => sum + amount, 0);
}
