import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { marketPack } from '../../../shared/domain/market';
import {
  certifiedOf,
  certifiedOfOrder,
  orderReceiptContentOf,
  receiptContentOf,
} from '../../../shared/view/receipt';
import { writingContextOf } from '../../../shared/view/sectionContext';
import { orderView, withoutContent } from '../../../shared/view/sections/orders';
import {
  arbitraryLanguage,
  arbitraryMarket,
  arbitraryNow,
  arbitrarySubscriber,
} from '../../helpers/arbitraries';
import { buildBucket, buildOffer, buildRichSubscriber, buildSubscriber } from '../../helpers/builders';
import { exampleNow, fullViewOf, plain, viewOf } from '../../helpers/customerViews';
import { buildOrder } from '../../helpers/orders';

describe('the receipt of a view', () => {
  it('says of the main account and of each balance that counts what the view says', () => {
    fc.assert(
      fc.property(
        arbitrarySubscriber,
        arbitraryMarket,
        arbitraryLanguage,
        arbitraryNow,
        (document, market, language, now) => {
          const view = fullViewOf({ ...document, status: 'active' }, { market, language, now });
          const receipt = receiptContentOf(view);
          expect(receipt.main).toEqual({
            label: view.main.label,
            amount: view.main.figure.text,
            expiresOn: view.main.expiresAt?.date ?? null,
            expired: view.main.expired,
          });
          const accounts = (view.bonus ?? []).flatMap(({ headings }) =>
            headings.flatMap((heading) => heading.accounts),
          );
          const printed = receipt.groups.flatMap((group) => group.accounts);
          expect(printed.map(({ amount, reserved, until }) => [amount, reserved, until])).toEqual(
            accounts.map(({ figure, reserved, expiresAt }) => [
              figure.text,
              reserved?.text ?? null,
              expiresAt?.date ?? null,
            ]),
          );
          const totals = (view.bonus ?? []).flatMap((category) => category.totals.map(({ text }) => text));
          for (const text of receipt.groups.flatMap((group) => group.totals)) expect(totals).toContain(text);
          expect(receipt.asOf).toBe(view.asOf.dateTime);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never has the whole number', () => {
    fc.assert(
      fc.property(
        arbitrarySubscriber,
        arbitraryMarket,
        arbitraryNow,
        ({ msisdn, main, asOf }, market, now) => {
          // Its own parts only: amounts and labels may hold any digits.
          const view = viewOf(buildSubscriber({ msisdn, main: { ...main, amount: 5 }, asOf }), {
            market,
            now,
          });
          fc.pre(msisdn.length >= 8);
          const written = JSON.stringify(receiptContentOf(view)).replace(/[^\d]/g, '');
          expect(written).not.toContain(msisdn);
          expect(written).not.toContain(msisdn.slice(3));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('names who each balance is for, since when, until when and what of it is held', () => {
    const view = fullViewOf(
      buildRichSubscriber({
        buckets: [
          buildBucket({ id: 'a', code: 'credit.omoney.intra', amount: 500, reserved: 200 }),
          buildBucket({
            id: 'b',
            code: 'internet.nuit',
            amount: 1_500_000_000,
            unit: 'B',
            validFrom: '2026-11-24T00:00:00Z',
            expiresAt: '2026-11-30T23:59:59Z',
          }),
          buildBucket({
            id: 'c',
            code: 'internet.special',
            amount: 7,
            unit: 'B',
            expiresAt: '2026-11-01T00:00:00Z',
          }),
        ],
      }),
    );
    const [credit, internet] = receiptContentOf(view).groups;
    expect(credit?.accounts).toHaveLength(1);
    expect(credit?.accounts[0]).toMatchObject({
      label: 'Bonus Omoney › OM intra',
      conditions: 'Vers Orange',
    });
    expect(plain(credit?.accounts[0]?.reserved ?? '')).toBe('200 F CFA');
    expect(internet?.accounts).toMatchObject([
      { label: 'Bonus Nuit', from: '24/11/2026', until: '30/11/2026' },
    ]);
  });

  test('has no name, no preferred number, no bill and no Orange Money', () => {
    const receipt = JSON.stringify(receiptContentOf(viewOf(buildRichSubscriber())));
    expect(receipt).not.toMatch(/kouassi|07 00 00 00 02|F-2026|15.000|C-100001/i);
  });

  test('certifies the main account in the market’s currency, and no amount that was withheld', () => {
    const document = buildSubscriber({ main: { amount: 1_250, currency: 'XOF' } });
    expect(certifiedOf(viewOf(document), 'XOF')).toEqual({
      kind: 'view',
      numberEnd: '01',
      amount: 1_250,
      reference: '000',
    });
    expect(certifiedOf(viewOf(document), 'XAF').amount).toBeNull();
    const long = viewOf(document, { now: Date.parse('2027-06-01T00:00:00Z') });
    expect(certifiedOf(long, 'XOF').amount).toBeNull();
  });
});

describe('the receipt of an order', () => {
  const market = marketPack('CI');
  const context = writingContextOf({ market, language: 'fr', now: exampleNow, offers: [buildOffer()] });
  const order = buildOrder();
  const masked = '07 •• •• •• 01';

  test('says what was ordered, who pays and how far it is, and of the customer the masked number alone', () => {
    const content = orderReceiptContentOf(orderView(order, context, 'masked'), 'fr', masked);
    expect(content).toMatchObject({ kind: 'order', numberMasked: masked, title: 'Pass Internet Jour' });
    expect(plain(content.payment ?? '')).toBe('250 F CFA · Compte principal');
    expect(content.reference).toMatch(/^[0-9A-Z]{3}$/);
    expect(certifiedOfOrder(order, 'XOF').reference).toBe(content.reference);
  });

  test('certifies its price, where it has one in the market’s currency', () => {
    expect(certifiedOfOrder(order, 'XOF')).toMatchObject({ kind: 'order', numberEnd: '01', amount: 250 });
    expect(certifiedOfOrder(order, 'XAF').amount).toBeNull();
    expect(certifiedOfOrder(buildOrder({ price: null }), 'XOF').amount).toBeNull();
  });

  test('says of a line that is no longer active where the order stands, and nothing of what it is', () => {
    const bare = withoutContent(orderView(order, context, 'masked'), 'fr');
    const content = orderReceiptContentOf(bare, 'fr', masked);
    expect(content).toMatchObject({ payment: null, explanation: '', stateText: 'En attente d’envoi' });
    expect(JSON.stringify(content)).not.toMatch(/Pass|250/);
  });
});
