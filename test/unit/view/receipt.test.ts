import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { certifiedOf, receiptContentOf } from '../../../shared/view/receipt';
import {
  arbitraryLanguage,
  arbitraryMarket,
  arbitraryNow,
  arbitrarySubscriber,
} from '../../helpers/arbitraries';
import { buildBucket, buildRichSubscriber, buildSubscriber } from '../../helpers/builders';
import { fullViewOf, plain, viewOf } from '../../helpers/customerViews';

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
