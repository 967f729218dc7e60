import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { SubscriberDocument } from '../../../shared/domain/feedDocument';
import { marketPack } from '../../../shared/domain/market';
import { buildCustomerView } from '../../../shared/view/buildCustomerView';
import {
  arbitraryLanguage,
  arbitraryMarket,
  arbitraryNow,
  arbitraryOffer,
  arbitrarySubscriber,
} from '../../helpers/arbitraries';
import { buildBucket, buildRichSubscriber, buildSubscriber } from '../../helpers/builders';
import { accountsOf, exampleNow, fullViewOf, plain, viewOf } from '../../helpers/customerViews';

test('the view names the line, its status and when all this was true', () => {
  expect(viewOf(buildSubscriber())).toMatchObject({
    msisdn: '2250700000001',
    msisdnText: '07 00 00 00 01',
    msisdnMasked: '07 •• •• •• 01',
    status: 'active',
    statusLabel: 'actif',
    restricted: false,
    source: 'cache',
    asOf: { at: '2026-11-22T12:00:00Z', past: true },
  });
});

test('every figure carries where it comes from', () => {
  const document = buildRichSubscriber();
  const view = buildCustomerView(
    { document, source: 'live' },
    { market: marketPack('CI'), language: 'fr', now: exampleNow },
  );
  expect(JSON.stringify(view)).not.toContain('"source":"cache"');
});

test('a line of Cameroon shows its own currency, clocks, numbers and paths', () => {
  const document = buildSubscriber({
    msisdn: '237690000001',
    main: { amount: 1250, currency: 'XAF', expiresAt: '2026-12-31T23:30:00Z' },
    buckets: [buildBucket({ code: 'internet.nuit', unit: 'B', amount: 1_500_000_000 })],
    orangeMoney: { amount: 500 },
    status: 'active',
  });
  const view = fullViewOf(document, { market: marketPack('CM') });
  expect(view.msisdnText).toBe('6 90 00 00 01');
  expect(plain(view.main.figure.text)).toBe('1 250 FCFA');
  expect(view.main.expiresAt?.date).toBe('01/01/2027');
  expect(plain(view.bonus![2]!.totals[0]!.text)).toBe('1,5 Go');
  expect(view.orangeMoney?.balance?.unit).toBe('XAF');
  expect(view.bonus![0]!.ussdPath).toBe('#122*2#');
});

test('who the line is of is named as far as the feed knows it, and never by an empty text', () => {
  const customerOf = (customer: SubscriberDocument['customer']) =>
    fullViewOf(buildSubscriber(customer === undefined ? {} : { customer })).customer;
  expect(customerOf(undefined)).toBeNull();
  expect(customerOf({})).toEqual({ id: null, name: null });
  expect(customerOf({ id: ' C-100001 ', name: 'Aya KOUASSI' })).toEqual({
    id: 'C-100001',
    name: 'Aya KOUASSI',
  });
  expect(customerOf({ id: ' ', name: '\u200B \n' })).toEqual({ id: null, name: null });
});

test('of a section that never came there is nothing, nor any alert and any day of expiry', () => {
  expect(fullViewOf(buildSubscriber())).toMatchObject({
    bonus: null,
    consumption: null,
    options: null,
    bills: null,
    contracts: null,
    alerts: [],
    nextToExpire: [],
    expiryDays: [],
    live: { state: 'off', asOf: null },
  });
});

describe('of any valid subscriber, however absurd,', () => {
  const anyView = fc
    .tuple(
      arbitrarySubscriber,
      fc.array(arbitraryOffer, { maxLength: 3 }),
      arbitraryMarket,
      arbitraryLanguage,
      arbitraryNow,
    )
    .map(([document, offers, market, language, now]) => ({
      document,
      build: () => viewOf(document, { offers, market, language, now }),
    }));

  it('there is a view that travels as JSON and is the same when built again', () => {
    fc.assert(
      fc.property(anyView, ({ build }) => {
        const view = build();
        expect(JSON.parse(JSON.stringify(view))).toStrictEqual(view);
        expect(build()).toStrictEqual(view);
      }),
      { numRuns: 1000 },
    );
  });

  it('the texts are short, and none hides or reorders what stands around it', () => {
    fc.assert(
      fc.property(anyView, ({ build }) => {
        for (const text of textsOf(build())) {
          expect(text.length).toBeLessThan(1500);
          expect(text).not.toMatch(
            /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}|NaN|undefined|Invalid/u,
          );
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('the document is left as it was', () => {
    fc.assert(
      fc.property(anyView, ({ document, build }) => {
        const before = JSON.stringify(document);
        build();
        expect(JSON.stringify(document)).toBe(before);
      }),
      { numRuns: 200 },
    );
  });
});

/** The texts of a view; ids, codes and what the feed calls things are keys, not texts. */
function textsOf(view: object): string[] {
  const texts: string[] = [];
  JSON.stringify(view, (key, value: unknown) => {
    if (typeof value === 'string' && key !== 'id' && key !== 'code') texts.push(value);
    return value;
  });
  return texts;
}

test('five hundred balances under one id, huge and long-named, are all there', () => {
  const buckets = Array.from({ length: 500 }, () =>
    buildBucket({
      id: 'same',
      code: 'promo',
      label: '🎁'.repeat(3000),
      amount: 10 ** 15,
      expiresAt: '9999-12-31T23:59:59Z',
    }),
  );
  const accounts = accountsOf(fullViewOf(buildSubscriber({ buckets })));
  expect(new Set(accounts.map(({ id }) => id)).size).toBe(500);
  expect(accounts[0]?.label).toBe(`${'🎁'.repeat(59)}…`);
});
