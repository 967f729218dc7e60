import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bucket } from '../../../shared/domain/feedDocument';
import { marketPack } from '../../../shared/domain/market';
import { payerUses, type PayerUse } from '../../../shared/view/payerUse';
import { buildPayerView } from '../../../shared/view/payerView';
import {
  arbitraryLanguage,
  arbitraryMarket,
  arbitraryNow,
  arbitrarySubscriber,
} from '../../helpers/arbitraries';
import { buildBucket, buildSubscriber } from '../../helpers/builders';

const now = Date.parse('2026-11-22T13:00:00Z');
const fr = { market: marketPack('CI'), language: 'fr', now } as const;

const wallet: readonly Bucket[] = [
  buildBucket({ id: 'seconds', code: 'minutes.special', reach: 'intra', unit: 's', amount: 750 }),
  buildBucket({ id: 'intra', code: 'credit.special.intra', expiresAt: '2026-11-30T23:59:59Z' }),
  buildBucket({ id: 'night', code: 'internet.nuit', unit: 'B', amount: 1_500_000_000 }),
  buildBucket({ id: 'gift', code: 'promo.anniversaire', label: 'Cadeau anniversaire' }),
];

function show(use: PayerUse, due?: number) {
  const document = buildSubscriber({ buckets: [...wallet] });
  const view = buildPayerView({ document, source: 'cache' }, use, fr, due);
  if (view === null) throw new Error('An active line has an answer');
  return view;
}

/** Without the no-break spaces that French sets. */
function plain(text: string | null | undefined): string | undefined {
  return text?.replace(/[\u00a0\u202f]/g, ' ');
}

describe('"Qui paie ?"', () => {
  it('lists who pays, how far each goes and why in this order', () => {
    const { label, paying } = show('callOnNet');
    expect(label).toBe('Appel vers Orange');
    expect(
      paying.map((each) => [each.title, plain(each.goesFor.text), each.expiresAt?.date, each.aheadBecause]),
    ).toEqual([
      ['Bonus Minutes › Spécial', '12 min 30 s', undefined, 'sert à moins d’usages'],
      [
        'Bonus Crédit › Spécial Intra',
        '500 F CFA',
        '30/11/2026',
        'les bonus paient avant le compte principal',
      ],
      ['Compte principal', '1 250 F CFA', '31/12/2026', null],
    ]);
  });

  it('says why each other one does not', () => {
    expect(show('callOnNet').refused.map(({ title, reasonText }) => [title, reasonText])).toEqual([
      ['Internet › Bonus Nuit', 'ne paie pas ce type d’usage'],
      ['Bonus Crédit › Cadeau anniversaire', 'son usage n’est pas connu'],
    ]);
  });

  it('answers for the next night and the next day', () => {
    expect(show('dataNight').at.at).toBe('2026-11-23T00:00:00.000Z');
    expect(show('dataNight').paying[0]?.title).toBe('Internet › Bonus Nuit');
    expect(show('dataDay').at.at).toBe(new Date(now).toISOString());
    expect(show('dataDay').refused.find(({ title }) => title.includes('Nuit'))?.reason).toBe('window');
  });

  it('asks at night about the day that comes, and about calls at once', () => {
    const atNight = { ...fr, now: Date.parse('2026-11-22T03:00:00Z') };
    const at = (use: PayerUse) =>
      buildPayerView({ document: buildSubscriber(), source: 'cache' }, use, atNight)?.at.at;
    expect(at('dataDay')).toBe('2026-11-22T05:00:00.000Z');
    expect(at('dataNight')).toBe('2026-11-22T03:00:00.000Z');
    expect(at('callOnNet')).toBe('2026-11-22T03:00:00.000Z');
  });

  it('says of each balance since when it holds: the operator may have told of one section alone', () => {
    const asked = '2026-11-22T12:59:00Z';
    const document = buildSubscriber({ buckets: [...wallet] });
    const view = buildPayerView({ document, source: 'cache', live: { buckets: asked } }, 'callOnNet', {
      ...fr,
      live: { kind: 'answered', failed: [] },
    });
    expect(view?.paying.map(({ goesFor }) => [goesFor.source, goesFor.asOf])).toEqual([
      ['live', asked],
      ['live', asked],
      ['cache', document.asOf],
    ]);
  });

  it('splits an amount to pay, as far as prices are not needed', () => {
    const { payment } = show('callOnNet', 1000);
    expect(plain(payment?.due)).toBe('16 min 40 s');
    expect(payment?.parts.map(({ title, amount }) => [title, amount.amount])).toEqual([
      ['Bonus Minutes › Spécial', 750],
    ]);
    expect(plain(payment?.rest)).toBe(
      'Le reste, 4 min 10 s, est payé par Bonus Crédit › Spécial Intra au tarif de l’offre, tant que ce solde suffit.',
    );
    expect(show('callOnNet', 60).payment?.rest).toBeNull();
    expect(show('callOnNet').payment).toBeNull();
  });

  it('says when nothing pays for the rest', () => {
    const document = buildSubscriber({
      main: { amount: 0, currency: 'XOF' },
      buckets: [buildBucket({ code: 'credit.special.tous', reach: 'international', unit: 'sms', amount: 2 })],
    });
    const view = buildPayerView({ document, source: 'cache' }, 'smsAbroad', { ...fr, language: 'en' }, 5);
    expect(plain(view?.payment?.rest)).toBe('Nothing pays for the rest: 3 SMS.');
    const french = buildPayerView({ document, source: 'cache' }, 'smsAbroad', fr, 5);
    expect(plain(french?.payment?.rest)).toBe('Rien ne paie le reste : 3 SMS.');
  });

  it('speaks of no rest where already the first to pay is of another unit', () => {
    const document = buildSubscriber();
    const payment = (language: 'fr' | 'en') =>
      buildPayerView({ document, source: 'cache' }, 'callOnNet', { ...fr, language }, 600)?.payment;
    expect(payment('fr')?.parts).toEqual([]);
    expect(payment('fr')?.rest).toBe(
      'Tout est payé par Compte principal au tarif de l’offre, tant que ce solde suffit.',
    );
    expect(payment('en')?.rest).toBe(
      'All of it is paid by Main account at the rate of the offer, as far as that goes.',
    );
  });

  it('splits nothing where nothing pays', () => {
    const document = buildSubscriber({ main: { amount: 0, currency: 'XOF' } });
    const view = buildPayerView({ document, source: 'cache' }, 'smsAbroad', fr, 3);
    expect(view?.paying).toEqual([]);
    expect(view?.payment).toBeNull();
  });

  it('says nothing of a line that is not active', () => {
    const document = buildSubscriber({ status: 'inactive', buckets: [...wallet] });
    expect(buildPayerView({ document, source: 'cache' }, 'callOnNet', fr)).toBeNull();
  });

  it('withholds amounts that are too old, and splits none of them', () => {
    const document = buildSubscriber({ asOf: '2026-01-01T00:00:00Z', buckets: [...wallet] });
    const view = buildPayerView({ document, source: 'cache' }, 'callOnNet', fr, 60);
    expect(view?.paying.map(({ goesFor }) => goesFor.amount)).toEqual([null, null, null]);
    expect(view?.payment).toBeNull();
  });

  it('has an answer for any subscriber and use, with a line for every balance', () => {
    fc.assert(
      fc.property(
        arbitrarySubscriber,
        fc.constantFrom(...payerUses),
        arbitraryMarket,
        arbitraryLanguage,
        arbitraryNow,
        (document, use, market, language, at) => {
          const view = buildPayerView({ document, source: 'live' }, use, { market, language, now: at });
          expect(view === null).toBe(document.status !== 'active');
          if (view === null) return;
          const lines = [...view.paying, ...view.refused];
          expect(lines).toHaveLength(1 + (document.buckets?.length ?? 0));
          expect(lines.filter(({ title }) => title.trim() === '')).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
