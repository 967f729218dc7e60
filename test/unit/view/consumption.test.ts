import { describe, expect, it, test } from 'vitest';
import type { SubscriberDocument } from '../../../shared/domain/feedDocument';
import { buildBucket, buildSubscriber } from '../../helpers/builders';
import { fullViewOf, plain } from '../../helpers/customerViews';

type Usage = NonNullable<SubscriberDocument['usage']>;

const period = { from: '2026-11-01', to: '2026-11-22' };
const consumptionOf = (usage: Partial<Usage>) =>
  fullViewOf(buildSubscriber({ usage: { ...period, ...usage } })).consumption!;

describe('the consumption', () => {
  it('is not known when it never came', () => {
    expect(fullViewOf(buildSubscriber()).consumption).toBeNull();
  });

  it('is summed over the days that came, each kind by itself', () => {
    const { mobile, internet } = consumptionOf({
      daily: [
        { date: '2026-11-20', voice: 60, data: 1_000_000 },
        { date: '2026-11-21', voice: 30, spend: 350 },
      ],
    });
    expect([mobile.voice?.amount, mobile.spend?.amount, internet.data?.amount]).toEqual([90, 350, 1_000_000]);
  });

  it('of a kind that no day tells is not known, which is not zero', () => {
    const { mobile, days } = consumptionOf({ daily: [{ date: '2026-11-20', voice: 0 }] });
    expect([mobile.voice?.amount, mobile.sms]).toEqual([0, null]);
    expect(days[0]?.sms).toBeNull();
  });

  it('has its days in order, a corrected one once', () => {
    const { days, mobile } = consumptionOf({
      daily: [
        { date: '2026-11-21', voice: 5 },
        { date: '2026-11-20', voice: 1 },
        { date: '2026-11-21', voice: 7 },
      ],
    });
    expect(days.map(({ day, voice }) => [day.on, day.short, voice?.amount])).toEqual([
      ['2026-11-20', 'ven. 20', 1],
      ['2026-11-21', 'sam. 21', 7],
    ]);
    expect(mobile.voice?.amount).toBe(8);
  });

  it('sorts the allowances by what they count', () => {
    const allowance = (kind: string, unit: string) => ({ kind, label: kind, used: 1, limit: 2, unit });
    const { mobile, internet } = consumptionOf({
      allowances: [allowance('voice', 's'), allowance('data', 'B'), allowance('sms', 'sms')],
    });
    expect(mobile.allowances.map(({ kind }) => kind)).toEqual(['voice', 'sms']);
    expect(internet.allowances.map(({ kind }) => kind)).toEqual(['data']);
  });
});

test.each([
  [0, 100, 0, 'normal'],
  [79, 100, 79, 'normal'],
  [80, 100, 80, 'warning'],
  [29, 100, 29, 'normal'],
  [57, 100, 57, 'normal'],
  [999, 1000, 99, 'warning'],
  [100, 100, 100, 'reached'],
  [112, 100, 112, 'reached'],
  [0, 0, 0, 'normal'],
  [1, 0, 999, 'reached'],
  [10 ** 15, 1, 999, 'reached'],
])('%i used of %i is %i percent, %s', (used, limit, percent, level) => {
  const { mobile } = consumptionOf({
    allowances: [{ kind: 'voice', label: 'Forfait', used, limit, unit: 's' }],
  });
  expect(mobile.allowances[0]).toMatchObject({ percent, level });
});

describe('a forecast', () => {
  const week = (data: number, days = 7) =>
    Array.from({ length: days }, (_, index) => ({
      date: `2026-11-${String(21 - index).padStart(2, '0')}`,
      data,
    }));
  const allowance = (used: number) => ({
    allowances: [{ kind: 'data', label: 'Pass Internet Mois', used, limit: 5_000_000_000, unit: 'B' }],
  });
  const allowanceForecast = (usage: Partial<Usage>) => consumptionOf(usage).internet.allowances[0]?.forecast;

  test.each([
    [4_900_000_000, 'jusqu’à aujourd’hui.'],
    [4_700_000_000, 'jusqu’à demain.'],
    [4_500_000_000, 'jusqu’à jeudi.'],
    [3_000_000_000, 'jusqu’au 11/12/2026.'],
  ])('of an allowance of which %i bytes are used reads %s', (used, end) => {
    const forecast = allowanceForecast({ ...allowance(used), daily: week(100_000_000) });
    expect(plain(forecast!.text)).toBe(`À ce rythme, « Pass Internet Mois » dure ${end}`);
    expect(forecast?.confidence).toBe('enough');
  });

  it('says when too few days are known', () => {
    expect(allowanceForecast({ ...allowance(0), daily: week(1, 4) })).toEqual({
      confidence: 'tooFewDays',
      text: 'Pas assez de recul pour une prévision.',
      lastsUntil: null,
      lostAtExpiry: null,
    });
  });

  it('is not made of an allowance that is used up, or without daily use', () => {
    expect(allowanceForecast({ ...allowance(5_000_000_000), daily: week(1) })).toBeNull();
    expect(allowanceForecast(allowance(0))).toBeNull();
  });

  it('of an allowance ends with its period, when the feed tells one that is still to end', () => {
    const forecast = allowanceForecast({ ...allowance(0), to: '2026-11-30', daily: week(100_000_000) });
    expect(forecast).toMatchObject({
      lastsUntil: { on: '2026-11-30' },
      lostAtExpiry: { amount: 4_100_000_000 },
    });
  });

  it('of the internet volume uses up first what expires first, and tells what goes lost', () => {
    const { bonus } = fullViewOf(
      buildSubscriber({
        usage: { ...period, daily: week(100_000_000) },
        buckets: [
          buildBucket({ id: '1', code: 'internet.mensuel', unit: 'B', amount: 300_000_000 }),
          buildBucket({
            id: '2',
            code: 'internet.hebdo',
            unit: 'B',
            amount: 900_000_000,
            expiresAt: '2026-11-24T23:59:59Z',
          }),
          buildBucket({ id: '3', code: 'internet.nuit', unit: 'B', amount: 7_000_000_000 }),
          buildBucket({ id: '4', code: 'internet.social', unit: 'B', amount: 7_000_000_000 }),
        ],
      }),
    );
    expect(bonus?.map(({ forecast }) => forecast && plain(forecast.text))).toEqual([
      null,
      null,
      'À ce rythme, votre internet dure jusqu’à vendredi.',
    ]);
    expect(bonus?.[2]?.forecast).toMatchObject({
      lastsUntil: { on: '2026-11-27' },
      lostAtExpiry: { amount: 600_000_000 },
    });
  });

  it('reaches no further than a year', () => {
    const forecast = allowanceForecast({ ...allowance(0), daily: week(1) });
    expect(forecast).toMatchObject({ confidence: 'enough', lastsUntil: null });
    expect(plain(forecast!.text)).toBe('À ce rythme, « Pass Internet Mois » dure plus d’un an.');
  });
});
