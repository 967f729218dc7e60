/**
 * The first view of a process takes tens of milliseconds, since schemas are compiled, Intl makes its formatters and
 * the compiler meets the code for the first time: paid here, before a customer waits for it.
 */
import type { SubscriberDocument } from '../../shared/domain/feedDocument';
import { validateFeedDocument } from '../../shared/domain/feedValidation';
import { languages } from '../../shared/domain/language';
import type { MarketPack } from '../../shared/domain/market';
import { buildCustomerView } from '../../shared/view/buildCustomerView';

/** Nobody's: made for its formats, with an amount in each unit and a moment, a day and a time of day. */
function exampleOf({ currency }: MarketPack): SubscriberDocument {
  const expiresAt = '2026-01-02T03:04:05Z';
  const window = { from: '00:00', to: '05:00' };
  return {
    _id: 'subscriber:2250700000000',
    type: 'subscriber',
    schema: 1,
    asOf: '2026-01-01T00:00:00Z',
    msisdn: '2250700000000',
    status: 'active',
    profile: { kind: 'prepaid', since: '2020-01-01' },
    main: { amount: 1, currency, expiresAt },
    buckets: [currency, 's', 'sms', 'B'].map((unit) => ({
      id: unit,
      code: 'internet.nuit',
      amount: 1,
      initial: 2,
      unit,
      window,
      expiresAt,
    })),
    usage: { from: '2026-01-01', to: '2026-01-01', daily: [{ date: '2026-01-01', data: 1 }] },
    orangeMoney: { amount: 1, currency },
  };
}

export function warmViews(market: MarketPack): void {
  const document = exampleOf(market);
  validateFeedDocument(document);
  for (const language of languages) {
    buildCustomerView({ document, source: 'cache' }, { market, language, now: Date.parse(document.asOf) });
  }
}
