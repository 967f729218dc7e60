import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bucket, SubscriberDocument } from '../../../shared/domain/feedDocument';
import { marketPack, type MarketPack } from '../../../shared/domain/market';
import { splitPayment, whoPays, type Use } from '../../../shared/domain/payer';
import { spendableAmount } from '../../../shared/domain/spendable';
import {
  arbitraryAmount,
  arbitraryMarket,
  arbitraryNow,
  arbitrarySubscriber,
} from '../../helpers/arbitraries';
import { buildBucket, buildSubscriber } from '../../helpers/builders';

const market = marketPack('CI');
const noon = Date.parse('2026-11-22T12:00:00Z');
const night = Date.parse('2026-11-22T03:00:00Z');

const callOnNet: Use = { traffic: 'call', to: 'onNet' };
const callOffNet: Use = { traffic: 'call', to: 'offNet' };
const callAbroad: Use = { traffic: 'call', to: 'abroad' };
const smsOnNet: Use = { traffic: 'sms', to: 'onNet' };
const data: Use = { traffic: 'data' };
const socialData: Use = { traffic: 'socialData' };
const uses = [callOnNet, callOffNet, callAbroad, smsOnNet, data, socialData];

const wallet: readonly Bucket[] = [
  buildBucket({ id: 'all', code: 'credit.mensuel.mensuel' }),
  buildBucket({ id: 'intra', code: 'credit.special.intra' }),
  buildBucket({ id: 'intraSeconds', code: 'minutes.special', reach: 'intra', unit: 's' }),
  buildBucket({ id: 'worldSeconds', code: 'minutes.special', reach: 'international', unit: 's' }),
  buildBucket({ id: 'messages', code: 'minutes.omoney', reach: 'tous', unit: 'sms' }),
  buildBucket({ id: 'month', code: 'internet.mensuel', unit: 'B' }),
  buildBucket({ id: 'night', code: 'internet.nuit', unit: 'B' }),
  buildBucket({ id: 'social', code: 'internet.social', unit: 'B' }),
];

/** The ids of those that pay, in order; `main` for the main account. */
function order(use: Use, buckets: readonly Bucket[] = wallet, at = noon, pack: MarketPack = market) {
  const { paying } = whoPays(buildSubscriber({ buckets: [...buckets] }), use, at, pack);
  return paying.map(({ bucket }) => bucket?.id ?? 'main');
}

function reason(changes: Partial<Bucket>, use: Use = callOnNet, at = noon) {
  const { refused } = whoPays(buildSubscriber({ buckets: [buildBucket(changes)] }), use, at, market);
  return refused[0]?.reason ?? 'pays';
}

describe('who pays', () => {
  it.each([
    ['a call on the network', callOnNet, ['intraSeconds', 'intra', 'worldSeconds', 'all', 'main']],
    ['a call to another network', callOffNet, ['worldSeconds', 'all', 'main']],
    ['a call abroad', callAbroad, ['worldSeconds', 'main']],
    ['a message', smsOnNet, ['intra', 'messages', 'all', 'main']],
    ['data by day', data, ['month', 'all', 'main']],
    ['social data', socialData, ['social', 'month', 'all', 'main']],
  ])('orders the balances for %s', (_, use, expected) => {
    expect(order(use)).toEqual(expected);
  });

  it('lets the night bonus pay at night, before what always counts', () => {
    expect(order(data, wallet, night)).toEqual(['night', 'month', 'all', 'main']);
  });

  it('counts data as one use, however far the balance reaches', () => {
    const far = buildBucket({ id: 'far', code: 'internet.mensuel', unit: 'B', reach: 'international' });
    const near = buildBucket({ id: 'near', code: 'credit.mensuel.mensuel', reach: 'intra' });
    expect(order(data, [near, far])).toEqual(['far', 'near', 'main']);
  });

  it('lets a balance pay from the very moment on from which it is valid', () => {
    expect(reason({ validFrom: '2026-11-22T12:00:00Z' })).toBe('pays');
    expect(reason({ validFrom: '2026-11-22T12:00:00.001Z' })).toBe('notYetValid');
  });

  it('counts two balances that are the same in everything as two', () => {
    const twin = buildBucket({ id: 'twin', code: 'internet.hebdo', unit: 'B' });
    expect(order(data, [twin, { ...twin }])).toEqual(['twin', 'twin', 'main']);
  });

  it('takes what expires first, then the smaller id, among equals', () => {
    const same = { code: 'internet.hebdo', unit: 'B' };
    const buckets = [
      buildBucket({ ...same, id: 'z' }),
      buildBucket({ ...same, id: 'late', expiresAt: '2026-12-01T00:00:00Z' }),
      buildBucket({ ...same, id: 'a' }),
      buildBucket({ ...same, id: 'soon', expiresAt: '2026-11-23T00:00:00Z' }),
    ];
    expect(order(data, buckets)).toEqual(['soon', 'late', 'a', 'z', 'main']);
  });

  it('says what puts each balance before the next', () => {
    const { paying } = whoPays(buildSubscriber({ buckets: [...wallet] }), data, night, market);
    expect(paying.map(({ aheadBy }) => aheadBy)).toEqual([
      'narrowestWindow',
      'narrowestReach',
      'bonusFirst',
      null,
    ]);
  });

  it('follows the order of the market pack', () => {
    const mainNotLast: MarketPack = { ...market, payer: { ...market.payer, order: ['earliestExpiry'] } };
    const buckets = [buildBucket({ id: 'endless', code: 'internet.mensuel', unit: 'B' })];
    expect(order(data, buckets)).toEqual(['endless', 'main']);
    expect(order(data, buckets, noon, mainNotLast)).toEqual(['main', 'endless']);
  });

  it('tells how far each goes, without what is held', () => {
    const bucket = buildBucket({ amount: 500, reserved: 120 });
    const { paying } = whoPays(buildSubscriber({ buckets: [bucket] }), callOnNet, noon, market);
    expect(paying.map(({ available, unit }) => [available, unit])).toEqual([
      [380, 'XOF'],
      [1250, 'XOF'],
    ]);
  });
});

describe('why a balance does not pay', () => {
  it.each([
    ['its use is not known', { code: 'promo.anniversaire' }, 'unknownUse'],
    ['its unit pays for something else', { code: 'minutes.special', reach: 'tous', unit: 'sms' }, 'unit'],
    ['it does not reach so far', { code: 'credit.special.intra' }, 'reach'],
    ['it has expired this very second', { expiresAt: '2026-11-22T12:00:00Z' }, 'expired'],
    ['it is not valid yet', { validFrom: '2026-11-22T12:00:01Z' }, 'notYetValid'],
    ['it counts at other hours', { window: { from: '22:00', to: '06:00' } }, 'window'],
    ['all of it is held', { reserved: 500 }, 'reserved'],
    ['nothing is left', { amount: 0 }, 'empty'],
  ] as const)('says that %s', (_, changes, expected) => {
    expect(reason(changes, callOffNet)).toBe(expected);
  });

  it('says that the account is meant for something else', () => {
    expect(reason({ code: 'internet.social', unit: 'B' }, data)).toBe('use');
    expect(reason({ code: 'credit.special.tous' }, data)).toBe('use');
  });

  it('trusts a balance without a reach with calls on the network only', () => {
    const unsaid = { code: 'minutes.special', unit: 's' };
    expect(reason(unsaid, callOnNet)).toBe('pays');
    expect(reason(unsaid, callOffNet)).toBe('reach');
  });

  it.each([
    [{ from: '22:00', to: '06:00' }, '2026-11-22T23:30:00Z', 'pays'],
    [{ from: '22:00', to: '06:00' }, '2026-11-22T05:59:59Z', 'pays'],
    [{ from: '22:00', to: '06:00' }, '2026-11-22T06:00:00Z', 'window'],
    [{ from: '22:00', to: '06:00' }, '2026-11-22T21:59:59Z', 'window'],
    [{ from: '08:00', to: '08:00' }, '2026-11-22T03:00:00Z', 'pays'],
  ])('reads the hours %j at %s', (window, at, expected) => {
    expect(reason({ window }, callOnNet, Date.parse(at))).toBe(expected);
  });

  it('reads the hours on the clocks of the market', () => {
    const bucket = buildBucket({ id: 'night', code: 'internet.nuit', unit: 'B' });
    const at = Date.parse('2026-11-22T23:30:00Z');
    expect(order(data, [bucket], at, marketPack('CI'))).toEqual(['main']);
    expect(order(data, [bucket], at, marketPack('CM'))).toEqual(['night', 'main']);
  });

  it('lets nothing pay on a line that is not active', () => {
    const document = buildSubscriber({ status: 'inactive', buckets: [...wallet] });
    const { paying, refused } = whoPays(document, callOnNet, noon, market);
    expect(paying).toEqual([]);
    expect(new Set(refused.map(({ reason: why }) => why))).toEqual(new Set(['line']));
  });

  it('refuses a main account that is empty, in debt or expired', () => {
    const main = (changes: Partial<SubscriberDocument['main']>) =>
      whoPays(buildSubscriber({ main: { amount: 100, currency: 'XOF', ...changes } }), data, noon, market)
        .refused[0]?.reason;
    expect(main({ amount: 0 })).toBe('empty');
    expect(main({ amount: -50 })).toBe('empty');
    expect(main({ expiresAt: '2026-11-22T11:59:59Z' })).toBe('expired');
    expect(main({})).toBeUndefined();
  });
});

describe('an amount to pay', () => {
  const seconds = { code: 'minutes.special', reach: 'intra', unit: 's' } as const;
  const buckets = [
    buildBucket({ ...seconds, id: 'soon', amount: 100, expiresAt: '2026-11-23T00:00:00Z' }),
    buildBucket({ ...seconds, id: 'late', amount: 200 }),
    buildBucket({ id: 'credit', code: 'credit.special.intra' }),
    buildBucket({ ...seconds, id: 'world', reach: 'international', amount: 900 }),
  ];
  const { paying } = whoPays(buildSubscriber({ buckets }), callOnNet, noon, market);
  const split = (due: number) => {
    const { parts, unpaid, continuedBy } = splitPayment(paying, due, 's');
    const amounts = parts.map(({ balance, amount }) => [balance.bucket?.id, amount]);
    return { amounts, unpaid, continuedBy: continuedBy?.bucket?.id ?? null };
  };

  it('is taken from the balances of its unit, in their order', () => {
    expect(split(60)).toEqual({ amounts: [['soon', 60]], unpaid: 0, continuedBy: null });
    expect(split(250)).toEqual({
      amounts: [
        ['soon', 100],
        ['late', 150],
      ],
      unpaid: 0,
      continuedBy: null,
    });
  });

  it('is told no further than a balance of another unit', () => {
    expect(split(1000)).toEqual({
      amounts: [
        ['soon', 100],
        ['late', 200],
      ],
      unpaid: 700,
      continuedBy: 'credit',
    });
  });
});

const arbitraryUse = fc.constantFrom(...uses);

describe('for any subscriber', () => {
  it('no balance pays that has expired, is not valid yet, is empty, or belongs to a line that is not active', () => {
    fc.assert(
      fc.property(
        arbitrarySubscriber,
        arbitraryUse,
        arbitraryNow,
        arbitraryMarket,
        (document, use, at, pack) => {
          const { paying } = whoPays(document, use, at, pack);
          if (document.status !== 'active') expect(paying).toEqual([]);
          for (const { bucket, available } of paying) {
            const { expiresAt } = bucket ?? document.main;
            if (expiresAt !== undefined) expect(Date.parse(expiresAt)).toBeGreaterThan(at);
            if (bucket?.validFrom !== undefined) expect(Date.parse(bucket.validFrom)).toBeLessThanOrEqual(at);
            expect(available).toBe(bucket ? spendableAmount(bucket) : document.main.amount);
            expect(available).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('no balance pays beyond its reach, and no unit for the traffic of another', () => {
    const covered = {
      intra: ['onNet'],
      tous: ['onNet', 'offNet'],
      international: ['onNet', 'offNet', 'abroad'],
    };
    const ownTraffic: Readonly<Record<string, readonly string[]>> = {
      s: ['call'],
      sms: ['sms'],
      B: ['data', 'socialData'],
    };
    fc.assert(
      fc.property(
        arbitrarySubscriber,
        arbitraryUse,
        arbitraryNow,
        arbitraryMarket,
        (document, use, at, pack) => {
          for (const { bucket } of whoPays(document, use, at, pack).paying) {
            if (bucket === null) continue;
            if ('to' in use && bucket.reach !== undefined) expect(covered[bucket.reach]).toContain(use.to);
            if (bucket.code.endsWith('.intra') && bucket.reach === undefined)
              expect(use).toHaveProperty('to', 'onNet');
            if (ownTraffic[bucket.unit] !== undefined) expect(ownTraffic[bucket.unit]).toContain(use.traffic);
            if (bucket.code === 'internet.social') expect(use.traffic).toBe('socialData');
          }
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('every balance either pays or is refused, once', () => {
    fc.assert(
      fc.property(arbitrarySubscriber, arbitraryUse, arbitraryNow, (document, use, at) => {
        const { paying, refused } = whoPays(document, use, at, market);
        const all = [...paying, ...refused].map(({ bucket }) => bucket);
        expect(new Set(all)).toEqual(new Set([null, ...(document.buckets ?? [])]));
        expect(all).toHaveLength(1 + (document.buckets?.length ?? 0));
      }),
      { numRuns: 1000 },
    );
  });

  it('the order is the same however the balances arrive', () => {
    const shuffled = arbitrarySubscriber.chain((document) =>
      fc.tuple(
        fc.constant(document),
        fc.shuffledSubarray(document.buckets ?? [], { minLength: document.buckets?.length ?? 0 }),
      ),
    );
    fc.assert(
      fc.property(shuffled, arbitraryUse, arbitraryNow, ([document, buckets], use, at) => {
        expect(whoPays({ ...document, buckets }, use, at, market)).toEqual(
          whoPays({ ...document, buckets: document.buckets ?? [] }, use, at, market),
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('what is paid never exceeds what is there, and with what is unpaid is what was due', () => {
    const arbitraryUnit = fc.constantFrom('XOF', 's', 'sms', 'B');
    fc.assert(
      fc.property(
        arbitrarySubscriber,
        arbitraryUse,
        arbitraryNow,
        arbitraryAmount,
        arbitraryUnit,
        (document, use, at, due, unit) => {
          const { paying } = whoPays(document, use, at, market);
          const { parts, unpaid, continuedBy } = splitPayment(paying, due, unit);
          for (const { balance, amount } of parts) {
            expect(amount).toBeGreaterThan(0);
            expect(amount).toBeLessThanOrEqual(balance.available);
            expect(balance.unit).toBe(unit);
          }
          expect(parts.reduce((rest, { amount }) => rest - amount, due)).toBe(unpaid);
          expect(unpaid).toBeGreaterThanOrEqual(0);
          if (unpaid === 0) return;
          // Nothing was passed over: all that comes before the one that continues is used up.
          expect(parts.map(({ balance, amount }) => [balance, amount])).toEqual(
            paying.slice(0, parts.length).map((balance) => [balance, balance.available]),
          );
          expect(continuedBy).toBe(paying[parts.length] ?? null);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
