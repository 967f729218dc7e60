import { describe, expect, it, test } from 'vitest';
import type { Language } from '../../../shared/domain/language';
import { marketPack } from '../../../shared/domain/market';
import { buildPayerView } from '../../../shared/view/payerView';
import { receiptContentOf } from '../../../shared/view/receipt';
import { buildBucket, buildRichSubscriber, buildSubscriber } from '../../helpers/builders';
import { accountsOf, fullViewOf, plain, viewOf } from '../../helpers/customerViews';
import { readPlace } from '../../helpers/ussdWalk';

const main = { amount: 1250, currency: 'XOF' };

function expiryOf(expiresAt: string, now: string, language: Language = 'fr', market = marketPack('CI')) {
  const document = buildSubscriber({ main: { ...main, expiresAt } });
  return viewOf(document, { now: Date.parse(now), language, market }).main;
}

const noon = '2026-11-23T12:00:00Z';

test.each([
  ['2026-11-23T23:59:59Z', 'ce soir', 'tonight'],
  ['2026-11-24T00:00:00Z', 'ce soir', 'tonight'],
  ['2026-11-23T18:30:00Z', 'aujourd’hui à 18 h 30', 'today at 18:30'],
  ['2026-11-23T09:05:00Z', 'aujourd’hui à 9 h 05', 'today at 09:05'],
  ['2026-11-24T05:00:00Z', 'demain à 5 h', 'tomorrow at 05:00'],
  ['2026-11-24T23:59:59Z', 'demain', 'tomorrow'],
  ['2026-11-25T00:00:00Z', 'demain', 'tomorrow'],
  ['2026-11-26T08:00:00Z', 'dans 3 jours', 'in 3 days'],
  ['2027-01-21T00:00:00Z', 'dans 58 jours', 'in 58 days'],
  ['2027-03-23T12:00:00Z', 'dans 4 mois', 'in 4 months'],
  ['2029-11-23T12:00:00Z', 'dans 3 ans', 'in 3 years'],
  ['9999-12-31T23:59:59Z', 'dans 7 973 ans', 'in 7,973 years'],
  ['2026-11-22T23:59:59Z', 'hier', 'yesterday'],
  ['2026-11-22T18:20:00Z', 'hier à 18 h 20', 'yesterday at 18:20'],
  ['2026-11-20T00:00:00Z', 'il y a 3 jours', '3 days ago'],
  ['1970-01-01T00:00:00Z', 'il y a 57 ans', '57 years ago'],
])('at noon of 23 November, %s is %s', (expiresAt, french, english) => {
  expect(plain(expiryOf(expiresAt, noon).expiresAt!.relative)).toBe(french);
  expect(plain(expiryOf(expiresAt, noon, 'en').expiresAt!.relative)).toBe(english);
});

describe('an end at midnight', () => {
  const document = buildRichSubscriber({
    main: { ...main, expiresAt: '2026-11-25T00:00:00Z' },
    buckets: [buildBucket({ code: 'internet.special', unit: 'B', expiresAt: '2026-11-25T00:00:00Z' })],
    options: [{ code: 'O1', label: 'Option Nuit', expiresAt: '2026-11-25T00:00:00Z' }],
  });

  it('of an option that begins anew then is told by the day on which it does', () => {
    const renewing = { ...document, options: [{ ...document.options![0]!, renews: true }] };
    const [option] = fullViewOf(renewing, { now: Date.parse(noon) }).options!;
    expect(option!.expiresAt!.date).toBe('25/11/2026');
  });

  it('is told by its last day while it is to come, on the pages, in #122# and on the receipt alike', () => {
    const view = fullViewOf(document, { now: Date.parse(noon) });
    const last = { date: '24/11/2026', relative: 'demain' };
    expect(view.main.expiresAt).toMatchObject(last);
    expect(plain(view.main.expiresAt!.dateTime)).toBe('25/11/2026 à 0 h');
    expect(view.options![0]!.expiresAt).toMatchObject(last);
    const context = { market: marketPack('CI'), language: 'fr', now: Date.parse(noon) } as const;
    const payer = buildPayerView({ document, source: 'cache' }, 'dataDay', context);
    expect(payer!.paying[0]!.expiresAt).toMatchObject(last);
    const receipt = receiptContentOf(view);
    expect(receipt.main.expiresOn).toBe(last.date);
    expect(receipt.groups[0]!.accounts[0]!.until).toBe(last.date);
    for (const path of ['1', '4*4', '7*1']) {
      expect(readPlace(path, { view, market: context.market }).lines.join(' ')).toContain(
        "jusqu'au 24/11/2026",
      );
    }
  });

  it('is told as the moment that it was, once it is past', () => {
    const expired = expiryOf('2026-11-25T00:00:00Z', '2026-11-25T08:00:00Z').expiresAt!;
    expect(expired.date).toBe('25/11/2026');
    expect(plain(expired.relative)).toBe('aujourd’hui à 0 h');
  });

  it('is that of the market’s clocks, and no moment after it', () => {
    const inDouala = (expiresAt: string) => expiryOf(expiresAt, noon, 'fr', marketPack('CM')).expiresAt!;
    expect(inDouala('2026-11-24T23:00:00Z').date).toBe('24/11/2026');
    expect(inDouala('2026-11-25T00:00:00Z').date).toBe('25/11/2026');
    expect(expiryOf('2026-11-25T00:00:30Z', noon).expiresAt!.date).toBe('25/11/2026');
  });

  it('is none of what begins then', () => {
    const later = buildBucket({ validFrom: '2026-11-24T00:00:00Z' });
    const view = fullViewOf(buildSubscriber({ buckets: [later] }), { now: Date.parse(noon) });
    const [account] = accountsOf(view);
    expect(account!.validFrom!.date).toBe('24/11/2026');
    expect(plain(account!.validFrom!.relative)).toBe('demain à 0 h');
  });
});

describe('a moment', () => {
  it('is read on the clocks of the market', () => {
    const inAbidjan = expiryOf('2026-12-31T23:30:00Z', noon).expiresAt!;
    const inDouala = expiryOf('2026-12-31T23:30:00Z', noon, 'fr', marketPack('CM')).expiresAt!;
    expect(plain(inAbidjan.dateTime)).toBe('31/12/2026 à 23 h 30');
    expect(plain(inDouala.dateTime)).toBe('01/01/2027 à 0 h 30');
    expect(inDouala.at).toBe('2026-12-31T23:30:00Z');
  });

  it('is tonight in one market and tomorrow in another', () => {
    const lateEvening = '2026-11-23T22:30:00Z';
    const expiresAt = '2026-11-23T23:30:00Z';
    expect(plain(expiryOf(expiresAt, lateEvening).expiresAt!.relative)).toBe('aujourd’hui à 23 h 30');
    expect(plain(expiryOf(expiresAt, lateEvening, 'fr', marketPack('CM')).expiresAt!.relative)).toBe(
      'demain à 0 h 30',
    );
  });

  it('is past from its very instant on', () => {
    expect(expiryOf(noon, '2026-11-23T11:59:59.999Z')).toMatchObject({
      expired: false,
      expiresAt: { past: false },
    });
    expect(expiryOf(noon, noon)).toMatchObject({ expired: true, expiresAt: { past: true } });
  });
});
