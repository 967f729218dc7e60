import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bucket, SubscriberDocument } from '../../../shared/domain/feedDocument';
import { diffSnapshots, type LedgerEntry } from '../../../shared/domain/ledger';
import { spendableAmount } from '../../../shared/domain/spendable';

const noon = '2026-11-22T12:00:00Z';
const evening = '2026-11-22T18:00:00Z';

function snapshot(asOf: string, buckets?: readonly Bucket[], main: Partial<SubscriberDocument['main']> = {}) {
  const document: SubscriberDocument = {
    _id: 'subscriber:2250700000001',
    type: 'subscriber',
    schema: 1,
    asOf,
    msisdn: '2250700000001',
    status: 'active',
    main: { amount: 1000, currency: 'XOF', ...main },
    ...(buckets !== undefined && { buckets: [...buckets] }),
  };
  return document;
}

function bucket(changes: Partial<Bucket> = {}): Bucket {
  return { id: 'b1', code: 'credit.special.tous', amount: 500, unit: 'XOF', ...changes };
}

/** The entries in short: account, label, signed amount. */
function tell(before: SubscriberDocument, after: SubscriberDocument) {
  return diffSnapshots(before, after).map(({ accountId, kind, amount }) => [accountId, kind, amount]);
}

function tellBucket(before: Bucket | null, after: Bucket | null) {
  return tell(snapshot(noon, before ? [before] : []), snapshot(evening, after ? [after] : []));
}

describe('the ledger of one account', () => {
  it('has nothing to say when nothing changed', () => {
    expect(tellBucket(bucket(), bucket())).toEqual([]);
  });

  it.each([
    ['less than before', bucket({ amount: 320 }), [['b1', 'used', -180]]],
    ['a bucket gone that had no expiry', null, [['b1', 'used', -500]]],
    ['more than before for no reason', bucket({ amount: 600 }), [['b1', 'unexplained', 100]]],
    ['something held', bucket({ reserved: 120 }), [['b1', 'reserved', -120]]],
    [
      'more held and something used',
      bucket({ amount: 450, reserved: 50 }),
      [
        ['b1', 'reserved', -50],
        ['b1', 'used', -50],
      ],
    ],
    ['a larger deposit', bucket({ amount: 900, initial: 900 }), [['b1', 'granted', 400]]],
  ])('tells %s', (_, after, told) => {
    expect(tellBucket(bucket(), after)).toEqual(told);
  });

  it('releases what was held and uses what was paid with it', () => {
    expect(tellBucket(bucket({ reserved: 200 }), bucket({ amount: 300 }))).toEqual([
      ['b1', 'released', 200],
      ['b1', 'used', -200],
    ]);
  });

  it('never holds more than there is', () => {
    expect(tellBucket(bucket(), bucket({ reserved: 9000 }))).toEqual([['b1', 'reserved', -500]]);
  });

  it('grants a bucket that was not there', () => {
    expect(tellBucket(null, bucket())).toEqual([['b1', 'granted', 500]]);
  });

  const expiresAt = '2026-11-22T15:00:00Z';

  it.each([
    ['gone', null],
    ['at zero', bucket({ amount: 0, expiresAt })],
  ])('calls expired what is %s once its expiry has passed', (_, after) => {
    expect(tellBucket(bucket({ expiresAt }), after)).toEqual([['b1', 'expired', -500]]);
  });

  it('counts the very second of the expiry as expired', () => {
    expect(tellBucket(bucket({ expiresAt: evening }), null)).toEqual([['b1', 'expired', -500]]);
  });

  it('calls used what is gone before its expiry, and what was taken while something stayed', () => {
    expect(tellBucket(bucket({ expiresAt: '2026-11-22T18:00:01Z' }), null)).toEqual([['b1', 'used', -500]]);
    expect(tellBucket(bucket({ expiresAt }), bucket({ amount: 200, expiresAt }))).toEqual([
      ['b1', 'used', -300],
    ]);
  });

  it('calls expired whatever goes from a bucket that had expired before', () => {
    const long = '2026-11-20T00:00:00Z';
    expect(tellBucket(bucket({ expiresAt: long }), bucket({ amount: 200, expiresAt: long }))).toEqual([
      ['b1', 'expired', -300],
    ]);
    expect(tellBucket(bucket({ expiresAt: noon }), bucket({ amount: 200, expiresAt: noon }))).toEqual([
      ['b1', 'expired', -300],
    ]);
  });

  it('cannot explain a use before the validity begins', () => {
    const validFrom = '2026-12-01T00:00:00Z';
    expect(tellBucket(bucket({ validFrom }), bucket({ amount: 100, validFrom }))).toEqual([
      ['b1', 'unexplained', -400],
    ]);
  });

  it('calls used what is taken from the very second on in which the validity begins', () => {
    const after = bucket({ amount: 100, validFrom: evening });
    expect(tellBucket(bucket({ validFrom: evening }), after)).toEqual([['b1', 'used', -400]]);
  });

  it('grants what comes with a later beginning, and with that alone', () => {
    const later = bucket({ amount: 700, validFrom: evening });
    expect(tellBucket(bucket({ validFrom: noon }), later)).toEqual([['b1', 'granted', 200]]);
    expect(tellBucket(bucket({ validFrom: evening }), later)).toEqual([['b1', 'unexplained', 200]]);
  });

  it('grants what comes with a later expiry', () => {
    const later = bucket({ amount: 700, expiresAt: '2026-12-31T00:00:00Z' });
    expect(tellBucket(bucket({ expiresAt }), later)).toEqual([['b1', 'granted', 200]]);
  });

  it('tells what was lost and what came when a new deposit takes the place of the old', () => {
    const renewed = bucket({ amount: 800, validFrom: expiresAt, expiresAt: '2026-12-31T00:00:00Z' });
    expect(tellBucket(bucket({ expiresAt }), renewed)).toEqual([
      ['b1', 'expired', -500],
      ['b1', 'granted', 800],
    ]);
  });

  it('loses nothing to a renewal that is announced, until the old deposit has expired', () => {
    const december = '2026-12-01T00:00:00Z';
    const announced = bucket({ amount: 800, validFrom: december, expiresAt: '2026-12-31T00:00:00Z' });
    expect(tellBucket(bucket({ expiresAt: december }), announced)).toEqual([['b1', 'granted', 300]]);
    const begun = bucket({ amount: 800, validFrom: evening, expiresAt: december });
    expect(tellBucket(bucket({ expiresAt: evening }), begun)).toEqual([
      ['b1', 'expired', -500],
      ['b1', 'granted', 800],
    ]);
  });

  it('compares instants, not their spelling', () => {
    const before = bucket({ expiresAt: '2026-11-22T18:00:00.000Z' });
    const after = bucket({ amount: 600, expiresAt: '2026-11-22T18:00:00Z' });
    expect(tellBucket(before, after)).toEqual([['b1', 'unexplained', 100]]);
  });

  it('carries when it was seen, the code, the unit and the label that came', () => {
    const labelled = bucket({ code: 'promo.anniversaire', label: 'Cadeau anniversaire', unit: 's' });
    expect(diffSnapshots(snapshot(noon, []), snapshot(evening, [labelled]))).toEqual([
      {
        at: evening,
        accountId: 'b1',
        code: 'promo.anniversaire',
        label: 'Cadeau anniversaire',
        unit: 's',
        kind: 'granted',
        amount: 500,
      },
    ]);
  });
});

describe('the ledger of the main account', () => {
  const tellMain = (
    before: Partial<SubscriberDocument['main']>,
    after: Partial<SubscriberDocument['main']>,
  ) => tell(snapshot(noon, [], before), snapshot(evening, [], after));

  it('tells use, top-up, loss and what nothing explains', () => {
    const november = '2026-11-22T15:00:00Z';
    const december = '2026-12-31T00:00:00Z';
    expect(tellMain({}, { amount: 900 })).toEqual([['main', 'used', -100]]);
    expect(tellMain({ expiresAt: november }, { amount: 1500, expiresAt: december })).toEqual([
      ['main', 'granted', 500],
    ]);
    expect(tellMain({ expiresAt: november }, { amount: 0, expiresAt: november })).toEqual([
      ['main', 'expired', -1000],
    ]);
    expect(tellMain({}, { amount: 1500 })).toEqual([['main', 'unexplained', 500]]);
  });

  it('follows a debt', () => {
    expect(tellMain({ amount: 100 }, { amount: -50 })).toEqual([['main', 'used', -150]]);
    expect(tellMain({ amount: 0 }, { amount: -50, currency: 'EUR' })).toEqual([['main', 'used', -50]]);
  });

  it('bears its name as its code, and no label', () => {
    expect(diffSnapshots(snapshot(noon), snapshot(evening, undefined, { amount: 900 }))).toStrictEqual([
      { at: evening, accountId: 'main', code: 'main', unit: 'XOF', kind: 'used', amount: -100 },
    ]);
  });

  it('never adds two currencies', () => {
    expect(tellMain({}, { amount: 40, currency: 'EUR' })).toEqual([
      ['main', 'used', -1000],
      ['main', 'granted', 40],
    ]);
  });
});

describe('moves between accounts', () => {
  it('sees the same amount leave one account and reach another at once', () => {
    const before = snapshot(noon, [bucket()]);
    const after = snapshot(evening, [bucket({ amount: 300 }), bucket({ id: 'b2', amount: 200 })]);
    expect(tell(before, after)).toEqual([
      ['b1', 'moved', -200],
      ['b2', 'moved', 200],
    ]);
  });

  it('sees them from and to the main account', () => {
    const before = snapshot(noon, [bucket()]);
    const after = snapshot(evening, [bucket({ amount: 300 })], { amount: 1200 });
    expect(tell(before, after)).toEqual([
      ['main', 'moved', 200],
      ['b1', 'moved', -200],
    ]);
  });

  it('uses each gain for one move only', () => {
    const before = snapshot(noon, [bucket(), bucket({ id: 'b2' })]);
    const after = snapshot(evening, [], { amount: 1500 });
    expect(tell(before, after)).toEqual([
      ['main', 'moved', 500],
      ['b1', 'moved', -500],
      ['b2', 'used', -500],
    ]);
  });

  it('moves nothing between units, and nothing that expired', () => {
    const seconds = bucket({ id: 'b2', unit: 's' });
    expect(tell(snapshot(noon, [bucket()]), snapshot(evening, [seconds]))).toEqual([
      ['b1', 'used', -500],
      ['b2', 'granted', 500],
    ]);
    const lost = bucket({ expiresAt: '2026-11-22T15:00:00Z' });
    expect(tell(snapshot(noon, [lost]), snapshot(evening, [bucket({ id: 'b2' })]))).toEqual([
      ['b1', 'expired', -500],
      ['b2', 'granted', 500],
    ]);
  });
});

describe('the ledger of a whole subscriber', () => {
  it('says nothing of buckets that are not known', () => {
    expect(tell(snapshot(noon, [bucket()]), snapshot(evening))).toEqual([]);
    expect(tell(snapshot(noon), snapshot(evening, [bucket()]))).toEqual([]);
  });

  it('matches repeated ids one by one', () => {
    const before = snapshot(noon, [bucket(), bucket({ amount: 70 })]);
    const after = snapshot(evening, [bucket(), bucket({ amount: 50 })]);
    expect(tell(before, after)).toEqual([['b1', 'used', -20]]);
  });

  it('adds up to the difference of the ends of any span, per account and in total', () => {
    fc.assert(
      fc.property(chain, (snapshots) => {
        const entries = snapshots.slice(1).flatMap((after, index) => diffSnapshots(snapshots[index]!, after));
        const difference = subtract(balances(snapshots.at(-1)!), balances(snapshots[0]!));
        expect(nonZero(sumByAccount(entries))).toEqual(nonZero(difference));
        expect(sum(entries.map(({ amount }) => amount))).toBe(sum([...difference.values()]));
        expect(entries.every(({ amount }) => amount !== 0)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('moves exactly as much out as in, unit by unit', () => {
    fc.assert(
      fc.property(chain, (snapshots) => {
        for (const [index, after] of snapshots.slice(1).entries()) {
          const moved = diffSnapshots(snapshots[index]!, after).filter(({ kind }) => kind === 'moved');
          for (const unit of new Set(moved.map((entry) => entry.unit))) {
            expect(sum(moved.filter((entry) => entry.unit === unit).map(({ amount }) => amount))).toBe(0);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** Few ids, units, instants and amounts, so that accounts repeat, move, expire and come back often. */
const anInstant = fc
  .integer({ min: 0, max: 12 })
  .map((hours) => new Date(Date.UTC(2026, 10, 22, hours)).toISOString());
const anAmount = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 10 ** 12 }));
const aBucket: fc.Arbitrary<Bucket> = fc.record(
  {
    id: fc.constantFrom('b1', 'b2', 'b3', 'main'),
    code: fc.constantFrom('credit.special.tous', 'minutes.special', 'promo.inconnue'),
    unit: fc.constantFrom('XOF', 's', 'sms', 'B'),
    amount: anAmount,
    reserved: anAmount,
    initial: anAmount,
    validFrom: anInstant,
    expiresAt: anInstant,
  },
  { requiredKeys: ['id', 'code', 'unit', 'amount'] },
);
const aSnapshot = fc
  .record({
    asOf: anInstant,
    buckets: fc.array(aBucket, { maxLength: 6 }),
    main: fc.record(
      {
        amount: fc.integer({ min: -1000, max: 10 ** 12 }),
        currency: fc.constantFrom('XOF', 'XAF'),
        expiresAt: anInstant,
      },
      { requiredKeys: ['amount', 'currency'] },
    ),
  })
  .map(({ asOf, buckets, main }) => snapshot(asOf, buckets, main));
const chain = fc.array(aSnapshot, { minLength: 2, maxLength: 6 });

/** What can be spent, by id and unit. The main account and a bucket named `main` share the key and are added. */
function balances(document: SubscriberDocument): Map<string, number> {
  const total = new Map([[`main ${document.main.currency}`, document.main.amount]]);
  for (const each of document.buckets ?? []) add(total, `${each.id} ${each.unit}`, spendableAmount(each));
  return total;
}

function sumByAccount(entries: readonly LedgerEntry[]): Map<string, number> {
  const total = new Map<string, number>();
  for (const { accountId, unit, amount } of entries) add(total, `${accountId} ${unit}`, amount);
  return total;
}

function subtract(end: Map<string, number>, start: Map<string, number>): Map<string, number> {
  const difference = new Map(end);
  for (const [key, amount] of start) add(difference, key, -amount);
  return difference;
}

function add(total: Map<string, number>, key: string, amount: number): void {
  total.set(key, (total.get(key) ?? 0) + amount);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

function nonZero(total: Map<string, number>): Record<string, number> {
  return Object.fromEntries([...total].filter(([, amount]) => amount !== 0));
}
