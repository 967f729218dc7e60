/** Random feed documents: every one valid at the border, many of them absurd. */
import fc, { type Arbitrary } from 'fast-check';
import type { Bucket, OfferDocument, SubscriberDocument } from '../../shared/domain/feedDocument';
import { languages, type Language } from '../../shared/domain/language';
import { marketPack, type MarketPack } from '../../shared/domain/market';
import { buildOffer, buildSubscriber } from './builders';

const latestInstant = Date.parse('9999-12-31T23:59:59Z');

/** Mostly days around a fixed present, sometimes 1970 or 9999. */
export const arbitraryInstant: Arbitrary<string> = fc
  .oneof(
    {
      weight: 8,
      arbitrary: fc.integer({
        min: Date.parse('2026-10-01T00:00:00Z'),
        max: Date.parse('2027-01-15T00:00:00Z'),
      }),
    },
    { weight: 1, arbitrary: fc.constantFrom(0, 999, latestInstant) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: latestInstant }) },
  )
  .map((at) => new Date(at).toISOString());

const arbitraryDate: Arbitrary<string> = arbitraryInstant.map((instant) => instant.slice(0, 10));

/** Mostly everyday amounts, sometimes zero or the largest that is exact. */
export const arbitraryAmount: Arbitrary<number> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 10_000_000 }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, 10 ** 15, Number.MAX_SAFE_INTEGER) },
  { weight: 1, arbitrary: fc.maxSafeNat() },
);

/** Words, emoji, right-to-left text, control and bidi characters, markup, and labels of 10 kB. */
const arbitraryText: Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.string({ minLength: 1, maxLength: 30 }) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'Cadeau anniversaire',
      'مكافأة عيد الميلاد',
      '\u202eoffert\u202c',
      '🎁👨‍👩‍👧‍👦',
      '<img src=x onerror=alert(1)>',
      '${constructor}',
      'é'.normalize('NFD').repeat(20),
      'a' + '\u0301'.repeat(500),
      'long '.repeat(2000),
    ),
  },
);

const arbitraryCode: Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...marketPack('CI').catalogue.categories.flatMap(({ headings }) =>
        headings.flatMap(({ accounts }) => accounts.map(({ code }) => code)),
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('promo.anniversaire', 'credit', 'internet.', '__proto__', 'constructor'),
  },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 40 }) },
);

const arbitraryUnit: Arbitrary<string> = fc.constantFrom('XOF', 'XAF', 's', 'sms', 'B', 'EUR', 'ZZZ');

const arbitraryTimeOfDay: Arbitrary<string> = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

/** Ids repeat now and then, within one subscriber too. */
const arbitraryBucket: Arbitrary<Bucket> = fc.record(
  {
    id: fc.oneof(fc.constantFrom('b1', 'b1', 'b1#2', '__proto__'), fc.uuid()),
    code: arbitraryCode,
    amount: arbitraryAmount,
    unit: arbitraryUnit,
    label: arbitraryText,
    reach: fc.constantFrom('intra', 'tous', 'international'),
    reserved: arbitraryAmount,
    initial: arbitraryAmount,
    window: fc.record({ from: arbitraryTimeOfDay, to: arbitraryTimeOfDay }),
    validFrom: arbitraryInstant,
    expiresAt: arbitraryInstant,
  },
  { requiredKeys: ['id', 'code', 'amount', 'unit'] },
);

const arbitraryMsisdn: Arbitrary<string> = fc.oneof(
  fc.integer({ min: 0, max: 99_999_999 }).map((rest) => `22507${String(rest).padStart(8, '0')}`),
  fc.integer({ min: 0, max: 9_999_999 }).map((rest) => `23769${String(rest).padStart(7, '0')}`),
  fc.constantFrom('33612345678', '999123', '123456789012345'),
);

const arbitraryUsage = fc.record(
  {
    from: arbitraryDate,
    to: arbitraryDate,
    allowances: fc.array(
      fc.record({
        kind: fc.oneof(fc.constantFrom('data', 'voice', 'sms'), fc.string({ minLength: 1, maxLength: 20 })),
        label: arbitraryText,
        used: arbitraryAmount,
        limit: arbitraryAmount,
        unit: arbitraryUnit,
      }),
      { maxLength: 4 },
    ),
    daily: fc.array(
      fc.record(
        {
          date: arbitraryDate,
          voice: arbitraryAmount,
          sms: arbitraryAmount,
          data: arbitraryAmount,
          spend: arbitraryAmount,
        },
        { requiredKeys: ['date'] },
      ),
      { maxLength: 31 },
    ),
  },
  { requiredKeys: ['from', 'to'] },
);

export const arbitrarySubscriber: Arbitrary<SubscriberDocument> = fc
  .record(
    {
      msisdn: arbitraryMsisdn,
      asOf: arbitraryInstant,
      status: fc.constantFrom('active', 'active', 'active', 'inactive', 'deactivated'),
      main: fc.record(
        {
          amount: fc.oneof(
            arbitraryAmount,
            arbitraryAmount.map((amount) => 0 - amount),
          ),
          currency: fc.constantFrom('XOF', 'XAF', 'EUR'),
          expiresAt: arbitraryInstant,
        },
        { requiredKeys: ['amount', 'currency'] },
      ),
      customer: fc.record(
        { id: fc.string({ minLength: 1, maxLength: 20 }), name: arbitraryText, language: fc.constant('fr') },
        { requiredKeys: [] },
      ),
      profile: fc.record(
        {
          kind: fc.constantFrom('prepaid', 'postpaid', 'hybrid'),
          offer: arbitraryText,
          plan: arbitraryText,
          since: arbitraryDate,
        },
        { requiredKeys: [] },
      ),
      buckets: fc.array(arbitraryBucket, { maxLength: 25 }),
      usage: arbitraryUsage,
      options: fc.array(
        fc.record(
          {
            code: fc.string({ minLength: 1, maxLength: 20 }),
            label: arbitraryText,
            activatedAt: arbitraryInstant,
            expiresAt: arbitraryInstant,
            renews: fc.boolean(),
          },
          { requiredKeys: ['code', 'label'] },
        ),
        { maxLength: 4 },
      ),
      favourites: fc.record(
        {
          numbers: fc.array(arbitraryMsisdn, { maxLength: 4 }),
          max: fc.integer({ min: 0, max: 1000 }),
          changesLeft: fc.integer({ min: 0, max: 1000 }),
        },
        { requiredKeys: ['numbers'] },
      ),
      orangeMoney: fc.record(
        {
          amount: arbitraryAmount,
          currency: fc.constantFrom('XOF', 'XAF'),
          status: fc.oneof(
            fc.constantFrom('active', 'suspended', 'constructor'),
            fc.string({ minLength: 1, maxLength: 20 }),
          ),
        },
        { requiredKeys: [] },
      ),
      bills: fc.array(
        fc.record(
          {
            id: fc.oneof(fc.constant('F-1'), fc.string({ minLength: 1, maxLength: 20 })),
            amount: arbitraryAmount,
            currency: fc.constantFrom('XOF', 'XAF'),
            status: fc.oneof(
              fc.constantFrom('paid', 'due', 'overdue'),
              fc.string({ minLength: 1, maxLength: 20 }),
            ),
            issuedAt: arbitraryDate,
            dueAt: arbitraryDate,
          },
          { requiredKeys: ['id', 'amount', 'currency', 'status'] },
        ),
        { maxLength: 4 },
      ),
      contracts: fc.array(arbitraryMsisdn, { maxLength: 4 }),
      pin: fc.constant('$scrypt$ln=15,r=8,p=1$c2FsdA==$aGFzaA=='),
    },
    { requiredKeys: ['msisdn', 'asOf', 'status', 'main'] },
  )
  .map((sections) => buildSubscriber(sections));

export const arbitraryOffer: Arbitrary<OfferDocument> = fc
  .record({
    code: fc.string({ minLength: 1, maxLength: 20 }),
    kind: fc.constantFrom('pass', 'option'),
    label: fc.record({ fr: arbitraryText, en: arbitraryText }),
    price: arbitraryAmount,
  })
  .map((fields) => buildOffer(fields));

export const arbitraryMarket: Arbitrary<MarketPack> = fc.constantFrom(marketPack('CI'), marketPack('CM'));

export const arbitraryLanguage: Arbitrary<Language> = fc.constantFrom(...languages);

/** Epoch milliseconds around the days in which most of the documents lie. */
export const arbitraryNow: Arbitrary<number> = fc.integer({
  min: Date.parse('2026-10-01T00:00:00Z'),
  max: Date.parse('2027-01-15T00:00:00Z'),
});
