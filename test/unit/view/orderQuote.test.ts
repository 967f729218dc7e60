import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OfferDocument, SubscriberDocument } from '../../../shared/domain/feedDocument';
import { liveSectionNames } from '../../../shared/domain/liveCustomer';
import { marketPack } from '../../../shared/domain/market';
import type { OrderChoice } from '../../../shared/domain/orderWish';
import { prepareOrder, type QuoteTerms } from '../../../shared/view/orderQuote';
import type { Snapshot, ViewContext } from '../../../shared/view/sectionContext';
import { arbitraryNow, arbitraryOffer, arbitrarySubscriber } from '../../helpers/arbitraries';
import { buildBucket, buildOffer, buildRichSubscriber, buildSubscriber } from '../../helpers/builders';
import { exampleNow, fullViewOf, plain } from '../../helpers/customerViews';
import { buildOrder } from '../../helpers/orders';

const night = buildOffer({
  code: 'OPT-NUIT',
  kind: 'option',
  label: { fr: 'Option Nuit' },
  price: 500,
  gives: [{ code: 'internet.nuit', amount: 1, unit: 'B', validHours: 720 }],
});
const buyPass: OrderChoice = { kind: 'pass', offer: 'PASS-NET-1J', payer: null };
const online: QuoteTerms = { isReachable: true, needsApproval: () => false };
const offline: QuoteTerms = { ...online, isReachable: false };

/** Every section as the operator said it just now. */
function liveSnapshot(document: SubscriberDocument): Snapshot {
  const asOf = new Date(exampleNow).toISOString();
  const live = Object.fromEntries(liveSectionNames.map((name) => [name, asOf]));
  return { document: { ...document, asOf }, source: 'cache', live };
}

function quote(
  choice: OrderChoice,
  {
    document = buildRichSubscriber(),
    terms = online,
    isLive = true,
    ...context
  }: Partial<ViewContext> & {
    readonly document?: SubscriberDocument;
    readonly terms?: QuoteTerms;
    readonly isLive?: boolean;
  } = {},
) {
  const snapshot: Snapshot = isLive ? liveSnapshot(document) : { document, source: 'cache' };
  const prepared = prepareOrder(
    choice,
    snapshot,
    {
      market: marketPack('CI'),
      language: 'fr',
      now: exampleNow,
      offers: [buildOffer(), night],
      live: isLive ? { kind: 'answered', failed: [] } : { kind: 'off' },
      ...context,
    },
    terms,
  );
  if (prepared === null) throw new Error('Nothing can be ordered.');
  const { notes, toConfirm, title } = prepared.quote;
  return { ...prepared.quote, title: plain(title), notes: notes.map(plain), toConfirm: toConfirm.map(plain) };
}

describe('before a pass is bought', () => {
  test('its price, what it gives, until when, and who can pay are said', () => {
    const said = quote(buyPass);
    expect(said).toMatchObject({
      title: 'Pass Internet Jour',
      payer: 'main',
      payers: [
        { payer: 'main', label: 'Compte principal', suffices: 'yes', balance: { amount: 1250 } },
        { payer: 'orangeMoney', suffices: 'yes', balance: { amount: 15_000 }, onlineOnly: true },
      ],
      until: { at: '2026-11-24T10:00:00.000Z', date: '24/11/2026' },
      obstacles: [],
      toConfirm: [],
      offline: false,
      possible: true,
    });
    expect(plain(said.price?.text ?? '')).toBe('250 F CFA');
    expect(said.gives.map(plain)).toEqual(['500 Mo pendant 24 h']);
  });

  test('the account that suffices is proposed, and another can be chosen', () => {
    const document = buildRichSubscriber({ main: { amount: 100, currency: 'XOF' } });
    expect(quote(buyPass, { document })).toMatchObject({
      payer: 'orangeMoney',
      onlineOnly: true,
      possible: true,
    });
    expect(quote({ ...buyPass, payer: 'main' }, { document })).toMatchObject({
      payer: 'main',
      obstacles: ['Le solde ne suffit pas.'],
      possible: false,
    });
  });

  test('Orange Money is not proposed while the operator cannot be reached', () => {
    expect(quote(buyPass, { terms: offline })).toMatchObject({
      payer: 'main',
      offline: true,
      possible: true,
    });
    expect(quote({ ...buyPass, payer: 'orangeMoney' }, { terms: offline })).toMatchObject({
      possible: false,
    });
  });

  test('an offer that says only its price gives nothing that is named, and anybody may pay', () => {
    const bare: OfferDocument = {
      ...{ _id: 'offer:PASS-NU', type: 'offer', schema: 1, code: 'PASS-NU', kind: 'pass' },
      ...{ label: { fr: 'Pass nu' }, price: 250, currency: 'XOF' },
    };
    const said = quote({ kind: 'pass', offer: 'PASS-NU', payer: null }, { offers: [bare] });
    expect(said).toMatchObject({ gives: [], until: null, notes: [], possible: true });
    expect(said.payers.map(({ payer }) => payer)).toEqual(['main', 'orangeMoney']);
    const payersOf = (document: SubscriberDocument) =>
      fullViewOf(document, { offers: [bare] }).offers.map(({ payers }) => payers);
    expect(payersOf(buildRichSubscriber())).toEqual([['main', 'orangeMoney']]);
    expect(payersOf(buildSubscriber())).toEqual([['main']]);
  });

  test('until when it lasts is said only where all that it gives ends together', () => {
    const given = (...validHours: readonly (number | undefined)[]) =>
      quote(buyPass, {
        offers: [
          buildOffer({
            gives: validHours.map((hours) => ({
              code: 'internet.special',
              amount: 1,
              unit: 'B',
              ...(hours !== undefined && { validHours: hours }),
            })),
          }),
        ],
      });
    expect(given(24, 24).until?.date).toBe('24/11/2026');
    expect(given(24, 48).until).toBeNull();
    expect(given(undefined).until).toBeNull();
    expect(given(undefined).gives.map(plain)).toEqual(['1 o']);
  });

  test('what is still there of the same is named', () => {
    const bucket = buildBucket({
      code: 'internet.special',
      amount: 120_000_000,
      unit: 'B',
      expiresAt: '2026-11-25T23:59:59Z',
    });
    const { notes } = quote(buyPass, { document: buildRichSubscriber({ buckets: [bucket] }) });
    expect(notes).toEqual(['Il reste 120 Mo sur « Internet › Spécial internet », jusqu’au 25/11/2026.']);
    const endless = buildBucket({ code: 'internet.special', amount: 120_000_000, unit: 'B' });
    expect(
      quote(buyPass, { document: buildRichSubscriber({ buckets: [endless] }), language: 'en' }).notes,
    ).toEqual(['120 MB is left on “Internet › Special internet”.']);
  });

  test('what is still there of the same is found under whatever name the operator gives the account', () => {
    const offers = [buildOffer({ gives: [{ code: 'VOIX_INTER', amount: 600, unit: 's', validHours: 24 }] })];
    const notesWith = (code: string) => {
      const buckets = [buildBucket({ code, amount: 750, unit: 's' })];
      return quote(buyPass, { document: buildRichSubscriber({ buckets }), offers }).notes;
    };
    expect(notesWith('minutes.special.international')).toEqual(notesWith('VOIX_INTER'));
    expect(notesWith('VOIX_INTER')).toEqual(['Il reste 12 min 30 s sur « Bonus Minutes › Spécial ».']);
    // Of another reach, it is another account.
    expect(notesWith('minutes.special.intra')).toEqual([]);
  });

  test('a balance of an earlier time forbids nothing: it is to be confirmed', () => {
    const document = buildSubscriber({
      main: { amount: 100, currency: 'XOF' },
      profile: { kind: 'prepaid' },
    });
    const said = quote(buyPass, { document, isLive: false });
    expect(said).toMatchObject({
      obstacles: [],
      possible: true,
      payer: 'main',
      payers: [{ suffices: 'no' }, { suffices: 'unknown' }],
    });
    expect(said.toConfirm).toEqual(['Le solde connu, du 22/11/2026 à 12 h, ne suffit pas']);
  });

  test('figures that are not of now are to be confirmed', () => {
    expect(quote(buyPass, { isLive: false }).toConfirm).toEqual([
      'Les informations, qui sont du 22/11/2026 à 12 h',
    ]);
    expect(quote(buyPass, { isLive: false, language: 'en' }).toConfirm).toEqual([
      expect.stringMatching(/^The details, which are of 22\/11\/2026/),
    ]);
  });

  test('what is on its way counts as spent', () => {
    const orders = Array.from({ length: 5 }, () => buildOrder());
    expect(quote({ ...buyPass, payer: 'main' }, { orders }).possible).toBe(false);
  });

  test('an offer that is gone has no price and cannot be ordered', () => {
    expect(quote({ kind: 'pass', offer: 'GONE', payer: null })).toMatchObject({
      title: 'GONE',
      price: null,
      obstacles: ['Cette offre n’existe pas ou plus.'],
      possible: false,
    });
  });
});

describe('before something else is ordered', () => {
  test('an option that is active cannot be had twice, and can be stopped', () => {
    expect(quote({ kind: 'option', offer: 'OPT-NUIT', payer: null }).obstacles).toEqual([
      'C’est déjà actif.',
    ]);
    expect(quote({ kind: 'optionStop', offer: 'OPT-NUIT' })).toMatchObject({
      title: 'Arrêt : Option Nuit',
      notes: ['Active jusqu’au 01/12/2026.'],
      payers: [],
      possible: true,
    });
  });

  test('a plan is free, and says the present one', () => {
    expect(quote({ kind: 'plan', plan: 'Aigle' })).toMatchObject({
      free: true,
      notes: ['Profil actuel : Tigre.', 'Changer est gratuit, 3 fois par mois au plus.'],
      toConfirm: ['Si un changement est encore permis ce mois-ci'],
      possible: true,
    });
  });

  test.each([
    [0, [], []],
    [1, ['C’est le dernier changement permis ce mois-ci.'], ['This is the last change allowed this month.']],
    [2, ['Il restera 1 changement ce mois-ci.'], ['1 change will be left this month.']],
    [3, ['Il restera 2 changements ce mois-ci.'], ['2 changes will be left this month.']],
  ])('a preferred number says how many changes are left of %i', (changesLeft, french, english) => {
    const document = buildRichSubscriber({ favourites: { numbers: [], changesLeft } });
    const add: OrderChoice = { kind: 'preferredNumbers', add: '2250700000003' };
    expect(quote(add, { document }).notes).toEqual(french);
    expect(quote(add, { document, language: 'en' }).notes).toEqual(english);
  });

  test('changes that wait are counted among those that are left', () => {
    const document = buildRichSubscriber({ favourites: { numbers: [], changesLeft: 2 } });
    const add: OrderChoice = { kind: 'preferredNumbers', add: '2250700000003' };
    const waiting = buildOrder({ intent: { kind: 'preferredNumbers', add: '2250700000004' }, price: null });
    const done = buildOrder({ ...waiting, progress: { state: 'completed' } });
    const notesWith = (...orders: ViewContext['orders'] & {}) => quote(add, { document, orders }).notes;
    expect(notesWith(done)).toEqual(['Il restera 1 changement ce mois-ci.']);
    expect(notesWith(waiting, done)).toEqual(['C’est le dernier changement permis ce mois-ci.']);
    expect(notesWith(waiting, waiting)).toEqual([]);
  });

  test('the present plan is written in one short line, whatever it is called', () => {
    const document = buildRichSubscriber({ profile: { plan: `Tigre\n${'x'.repeat(500)}` } });
    expect(quote({ kind: 'plan', plan: 'Aigle' }, { document }).notes[0]).toMatch(/ : Tigre x{53}…\.$/);
  });

  test.each<[OrderChoice, readonly string[]]>([
    [{ kind: 'optionStop', offer: 'OPT-NUIT' }, ['Active until 01/12/2026.']],
    [{ kind: 'plan', plan: 'Aigle' }, ['Present plan: Tigre.', 'Changing is free, 3 times a month at most.']],
    [{ kind: 'billPayment', bill: 'F-2026-10-0001', payer: 'orangeMoney' }, ['Overdue since 15/11/2026.']],
  ])('%j says in English what it changes', (choice, notes) => {
    expect(quote(choice, { language: 'en' }).notes).toEqual(notes);
  });

  test('what is not known of the line is not said', () => {
    const document = buildSubscriber();
    expect(quote({ kind: 'preferredNumbers', add: '2250700000003' }, { document }).notes).toEqual([]);
    expect(quote({ kind: 'plan', plan: 'Aigle' }, { document }).notes).toEqual([
      'Changer est gratuit, 3 fois par mois au plus.',
    ]);
    expect(quote({ kind: 'optionStop', offer: 'OPT-NUIT' }, { document }).notes).toEqual([]);
  });

  test('an option that has ended runs no longer', () => {
    const options = [{ code: 'OPT-NUIT', label: 'Option Nuit', expiresAt: '2026-11-20T08:00:00Z' }];
    const document = buildRichSubscriber({ options });
    expect(quote({ kind: 'optionStop', offer: 'OPT-NUIT' }, { document }).notes).toEqual([]);
  });

  test.each([
    ['2026-11-22', 'open', ['En retard depuis le 22/11/2026.']],
    ['2026-11-23', 'open', ['À payer au plus tard le 23/11/2026.']],
    ['2026-11-15', 'paid', []],
  ])('a bill that is due on %s and is %s says so', (dueAt, status, notes) => {
    const bills = [{ id: 'F-1', issuedAt: '2026-10-31', dueAt, amount: 1, currency: 'XOF', status }];
    const document = buildRichSubscriber({ bills });
    expect(quote({ kind: 'billPayment', bill: 'F-1', payer: 'orangeMoney' }, { document }).notes).toEqual(
      notes,
    );
  });

  test('a bill that is not known, or too old to be shown, has no price and cannot be paid', () => {
    const bill: OrderChoice = { kind: 'billPayment', bill: 'F-2026-10-0001', payer: 'main' };
    const { bills, ...withoutBills } = buildRichSubscriber();
    expect(bills).not.toEqual([]);
    const unpriced = {
      price: null,
      obstacles: ['Cette facture n’est pas connue.'],
      toConfirm: ['Si le solde suffit'],
      possible: false,
    };
    expect(quote(bill, { document: withoutBills })).toMatchObject(unpriced);
    const old = buildRichSubscriber({ asOf: '2026-09-01T12:00:00Z' });
    expect(fullViewOf(old).bills).toMatchObject([{ amount: { withheld: true } }]);
    expect(quote(bill, { document: old, isLive: false })).toMatchObject(unpriced);
  });

  test('a bill or an option is found by its whole name, however long, as the page has it', () => {
    const id = `F-2026-10-${'0'.repeat(60)}1`;
    const code = `OPT-NUIT-${'X'.repeat(80)}`;
    const document = buildRichSubscriber({
      bills: [{ id, amount: 12_500, currency: 'XOF', status: 'open' }],
      options: [{ code, label: '' }],
    });
    const { bills, options } = fullViewOf(document);
    expect(bills).toMatchObject([{ id, label: `${id.slice(0, 39)}…` }]);
    expect(options).toMatchObject([{ code, label: `${code.slice(0, 59)}…` }]);
    expect(
      quote({ kind: 'billPayment', bill: bills?.[0]?.id ?? '', payer: 'main' }, { document }).obstacles,
    ).toEqual(['Le solde ne suffit pas.']);
    expect(quote({ kind: 'optionStop', offer: options?.[0]?.code ?? '' }, { document }).obstacles).toEqual(
      [],
    );
  });

  test('what is to be confirmed is of the time of the section that the order is about', () => {
    const document = buildRichSubscriber();
    const asOf = new Date(exampleNow).toISOString();
    const prepared = prepareOrder(
      { kind: 'optionStop', offer: 'OPT-NUIT' },
      { document, source: 'cache', live: { main: asOf } },
      {
        market: marketPack('CI'),
        language: 'fr',
        now: exampleNow,
        live: { kind: 'answered', failed: ['options', 'favourites', 'profile'] },
      },
      online,
    );
    expect(prepared?.quote.toConfirm.map(plain)).toEqual(['Les informations, qui sont du 22/11/2026 à 12 h']);
    const add = { kind: 'preferredNumbers', add: '2250700000003' } as const;
    expect(quote(add, { isLive: false }).toConfirm).toEqual([
      'Les informations, qui sont du 22/11/2026 à 12 h',
    ]);
  });

  test('a bill is paid online only', () => {
    const bill: OrderChoice = { kind: 'billPayment', bill: 'F-2026-10-0001', payer: 'orangeMoney' };
    expect(quote(bill)).toMatchObject({
      onlineOnly: true,
      possible: true,
      notes: ['En retard depuis le 15/11/2026.'],
    });
    expect(quote(bill, { terms: offline })).toMatchObject({
      onlineOnly: true,
      offline: true,
      possible: false,
    });
  });
});

describe('whatever is wished', () => {
  test('nothing is said of a line that is not active', () => {
    const context = { market: marketPack('CI'), language: 'fr', now: exampleNow } as const;
    for (const status of ['inactive', 'deactivated'] as const) {
      const document = buildSubscriber({ status });
      expect(prepareOrder(buyPass, { document, source: 'cache' }, context, online)).toBeNull();
    }
  });

  test('a quote is made for any customer and offer, and an amount that is too old is in none', () => {
    fc.assert(
      fc.property(
        arbitrarySubscriber,
        fc.array(arbitraryOffer, { maxLength: 3 }),
        arbitraryNow,
        fc.nat(2),
        (document, offers, now, which) => {
          const active = { ...document, status: 'active' } as const;
          const offer = offers[which]?.code ?? 'NONE';
          const prepared = prepareOrder(
            { kind: 'pass', offer, payer: null },
            { document: active, source: 'cache' },
            { market: marketPack('CI'), language: 'fr', now, offers },
            online,
          );
          expect(prepared).not.toBeNull();
          for (const { balance, suffices } of prepared?.quote.payers ?? []) {
            if (balance?.withheld === true) expect(suffices).toBe('unknown');
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
