import { describe, expect, test } from 'vitest';
import type { Order, OrderIntent, OrderState } from '../../../shared/domain/order';
import { marketPack } from '../../../shared/domain/market';
import { writingContextOf } from '../../../shared/view/sectionContext';
import { orderView } from '../../../shared/view/sections/orders';
import { buildOffer, buildRichSubscriber, buildSubscriber } from '../../helpers/builders';
import { exampleNow, fullViewOf, plain, viewOf } from '../../helpers/customerViews';
import { buildOrder } from '../../helpers/orders';

const offers = [buildOffer()];
const ordersOf = (...orders: readonly Order[]) =>
  fullViewOf(buildRichSubscriber(), { orders, offers }).orders;

describe('the orders of a customer', () => {
  test('say what was ordered, who pays and where it stands', () => {
    const [order] = ordersOf(buildOrder());
    expect(order).toMatchObject({
      title: 'Pass Internet Jour',
      state: 'queued',
      stateText: 'En attente d’envoi',
      pending: true,
      canBeCancelled: true,
      canBeTakenUp: false,
    });
    expect(plain(order?.payment ?? '')).toBe('250 F CFA · Compte principal');
  });

  test.each<[OrderState, boolean, boolean]>([
    ['queued', true, true],
    ['sending', true, false],
    ['accepted', true, false],
    ['parked', true, true],
    ['completed', false, false],
    ['rejected', false, false],
    ['cancelled', false, false],
  ])('that are %s are pending: %s, and can be cancelled: %s', (state, pending, canBeCancelled) => {
    const outcomeUnknown = state === 'sending';
    expect(ordersOf(buildOrder({ progress: { state, outcomeUnknown } }))).toMatchObject([
      { pending, canBeCancelled, canBeTakenUp: state === 'parked' },
    ]);
  });

  test('cannot be cancelled while nobody knows whether the operator has them', () => {
    const parked = buildOrder({ progress: { state: 'parked', outcomeUnknown: true } });
    expect(ordersOf(parked)).toMatchObject([{ canBeCancelled: false, canBeTakenUp: true }]);
  });

  test.each<[OrderIntent, string]>([
    [{ kind: 'optionStop', offer: 'PASS-NET-1J' }, 'Arrêt : Pass Internet Jour'],
    [{ kind: 'pass', offer: 'PASS-GONE', payer: 'main' }, 'PASS-GONE'],
    [{ kind: 'plan', plan: 'Tigre' }, 'Profil Tigre'],
    [{ kind: 'preferredNumbers', add: '2250700000002' }, 'Ajout du numéro préféré 07 00 00 00 02'],
    [{ kind: 'preferredNumbers', remove: '2250700000002' }, 'Retrait du numéro préféré 07 00 00 00 02'],
    [
      { kind: 'preferredNumbers', add: '2250700000003', remove: '2250700000002' },
      'Numéro préféré 07 00 00 00 03 à la place de 07 00 00 00 02',
    ],
    [{ kind: 'billPayment', bill: 'F-1', payer: 'main' }, 'Facture F-1'],
  ])('are called by what is ordered: %j', (intent, title) => {
    expect(plain(ordersOf(buildOrder({ intent }))[0]?.title ?? '')).toBe(title);
  });

  test.each<[OrderIntent, string]>([
    [{ kind: 'optionStop', offer: 'PASS-NET-1J' }, 'Stop: Day internet pass'],
    [{ kind: 'plan', plan: 'Tigre' }, 'Tigre plan'],
    [{ kind: 'preferredNumbers', add: '2250700000002' }, 'Add preferred number 07 00 00 00 02'],
    [{ kind: 'preferredNumbers', remove: '2250700000002' }, 'Remove preferred number 07 00 00 00 02'],
    [
      { kind: 'preferredNumbers', add: '2250700000003', remove: '2250700000002' },
      'Preferred number 07 00 00 00 03 in place of 07 00 00 00 02',
    ],
    [{ kind: 'billPayment', bill: 'F-1', payer: 'main' }, 'Bill F-1'],
  ])('are called in English by what is ordered: %j', (intent, title) => {
    const context = { orders: [buildOrder({ intent, price: null })], offers, language: 'en' } as const;
    const [order] = fullViewOf(buildRichSubscriber(), context).orders;
    expect(plain(order?.title ?? '')).toBe(title);
    expect(order?.payment).toBeNull();
  });

  test('are all shown while they have no end, and of the others the latest ten', () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      buildOrder({ id: String(index), progress: { state: index % 2 === 0 ? 'queued' : 'completed' } }),
    );
    const shown = ordersOf(...many);
    expect(shown.filter(({ pending }) => pending)).toHaveLength(15);
    expect(shown.filter(({ pending }) => !pending).map(({ id }) => Number(id))).toEqual(
      Array.from({ length: 10 }, (_, index) => index * 2 + 1),
    );
  });

  test('leave every balance as the operator said it', () => {
    const document = buildRichSubscriber();
    const before = fullViewOf(document, { offers });
    const after = fullViewOf(document, { offers, orders: [buildOrder()] });
    expect({ ...after, orders: [] }).toEqual(before);
  });

  test('that were rejected are told of for a week, and those that wait for an agent until one takes them', () => {
    const alerts = (order: Order) =>
      fullViewOf(buildSubscriber({ profile: { kind: 'postpaid' } }), {
        orders: [order],
        offers,
      }).alerts.map(({ kind, text, action }) => [kind, plain(text), action?.target]);
    const rejected = { state: 'rejected', reason: 'insufficientBalance' } as const;
    expect(alerts(buildOrder({ progress: rejected }))).toEqual([
      [
        'orderRejected',
        '« Pass Internet Jour » n’a pas été fait. Le solde ne suffisait pas : rechargez, puis recommencez.',
        'orders',
      ],
    ]);
    const lastWeek = exampleNow - 8 * 86_400_000;
    expect(alerts(buildOrder({ placedAt: lastWeek, since: lastWeek, progress: rejected }))).toEqual([]);
    expect(alerts(buildOrder({ placedAt: lastWeek, progress: rejected }))).toHaveLength(1);
    expect(
      alerts(buildOrder({ placedAt: lastWeek, progress: { state: 'parked', reason: 'tooOld' } })),
    ).toEqual([['orderParked', '« Pass Internet Jour » attend un conseiller.', 'orders']]);
  });

  test('are not in the view of a line that is not active', () => {
    const view = viewOf(buildRichSubscriber({ status: 'inactive' }), { orders: [buildOrder()], offers });
    expect(JSON.stringify(view)).not.toMatch(/order|Pass|PASS/);
  });

  test('hide the numbers of others where the whole shop is listed', () => {
    const context = writingContextOf({ market: marketPack('CI'), language: 'fr', now: exampleNow, offers });
    const order = buildOrder({ intent: { kind: 'preferredNumbers', add: '2250712345602' } });
    expect(orderView(order, context, 'masked').title).toBe('Ajout du numéro préféré 07 •• •• •• 02');
  });
});
