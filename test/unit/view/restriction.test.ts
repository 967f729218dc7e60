import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { SubscriberDocument } from '../../../shared/domain/feedDocument';
import { marketPack } from '../../../shared/domain/market';
import { certifiedOf, receiptContentOf } from '../../../shared/view/receipt';
import {
  arbitraryLanguage,
  arbitraryMarket,
  arbitraryNow,
  arbitraryOffer,
  arbitrarySubscriber,
} from '../../helpers/arbitraries';
import { buildOffer, buildRichSubscriber, buildSubscriber } from '../../helpers/builders';
import { viewOf } from '../../helpers/customerViews';
import { markedSubscriber } from '../../helpers/markedSubscriber';

const restrictedStatus = fc.constantFrom('inactive', 'deactivated');

describe('the view of a line that is not active', () => {
  it('is the same as if nothing but its main account had ever come', () => {
    fc.assert(
      fc.property(
        arbitrarySubscriber,
        restrictedStatus,
        fc.array(arbitraryOffer, { maxLength: 3 }),
        arbitraryMarket,
        arbitraryLanguage,
        arbitraryNow,
        (document, status, offers, market, language, now) => {
          const restricted = { ...document, status };
          const bare = buildSubscriber(onlyWhatMayBeSeen(restricted));
          expect(viewOf(restricted, { market, language, now, offers })).toStrictEqual(
            viewOf(bare, { market, language, now }),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('holds no text and no number of any other section', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }),
        restrictedStatus,
        (digits, status) => {
          const view = JSON.stringify(
            viewOf(markedSubscriber(digits.join(''), status), { ledger: [], offers: [buildOffer()] }),
          );
          expect(view).not.toContain(digits.join(''));
          expect(view).not.toMatch(/pass|bonus|option|facture|kouassi|scrypt/i);
        },
      ),
      { numRuns: 200 },
    );
  });

  test.each(['inactive', 'deactivated'] as const)('says what to do next when %s', (status) => {
    const market = marketPack('CI');
    expect(viewOf(buildSubscriber({ status }), { market, language: 'fr' })).toMatchObject({
      restricted: true,
      advice: market.reactivationAdvice[status].fr,
    });
  });

  test('has these fields and no other', () => {
    expect(Object.keys(viewOf(buildRichSubscriber({ status: 'inactive' }))).toSorted()).toEqual([
      'advice',
      'asOf',
      'language',
      'live',
      'main',
      'msisdn',
      'msisdnMasked',
      'msisdnText',
      'restricted',
      'source',
      'status',
      'statusLabel',
    ]);
  });
});

describe('the receipt of a line that is not active', () => {
  it('is the same as if nothing but its main account had ever come', () => {
    fc.assert(
      fc.property(
        arbitrarySubscriber,
        restrictedStatus,
        arbitraryMarket,
        arbitraryLanguage,
        arbitraryNow,
        (document, status, market, language, now) => {
          const restricted = { ...document, status };
          const context = { market, language, now };
          const view = viewOf(restricted, context);
          const bare = viewOf(buildSubscriber(onlyWhatMayBeSeen(restricted)), context);
          expect(receiptContentOf(view)).toStrictEqual(receiptContentOf(bare));
          expect(certifiedOf(view, market.currency)).toStrictEqual(certifiedOf(bare, market.currency));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('holds no text and no number of any other section', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }),
        restrictedStatus,
        (digits, status) => {
          const view = viewOf(markedSubscriber(digits.join(''), status), { offers: [buildOffer()] });
          const receipt = JSON.stringify([receiptContentOf(view), certifiedOf(view, 'XOF')]);
          expect(receipt).not.toContain(digits.join(''));
          expect(receipt).not.toMatch(/pass|bonus|option|facture|kouassi|scrypt/i);
        },
      ),
      { numRuns: 200 },
    );
  });
});

function onlyWhatMayBeSeen({ msisdn, asOf, status, main }: SubscriberDocument): Partial<SubscriberDocument> {
  return { msisdn, asOf, status, main };
}
