import { describe, expect, test } from 'vitest';
import { balancesOf, isBalanceOf } from '../../../electron/live/mapping/balances';
import { marketPack } from '../../../shared/domain/market';

const market = marketPack('CI');
const asOf = '2026-11-22T12:00:00Z';

const data = (amount: number) => ({ usageType: 'data', remainingValue: { amount, units: 'MB' } });
const money = (amount: number) => ({ usageType: 'monetary', remainingValue: { amount, units: 'FCFA' } });

function bucketOf(bucket: Parameters<typeof balancesOf>[0][number]) {
  return balancesOf([bucket], asOf, market).buckets[0];
}

describe('TMF654 buckets', () => {
  test('become the main account, Orange Money and bonuses', () => {
    expect(
      balancesOf(
        [
          {
            ...money(1250),
            id: '1',
            product: [{ id: 'main' }],
            validFor: { endDateTime: '2026-12-31T23:59:59+00:00' },
          },
          { ...money(15_000), id: '2', name: 'Orange Money', status: 'active' },
          {
            ...data(1500),
            id: '3',
            name: 'Bonus Nuit',
            product: [{ id: 'DATA_NUIT' }],
            reservedValue: { amount: 0.5, units: 'MB' },
            validFor: { startDateTime: '2026-11-01T01:00:00+01:00', endDateTime: '2026-11-24T05:00:00Z' },
          },
        ],
        asOf,
        market,
      ),
    ).toEqual({
      main: { amount: 1250, currency: 'XOF', expiresAt: '2026-12-31T23:59:59Z' },
      orangeMoney: { amount: 15_000, currency: 'XOF', status: 'active' },
      buckets: [
        {
          id: '3',
          code: 'internet.nuit',
          label: 'Bonus Nuit',
          amount: 1_500_000_000,
          unit: 'B',
          reserved: 500_000,
          validFrom: '2026-11-01T00:00:00Z',
          expiresAt: '2026-11-24T05:00:00Z',
        },
      ],
    });
  });

  test.each([
    ['internet.hebdo', 'internet.hebdo', undefined],
    ['VOIX_INTER', 'minutes.special', 'international'],
    ['minutes.omoney.intra', 'minutes.omoney', 'intra'],
    ['credit.mensuel.intra', 'credit.mensuel.intra', undefined],
  ])('are known by their product’s id: %s', (id, code, reach) => {
    const bucket = bucketOf({
      id: 'b',
      usageType: 'data',
      remainingValue: { amount: 1, units: 'B' },
      product: [{ id }],
    });
    expect(bucket?.code).toBe(code);
    expect(bucket?.reach).toBe(reach);
  });

  test('are known by the name that customers know, where the unit leaves one account of it', () => {
    expect(bucketOf({ ...data(1), product: [{ id: 'x7', name: 'bonus  mensuel' }] })?.code).toBe(
      'internet.mensuel',
    );
    expect(bucketOf({ ...money(1), name: 'Crédit Omoney', product: [{ id: 'x8' }] })?.code).toBe(
      'credit.mensuel.omoney',
    );
    // Called the same in Bonus Minutes: nothing tells which is meant before the unit does.
    expect(
      bucketOf({ usageType: 'sms', remainingValue: { amount: 3 }, name: 'Spécial', product: [{ id: 'x9' }] })
        ?.code,
    ).toBe('minutes.special');
  });

  test('that nothing knows are kept under their own code and label', () => {
    expect(bucketOf({ ...data(200), id: '9', name: 'Cadeau', product: [{ id: 'PROMO_X' }] })).toEqual({
      id: '9',
      code: 'PROMO_X',
      label: 'Cadeau',
      amount: 200_000_000,
      unit: 'B',
    });
    expect(bucketOf({ ...data(200), id: '9' })).toMatchObject({ id: '9', code: '9' });
    expect(bucketOf(data(200))).toMatchObject({ id: 'bucket 1', code: 'bucket 1' });
  });

  test('take the only money without a product for the main account, and none of two', () => {
    expect(balancesOf([money(70), data(1)], asOf, market).main).toEqual({ amount: 70, currency: 'XOF' });
    const two = balancesOf([money(70), money(80)], asOf, market);
    expect(two.main).toBeUndefined();
    expect(two.buckets).toHaveLength(2);
  });

  test('hold all of what is suspended and have ended when they are called expired', () => {
    expect(bucketOf({ ...data(5), status: 'suspended' })).toMatchObject({
      amount: 5_000_000,
      reserved: 5_000_000,
    });
    expect(bucketOf({ ...data(5), status: 'expired' })?.expiresAt).toBe(asOf);
    const ended = { endDateTime: '2026-11-01T00:00:00Z' };
    expect(bucketOf({ ...data(5), status: 'expired', validFor: ended })?.expiresAt).toBe(
      '2026-11-01T00:00:00Z',
    );
  });

  test('say nothing where they have no amount, or an end that nobody can read', () => {
    expect(balancesOf([{ product: [{ id: 'main' }] }], asOf, market)).toEqual({ buckets: [] });
    expect(bucketOf({ ...data(5), validFor: { endDateTime: 'soon' } })).not.toHaveProperty('expiresAt');
    expect(bucketOf({ ...data(5), validFor: { endDateTime: '2026-13-45T00:00:00Z' } })).not.toHaveProperty(
      'expiresAt',
    );
  });

  test('are this customer’s in whichever form the number is written, and not another’s', () => {
    const own = (id: string) => isBalanceOf('2250700000001', { logicalResource: [{ id }] }, market);
    expect(['2250700000001', '+225 07 00 00 00 01', '0700000001'].map(own)).toEqual([true, true, true]);
    expect(['2250700000002', 'string', ''].map(own)).toEqual([false, false, false]);
    expect(isBalanceOf('2250700000001', {}, market)).toBe(true);
  });
});
