import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkEligibility, type EligibilityContext } from '../../../shared/domain/eligibility';
import type { OfferDocument } from '../../../shared/domain/feedDocument';
import { marketPack } from '../../../shared/domain/market';
import type { OrderIntent } from '../../../shared/domain/order';
import { buildOffer, buildRichSubscriber, buildSubscriber } from '../../helpers/builders';

const pass = { kind: 'pass', offer: 'PASS-NET-1J', payer: 'main' } as const;
const night = { kind: 'option', offer: 'OPT-NUIT', payer: 'main' } as const;

function context(overrides: Partial<EligibilityContext> = {}): EligibilityContext {
  return {
    document: buildRichSubscriber(),
    isLive: true,
    offers: [buildOffer(), buildOffer({ code: 'OPT-NUIT', kind: 'option', price: 500 })],
    pending: [],
    market: marketPack('CI'),
    now: Date.UTC(2026, 10, 22, 12),
    ...overrides,
  };
}

const obstaclesTo = (intent: OrderIntent, overrides: Partial<EligibilityContext> = {}) =>
  checkEligibility(intent, context(overrides)).obstacles;

describe('an order', () => {
  test('meets no obstacle when the account pays for it and the line may have it', () => {
    expect(checkEligibility(pass, context())).toEqual({
      price: { amount: 250, currency: 'XOF' },
      obstacles: [],
      unchecked: [],
      toConfirm: false,
    });
  });

  test('is to be confirmed when the figures are not of now', () => {
    expect(checkEligibility(pass, context({ isLive: false }))).toMatchObject({
      obstacles: [],
      toConfirm: true,
    });
  });

  test('is to be confirmed when what it needs is not known', () => {
    expect(checkEligibility(night, context({ document: buildSubscriber() }))).toMatchObject({
      obstacles: [],
      unchecked: ['notEligible', 'alreadyActive'],
      toConfirm: true,
    });
  });

  test('costs more than the account holds, less what is on its way', () => {
    const price = { amount: 250, currency: 'XOF' };
    const pending = Array.from({ length: 5 }, () => ({ intent: pass, price }));
    expect(obstaclesTo(pass, { pending: pending.slice(0, 4) })).toEqual([]);
    expect(obstaclesTo(pass, { pending })).toEqual(['insufficientBalance']);
  });

  test('cannot be paid from a main account that is over, or an Orange Money account that is not open', () => {
    const over = { amount: 5_000, currency: 'XOF', expiresAt: '2026-11-22T12:00:00Z' };
    expect(obstaclesTo(pass, { document: buildRichSubscriber({ main: over }) })).toEqual([
      'insufficientBalance',
    ]);
    const closed = { amount: 5_000, currency: 'XOF', status: 'suspended' };
    expect(
      obstaclesTo(
        { ...pass, payer: 'orangeMoney' },
        { document: buildRichSubscriber({ orangeMoney: closed }) },
      ),
    ).toEqual(['payerNotAccepted']);
  });

  test('of a free offer can be paid from an account that owes, or is over', () => {
    const offers = [buildOffer({ price: 0 })];
    const overdrawn = { amount: -150, currency: 'XOF' };
    const over = { ...overdrawn, expiresAt: '2026-11-22T12:00:00Z' };
    expect(obstaclesTo(pass, { offers, document: buildRichSubscriber({ main: overdrawn }) })).toEqual([]);
    expect(obstaclesTo(pass, { offers, document: buildRichSubscriber({ main: over }) })).toEqual([]);
  });

  test('is paid from an Orange Money account that names no currency in that of its market', () => {
    const check = (amount: number) =>
      checkEligibility(
        { ...pass, payer: 'orangeMoney' },
        context({ document: buildRichSubscriber({ orangeMoney: { amount } }) }),
      );
    expect(check(15_000)).toMatchObject({ obstacles: [], unchecked: [] });
    expect(check(100)).toMatchObject({ obstacles: ['insufficientBalance'], unchecked: [] });
  });

  test.each([0, -500])('of a bill has nothing to pay when its amount is %i', (amount) => {
    const bills = [{ id: 'F-1', amount, currency: 'XOF', status: 'open' }];
    const document = buildRichSubscriber({ bills });
    expect(obstaclesTo({ kind: 'billPayment', bill: 'F-1', payer: 'main' }, { document })).toEqual([
      'nothingToPay',
    ]);
  });

  test.each([250, 0])('of a bill of %i that is paid is not made again', (amount) => {
    const bills = [{ id: 'F-1', amount, currency: 'XOF', status: 'paid' }];
    const document = buildRichSubscriber({ bills });
    expect(obstaclesTo({ kind: 'billPayment', bill: 'F-1', payer: 'main' }, { document })).toEqual([
      'alreadyPaid',
    ]);
  });

  test.each([{ kinds: ['*'] }, { plans: ['*'] }])(
    'is for everybody when its offer says so: %j',
    (eligible) => {
      const offers = [buildOffer({ eligible })];
      expect(checkEligibility(pass, context({ offers, document: buildSubscriber() }))).toMatchObject({
        obstacles: [],
        unchecked: [],
      });
      expect(obstaclesTo(pass, { offers })).toEqual([]);
    },
  );

  test.each<[string, OrderIntent, Partial<EligibilityContext>, readonly string[]]>([
    ['an offer that there is not', { ...pass, offer: 'NONE' }, {}, ['unknownOffer']],
    ['an option that is active', night, {}, ['alreadyActive']],
    ['a plan that it has', { kind: 'plan', plan: 'Tigre' }, {}, ['alreadyActive']],
    ['a plan that there is not', { kind: 'plan', plan: 'Lion' }, {}, ['unknownOffer']],
    ['the end of an option that is not active', { kind: 'optionStop', offer: 'OPT-X' }, {}, ['notActive']],
    ['its own number', { kind: 'preferredNumbers', add: '2250700000001' }, {}, ['notEligible']],
    [
      'a number that it prefers already',
      { kind: 'preferredNumbers', add: '2250700000002' },
      {},
      ['alreadyActive'],
    ],
    [
      'to forget a number that it does not prefer',
      { kind: 'preferredNumbers', remove: '2250700000008' },
      {},
      ['notActive'],
    ],
    [
      'a bill that there is not',
      { kind: 'billPayment', bill: 'F-0', payer: 'orangeMoney' },
      {},
      ['unknownBill'],
    ],
    [
      'a plan that the offer is not for',
      pass,
      { offers: [buildOffer({ eligible: { plans: ['Aigle'] } })] },
      ['notEligible'],
    ],
    [
      'a payer that the offer does not take',
      pass,
      { offers: [buildOffer({ pay: ['orangeMoney'] })] },
      ['payerNotAccepted'],
    ],
    [
      'more changes than are left',
      { kind: 'preferredNumbers', add: '2250700000005' },
      { document: buildRichSubscriber({ favourites: { max: 3, numbers: [], changesLeft: 0 } }) },
      ['changeLimit'],
    ],
    [
      'the same option twice',
      { ...night, offer: 'OPT-JOUR' },
      {
        offers: [buildOffer({ code: 'OPT-JOUR', kind: 'option' })],
        pending: [{ intent: { ...night, offer: 'OPT-JOUR' }, price: null }],
      },
      ['alreadyOrdered'],
    ],
    [
      'more changes of plan than a month allows',
      { kind: 'plan', plan: 'Aigle' },
      {
        pending: ['Panthère', 'Lion', 'Zèbre'].map((plan) => ({
          intent: { kind: 'plan', plan },
          price: null,
        })),
      },
      ['changeLimit'],
    ],
    ...(
      [
        { kind: 'plan', plan: 'Aigle' },
        { kind: 'preferredNumbers', add: '2250700000005' },
        { kind: 'billPayment', bill: 'F-2026-10-0001', payer: 'orangeMoney' },
      ] as const
    ).map((intent): [string, OrderIntent, Partial<EligibilityContext>, readonly string[]] => [
      `the same twice: ${intent.kind}`,
      intent,
      { pending: [{ intent, price: null }] },
      ['alreadyOrdered'],
    ]),
  ])('is told of %s', (_, intent, overrides, obstacles) => {
    expect(obstaclesTo(intent, overrides)).toEqual(obstacles);
  });

  test.each<[OrderIntent, OrderIntent]>([
    [
      { kind: 'plan', plan: 'Aigle' },
      { kind: 'plan', plan: 'Panthère' },
    ],
    [
      { kind: 'preferredNumbers', add: '2250700000005' },
      { kind: 'preferredNumbers', add: '2250700000006' },
    ],
    [
      { kind: 'preferredNumbers', add: '2250700000005', remove: '2250700000002' },
      { kind: 'preferredNumbers', add: '2250700000005' },
    ],
    [
      { kind: 'billPayment', bill: 'F-2026-10-0001', payer: 'orangeMoney' },
      { kind: 'billPayment', bill: 'F-2026-09-0001', payer: 'orangeMoney' },
    ],
    [pass, pass],
  ])('%j is not held up by another that waits: %j', (intent, waiting) => {
    expect(obstaclesTo(intent, { pending: [{ intent: waiting, price: null }] })).toEqual([]);
  });

  test('is for everybody when its offer names nobody, and a change may be allowed when nobody says how many', () => {
    const forAll: OfferDocument = {
      ...{ _id: 'offer:PASS-NET-1J', type: 'offer', schema: 1, code: 'PASS-NET-1J', kind: 'pass' },
      ...{ label: { fr: 'Pass Internet Jour' }, price: 250, currency: 'XOF' },
    };
    expect(
      obstaclesTo(pass, { document: buildSubscriber({ profile: { kind: 'postpaid' } }), offers: [forAll] }),
    ).toEqual([]);
    const add = { kind: 'preferredNumbers', add: '2250700000005' } as const;
    expect(
      checkEligibility(add, context({ document: buildSubscriber({ favourites: { numbers: [] } }) })),
    ).toMatchObject({ obstacles: [], unchecked: ['changeLimit'], toConfirm: true });
  });

  test('is paid exactly when the account holds its price and all that is on its way (property)', () => {
    const amount = fc.integer({ min: 0, max: 3_000 });
    fc.assert(
      fc.property(amount, amount, fc.array(amount, { maxLength: 4 }), (balance, price, waiting) => {
        const document = buildRichSubscriber({ main: { amount: balance, currency: 'XOF' } });
        const pending = waiting.map((sum) => ({ intent: pass, price: { amount: sum, currency: 'XOF' } }));
        const due = waiting.reduce((sum, other) => sum + other, price);
        const isShort = obstaclesTo(pass, { document, pending, offers: [buildOffer({ price })] }).includes(
          'insufficientBalance',
        );
        expect(isShort).toBe(price > 0 && due > balance);
      }),
      { numRuns: 1000 },
    );
  });

  test('meets no new obstacle when more is not known, and is then never certain (property)', () => {
    const section = fc.constantFrom('profile', 'options', 'favourites', 'orangeMoney', 'bills');
    const intent = fc.constantFrom<OrderIntent>(
      pass,
      night,
      { ...pass, payer: 'orangeMoney' },
      { kind: 'optionStop', offer: 'OPT-NUIT' },
      { kind: 'plan', plan: 'Aigle' },
      { kind: 'preferredNumbers', add: '2250700000005' },
      { kind: 'billPayment', bill: 'F-2026-10-0001', payer: 'main' },
    );
    fc.assert(
      fc.property(intent, fc.uniqueArray(section), (wanted, hidden) => {
        const whole = checkEligibility(wanted, context());
        const shown = Object.entries(buildRichSubscriber()).filter(
          ([name]) => !hidden.some((section) => section === name),
        );
        const document = { ...buildSubscriber(), ...Object.fromEntries(shown) };
        const partial = checkEligibility(wanted, context({ document }));
        expect(whole.obstacles).toEqual(expect.arrayContaining([...partial.obstacles]));
        expect(partial.toConfirm).toBe(partial.unchecked.length > 0);
      }),
      { numRuns: 1000 },
    );
  });
});
