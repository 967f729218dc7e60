import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { placeInCatalogue, type BonusCatalogue } from '../../../shared/domain/bonusCatalogue';
import type { Bucket } from '../../../shared/domain/feedDocument';
import { marketPack, type MarketPack } from '../../../shared/domain/market';
import { arbitraryInstant, arbitraryNow, arbitrarySubscriber } from '../../helpers/arbitraries';
import { buildBucket, buildRichSubscriber, buildSubscriber } from '../../helpers/builders';
import { accountsOf, exampleNow, fullViewOf, plain } from '../../helpers/customerViews';

const market = marketPack('CI');
const viewOfBuckets = (...buckets: Bucket[]) => fullViewOf(buildSubscriber({ buckets }));
const categoryOf = (code: string, ...buckets: Bucket[]) =>
  viewOfBuckets(...buckets).bonus!.find((category) => category.code === code)!;

describe('the bonus accounts', () => {
  it('stand in their categories and headings in the order of the catalogue', () => {
    const view = viewOfBuckets(
      buildBucket({ id: '1', code: 'credit.special.tous' }),
      buildBucket({ id: '2', code: 'credit.mensuel.bonus' }),
      buildBucket({ id: '3', code: 'credit.mensuel.mensuel' }),
      buildBucket({ id: '4', code: 'promo.anniversaire', label: 'Cadeau' }),
      buildBucket({ id: '5', code: 'internet.nuit', unit: 'B' }),
    );
    expect(
      view.bonus?.map(({ label, headings }) => [
        label,
        headings.map((heading) => [heading.label, heading.accounts.map((account) => account.label)]),
      ]),
    ).toEqual([
      [
        'Bonus Crédit',
        [
          ['Bonus Mensuel', ['Crédit mensuel', 'Bonus']],
          ['Spécial', ['Spécial Tous Réseaux']],
          ['Autres avantages', ['Cadeau']],
        ],
      ],
      ['Bonus Minutes', []],
      ['Internet', [['Bonus Nuit', ['Bonus Nuit']]]],
    ]);
  });

  it('are not known, rather than none, when they never came', () => {
    expect(fullViewOf(buildSubscriber()).bonus).toBeNull();
    expect(viewOfBuckets().bonus?.map(({ totals, headings }) => [totals, headings])).toEqual([
      [[], []],
      [[], []],
      [[], []],
    ]);
  });

  it('of one account stand in the order in which they expire', () => {
    const [heading] = categoryOf(
      'minutes',
      buildBucket({ id: 'never', code: 'minutes.special', unit: 's' }),
      buildBucket({ id: 'late', code: 'minutes.special', unit: 'sms', expiresAt: '2026-12-20T00:00:00Z' }),
      buildBucket({ id: 'soon', code: 'minutes.special', unit: 's', expiresAt: '2026-11-24T00:00:00Z' }),
    ).headings;
    expect(heading?.accounts.map(({ id }) => id)).toEqual(['soon', 'late', 'never']);
  });

  it('that share an id are all kept, each under an id of its own', () => {
    const accounts = accountsOf(
      viewOfBuckets(
        buildBucket({ id: 'b', amount: 1 }),
        buildBucket({ id: 'b#2', amount: 2 }),
        buildBucket({ id: 'b', amount: 3 }),
        buildBucket({ id: 'b', amount: 4 }),
      ),
    );
    expect(accounts.map(({ figure }) => figure.amount)).toEqual([1, 2, 3, 4]);
    expect(new Set(accounts.map(({ id }) => id)).size).toBe(4);
  });

  it('tell how far they reach, when they count and what of them remains', () => {
    const [account] = accountsOf(
      viewOfBuckets(
        buildBucket({ code: 'internet.nuit', unit: 'B', amount: 1999, initial: 2000, reach: 'tous' }),
      ),
    );
    expect(account).toMatchObject({ reachLabel: 'Tous réseaux', remainingPercent: 99 });
    expect(plain(account!.window!)).toBe('de 0 h à 5 h');
    expect(account!.title).toBe('Internet › Bonus Nuit');
  });

  it.each([28, 29, 57, 58])('tell %i percent of a hundred as what it is', (amount) => {
    const [account] = accountsOf(viewOfBuckets(buildBucket({ amount, initial: 100 })));
    expect(account).toMatchObject({ remainingPercent: amount });
  });

  it('are named in the language of the view', () => {
    const [account] = accountsOf(
      fullViewOf(buildSubscriber({ buckets: [buildBucket({ code: 'internet.nuit' })] }), { language: 'en' }),
    );
    expect(account).toMatchObject({ label: 'Night bonus', window: 'from 00:00 to 05:00' });
  });
});

describe('an account that the catalogue does not know', () => {
  test.each([
    ['the label that came', 'Cadeau', 'Cadeau'],
    ['its code, without a label', undefined, 'promo.x'],
    ['its code, with a label of nothing to see', '\u202e \u0007', 'promo.x'],
  ])('is shown under %s', (_name, label, shown) => {
    const [account] = accountsOf(
      viewOfBuckets(buildBucket({ code: 'promo.x', ...(label !== undefined && { label }) })),
    );
    expect(account).toMatchObject({ label: shown, purpose: null });
  });

  it('is shown as another benefit, when not even its code can be read', () => {
    const [account] = accountsOf(viewOfBuckets(buildBucket({ code: '\u202e' })));
    expect(account?.label).toBe('Autres avantages');
  });
});

describe('what has expired', () => {
  const before = buildBucket({ id: 'before', amount: 100, expiresAt: '2026-11-23T09:59:59Z' });
  const now = buildBucket({ id: 'now', amount: 200, expiresAt: '2026-11-23T10:00:00Z' });
  const after = buildBucket({ id: 'after', amount: 400, expiresAt: '2026-11-23T10:00:01Z' });
  const later = buildBucket({ id: 'later', amount: 800, validFrom: '2026-11-23T10:00:01Z' });
  const credit = categoryOf('credit', before, now, after, later);

  it('stands apart and is counted in no total, whatever the day of the sync', () => {
    expect(credit.expired.map(({ id }) => id)).toEqual(['now', 'before']);
    expect(credit.totals.map(({ amount }) => amount)).toEqual([400]);
  });

  it('is not next to expire', () => {
    expect(credit.nextToExpire?.id).toBe('after');
  });

  it('is told apart from what is not valid yet', () => {
    expect(credit.headings[0]?.accounts.map(({ id, state }) => [id, state])).toEqual([
      ['after', 'usable'],
      ['later', 'notYetValid'],
    ]);
  });

  it('never comes back as time goes on', () => {
    fc.assert(
      fc.property(arbitrarySubscriber, arbitraryNow, fc.nat(100_000_000_000), (document, earlier, passed) => {
        const active = { ...document, status: 'active' as const };
        const expiredAt = (at: number) =>
          accountsOf(fullViewOf(active, { now: at })).filter(({ state }) => state === 'expired');
        const later = new Set(expiredAt(earlier + passed).map(({ id }) => id));
        for (const { id } of expiredAt(earlier)) expect(later).toContain(id);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a total', () => {
  it('is one per unit, in the order money, time, messages, volume', () => {
    const minutes = categoryOf(
      'minutes',
      buildBucket({ code: 'minutes.special', unit: 'sms', amount: 3 }),
      buildBucket({ code: 'minutes.special', unit: 's', amount: 60 }),
      buildBucket({ code: 'minutes.special', unit: 'XOF', amount: 500 }),
      buildBucket({ code: 'minutes.mensuel', unit: 's', amount: 690 }),
    );
    expect(minutes.totals.map(({ text }) => plain(text))).toEqual(['500 F CFA', '12 min 30 s', '3 SMS']);
  });

  it('leaves out what is held, which stands on a line of its own', () => {
    const credit = categoryOf(
      'credit',
      buildBucket({ id: '1', amount: 500, reserved: 120 }),
      buildBucket({ id: '2', amount: 300 }),
      buildBucket({ id: '3', amount: 10, reserved: 9000 }),
    );
    expect(credit.totals.map(({ amount }) => amount)).toEqual([680]);
    expect(credit.reserved.map(({ amount }) => amount)).toEqual([130]);
    expect(
      credit.headings[0]?.accounts.map(({ figure, reserved }) => [figure.amount, reserved?.amount]),
    ).toEqual([
      [500, 120],
      [300, undefined],
      [10, 10],
    ]);
  });

  it('stays exact, at the largest exact integer if need be', () => {
    const huge = buildBucket({ amount: Number.MAX_SAFE_INTEGER });
    expect(categoryOf('credit', huge, huge, huge).totals[0]?.amount).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('is the sum of what can be used now, of any subscriber at any time', () => {
    fc.assert(
      fc.property(arbitrarySubscriber, arbitraryNow, (document, now) => {
        const recent = { ...document, status: 'active' as const, asOf: new Date(now).toISOString() };
        for (const category of fullViewOf(recent, { now }).bonus ?? []) {
          expect(new Map(category.totals.map(({ unit, amount }) => [unit, amount]))).toEqual(
            usableSums(recent.buckets ?? [], category.code, now),
          );
        }
      }),
      { numRuns: 1000 },
    );
  });
});

function usableSums(buckets: readonly Bucket[], category: string, now: number): Map<string, number> {
  const sums = new Map<string, bigint>();
  for (const bucket of buckets) {
    const { amount, reserved = 0, unit, validFrom, expiresAt } = bucket;
    if (placeInCatalogue(bucket, market).category.code !== category) continue;
    if (expiresAt !== undefined && Date.parse(expiresAt) <= now) continue;
    if (validFrom !== undefined && Date.parse(validFrom) > now) continue;
    sums.set(unit, (sums.get(unit) ?? 0n) + BigInt(amount) - BigInt(Math.min(amount, reserved)));
  }
  const largest = BigInt(Number.MAX_SAFE_INTEGER);
  return new Map([...sums].map(([unit, sum]) => [unit, Number(sum < largest ? sum : largest)]));
}

describe('next to expire', () => {
  it('is the soonest that has something to lose', () => {
    const credit = categoryOf(
      'credit',
      buildBucket({ id: 'empty', amount: 0, expiresAt: '2026-11-24T00:00:00Z' }),
      buildBucket({ id: 'second', expiresAt: '2026-11-26T00:00:00Z' }),
      buildBucket({ id: 'first', expiresAt: '2026-11-25T00:00:00Z' }),
      buildBucket({ id: 'never' }),
    );
    expect(credit.nextToExpire?.id).toBe('first');
  });

  it('looks across the categories as far as the market says', () => {
    const view = viewOfBuckets(
      buildBucket({ id: 'day 14', expiresAt: '2026-12-07T23:59:59Z' }),
      buildBucket({ id: 'day 15', expiresAt: '2026-12-08T00:00:01Z' }),
      buildBucket({ id: 'tonight', code: 'internet.nuit', unit: 'B', expiresAt: '2026-11-23T23:59:59Z' }),
    );
    expect(view.nextToExpire.map(({ id }) => id)).toEqual(['tonight', 'day 14']);
    expect(view.expiryDays).toHaveLength(market.expiry.horizonDays + 1);
    expect(view.expiryDays[0]!.accounts).toEqual([{ id: 'tonight', category: 'internet' }]);
    expect(view.expiryDays.at(-1)!.accounts).toEqual([{ id: 'day 14', category: 'credit' }]);
    expect(view.expiryDays.slice(1, -1).flatMap(({ accounts }) => accounts)).toEqual([]);
  });
});

describe('every balance', () => {
  it('is in the view exactly once, whatever it is', () => {
    fc.assert(
      fc.property(arbitrarySubscriber, arbitraryNow, (document, now) => {
        const accounts = accountsOf(fullViewOf({ ...document, status: 'active' }, { now }));
        expect(accounts).toHaveLength(document.buckets?.length ?? 0);
        expect(new Set(accounts.map(({ id }) => id)).size).toBe(accounts.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('that expires has an end in the future, or is expired', () => {
    fc.assert(
      fc.property(arbitraryInstant, (expiresAt) => {
        const [account] = accountsOf(viewOfBuckets(buildBucket({ expiresAt })));
        expect(account?.state).toBe(Date.parse(expiresAt) <= exampleNow ? 'expired' : 'usable');
      }),
    );
  });
});

test('an account that is added to the catalogue at run time is found in the view', () => {
  const [credit, ...others] = market.catalogue.categories;
  const catalogue: BonusCatalogue = {
    ...market.catalogue,
    categories: [
      {
        ...credit!,
        headings: [
          ...credit!.headings,
          {
            code: 'credit.fidelite',
            label: { fr: 'Fidélité', en: 'Loyalty' },
            accounts: [
              {
                code: 'credit.fidelite.points',
                label: { fr: 'Crédit fidélité', en: 'Loyalty credit' },
                purpose: { fr: 'Pour les clients fidèles.', en: 'For loyal customers.' },
                pays: ['call'],
              },
            ],
          },
        ],
      },
      ...others,
    ],
  };
  const extended: MarketPack = { ...market, catalogue };
  const document = buildSubscriber({
    buckets: [buildBucket({ code: 'credit.fidelite.points', amount: 75 })],
  });

  const heading = fullViewOf(document, { market: extended, language: 'en' }).bonus?.[0]?.headings[0];
  expect(heading).toMatchObject({
    label: 'Loyalty',
    accounts: [{ label: 'Loyalty credit', purpose: 'For loyal customers.', figure: { amount: 75 } }],
  });
  expect(fullViewOf(document).bonus?.[0]?.headings[0]?.label).toBe('Autres avantages');
});

test('the categories name the #122# path that shows the same', () => {
  expect(fullViewOf(buildRichSubscriber()).bonus?.map(({ ussdPath }) => ussdPath)).toEqual([
    '#122*2#',
    '#122*3#',
    '#122*4#',
  ]);
});
