import { describe, expect, it, test } from 'vitest';
import type { Language } from '../../../shared/domain/language';
import type { LedgerEntry } from '../../../shared/domain/ledger';
import type { SubscriberDocument } from '../../../shared/domain/feedDocument';
import { buildOffer, buildRichSubscriber, buildSubscriber } from '../../helpers/builders';
import { fullViewOf, plain } from '../../helpers/customerViews';

const viewWith = (sections: Partial<SubscriberDocument>) => fullViewOf(buildSubscriber(sections));

test('a section that never came is not known', () => {
  expect(fullViewOf(buildSubscriber())).toMatchObject({
    customer: null,
    profile: null,
    bonus: null,
    consumption: null,
    options: null,
    preferredNumbers: null,
    orangeMoney: null,
    bills: null,
    contracts: null,
    offers: [],
    ledger: [],
  });
});

test('a section that came empty is empty', () => {
  const view = viewWith({
    customer: {},
    profile: {},
    options: [],
    favourites: { numbers: [] },
    orangeMoney: {},
    bills: [],
    contracts: [],
  });
  expect(view).toMatchObject({
    customer: { id: null, name: null },
    profile: { kindLabel: null, offer: null, plan: null, since: null },
    options: [],
    preferredNumbers: { numbers: [], changesLeft: null },
    orangeMoney: { balance: null, statusLabel: null },
    bills: [],
    contracts: [],
  });
});

test('the profile is told in words', () => {
  expect(fullViewOf(buildRichSubscriber()).profile).toMatchObject({
    kindLabel: 'prépayé',
    offer: 'Orange Prépayé',
    plan: 'Tigre',
    since: { on: '2019-03-02', date: '02/03/2019' },
    ussdPath: '#122*6#',
  });
  expect(fullViewOf(buildRichSubscriber(), { language: 'en' }).profile?.kindLabel).toBe('prepaid');
});

describe('the options', () => {
  it('have expired by the clock of now, and then come last', () => {
    const { options } = viewWith({
      options: [
        { code: 'OLD', label: 'Ancienne', expiresAt: '2026-11-23T09:00:00Z' },
        { code: 'NIGHT', label: 'Option Nuit', expiresAt: '2026-12-01T08:00:00Z', renews: true },
        { code: 'PLAIN', label: '\u202e' },
      ],
    });
    expect(options?.map(({ label, expired, renews }) => [label, expired, renews])).toEqual([
      ['Option Nuit', false, true],
      ['PLAIN', false, null],
      ['Ancienne', true, null],
    ]);
  });
});

describe('the offers', () => {
  const codesFor = (
    profile: SubscriberDocument['profile'],
    eligible: ReturnType<typeof buildOffer>['eligible'],
  ) =>
    fullViewOf(buildSubscriber(profile && { profile }), {
      offers: [buildOffer(eligible === undefined ? {} : { eligible })],
    }).offers.length;

  test.each([
    ['kind fits', { kind: 'prepaid' as const }, { kinds: ['prepaid'] }, 1],
    ['kind does not fit', { kind: 'postpaid' as const }, { kinds: ['prepaid'] }, 0],
    ['plan fits', { plan: 'Tigre' }, { plans: ['Tigre', 'Aigle'] }, 1],
    ['plan does not fit', { plan: 'Dauphin' }, { plans: ['Tigre', 'Aigle'] }, 0],
    ['any plan will do', { plan: 'Dauphin' }, { plans: ['*'] }, 1],
    ['profile is not known', undefined, { kinds: ['prepaid'], plans: ['Tigre'] }, 1],
    ['offer sets no condition', { kind: 'postpaid' as const }, {}, 1],
  ])('are on sale as their conditions say: %s', (_name, profile, eligible, count) => {
    expect(codesFor(profile, eligible)).toBe(count);
  });

  it('tell their price, what they give and who can pay, in the language of the view', () => {
    const offers = [buildOffer({ pay: ['main', 'orangeMoney', 'voucher'] })];
    const [french] = fullViewOf(buildSubscriber(), { offers }).offers;
    const [english] = fullViewOf(buildSubscriber(), { offers, language: 'en' }).offers;
    expect(french).toMatchObject({ label: 'Pass Internet Jour', payers: ['main', 'orangeMoney'] });
    expect(plain(french!.price.text)).toBe('250 F CFA');
    expect(french!.gives.map(plain)).toEqual(['500 Mo pendant 24 h']);
    expect(english!.label).toBe('Day internet pass');
    expect(english!.gives.map(plain)).toEqual(['500 MB for 24 hrs']);
  });

  it.each([
    [24, '500 Mo pendant 24 h', '500 MB for 24 hrs'],
    [36, '500 Mo pendant 36 h', '500 MB for 36 hrs'],
    [48, '500 Mo pendant 2 jours', '500 MB for 2 days'],
    [720, '500 Mo pendant 30 jours', '500 MB for 30 days'],
  ])('say for how long as people do: %i hours', (validHours, inFrench, inEnglish) => {
    const offers = [
      buildOffer({ gives: [{ code: 'internet.special', amount: 500_000_000, unit: 'B', validHours }] }),
    ];
    const givesIn = (language: Language) =>
      fullViewOf(buildSubscriber(), { offers, language }).offers[0]?.gives.map(plain);
    expect(givesIn('fr')).toEqual([inFrench]);
    expect(givesIn('en')).toEqual([inEnglish]);
  });

  it('without an English label show the French one', () => {
    const offers = [buildOffer({ label: { fr: 'Pass Jour' } })];
    expect(fullViewOf(buildSubscriber(), { offers, language: 'en' }).offers[0]?.label).toBe('Pass Jour');
  });
});

test('preferred numbers and contracts are written as people write numbers, each once', () => {
  const view = viewWith({
    favourites: { numbers: ['2250700000002', '2250700000002', '33612345678'] },
    contracts: ['2250700000009'],
  });
  expect(view.preferredNumbers).toMatchObject({
    max: 3,
    changesLeft: null,
    numbers: [
      { msisdn: '2250700000002', text: '07 00 00 00 02' },
      { msisdn: '33612345678', text: '+33 6 12 34 56 78' },
    ],
  });
  expect(view.contracts).toEqual([{ msisdn: '2250700000009', text: '07 00 00 00 09' }]);
});

test('Orange Money shows its balance and status; an unknown status as it came', () => {
  const { orangeMoney } = fullViewOf(buildRichSubscriber());
  expect(orangeMoney).toMatchObject({ balance: { amount: 15_000, unit: 'XOF' }, statusLabel: 'actif' });
  expect(viewWith({ orangeMoney: { status: 'constructor' } }).orangeMoney?.statusLabel).toBe('constructor');
});

test('the bills come newest first, with their state in words', () => {
  const bill = (id: string, status: string, issuedAt?: string) => ({
    id,
    amount: 100,
    currency: 'XOF',
    status,
    ...(issuedAt !== undefined && { issuedAt }),
  });
  const { bills } = viewWith({
    bills: [bill('undated', 'disputed'), bill('old', 'paid', '2026-08-31'), bill('new', 'due', '2026-10-31')],
  });
  expect(bills?.map(({ id, statusLabel }) => [id, statusLabel])).toEqual([
    ['new', 'à payer'],
    ['old', 'payée'],
    ['undated', 'disputed'],
  ]);
});

test('a bill says by when it is to be paid until it is paid', () => {
  const bill = {
    id: 'F-1',
    amount: 100,
    currency: 'XOF',
    issuedAt: '2026-10-31',
    dueAt: '2026-11-20',
  } as const;
  const dueOf = (status: string) => viewWith({ bills: [{ ...bill, status }] }).bills?.[0]?.dueAt;
  expect(dueOf('due')).toMatchObject({ date: '20/11/2026' });
  expect(dueOf('overdue')).toMatchObject({ date: '20/11/2026' });
  expect(dueOf('paid')).toBeNull();
});

describe('the ledger', () => {
  const entry = (at: string, fields: Partial<LedgerEntry> = {}): LedgerEntry => ({
    at,
    accountId: 'b1',
    code: 'internet.nuit',
    unit: 'B',
    kind: 'used',
    amount: -500_000_000,
    ...fields,
  });

  it('names account, reason and signed change, newest first', () => {
    const { ledger } = fullViewOf(buildSubscriber(), {
      ledger: [
        entry('2026-11-20T10:00:00Z'),
        entry('2026-11-22T10:00:00Z', {
          accountId: 'main',
          code: 'main',
          unit: 'XOF',
          kind: 'granted',
          amount: 500,
        }),
        entry('2026-11-21T10:00:00Z', {
          code: 'promo.x',
          label: 'Cadeau',
          unit: 'XOF',
          kind: 'unexplained',
          amount: 3,
        }),
      ],
    });
    expect(ledger.map(({ account, labelText, change }) => [account, labelText, plain(change.text)])).toEqual([
      ['Compte principal', 'reçu', '+500 F CFA'],
      ['Bonus Crédit › Cadeau', 'inexpliqué', '+3 F CFA'],
      ['Internet › Bonus Nuit', 'consommé', '−500 Mo'],
    ]);
    expect(ledger.map(({ change }) => change.asOf)).toEqual(ledger.map(({ at }) => at.at));
  });

  it('tells a change of long ago, too: it stays what the cache has seen', () => {
    const { main, ledger } = fullViewOf(buildSubscriber(), {
      ledger: [entry('2026-11-22T10:00:00Z')],
      now: Date.parse('2027-11-22T10:00:00Z'),
    });
    expect(main.figure.withheld).toBe(true);
    expect(ledger.map(({ change }) => change)).toMatchObject([{ source: 'cache', withheld: false }]);
  });
});
