import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import Type from 'typebox';
import type { Upstream } from '../../electron/services/training/upstream';
import type { SubscriberDocument } from '../../shared/domain/feedDocument';
import { validateFeedDocument } from '../../shared/domain/feedValidation';
import {
  ask,
  orderAnswer,
  orderBody,
  paths,
  read,
  send,
  startOperator,
  tmfErrorAnswer,
  type OrderItem,
} from '../helpers/operatorCalls';
import { buildRichSubscriber } from '../helpers/builders';

const customer = '2250799999999';
const foundOrders = Type.Array(orderAnswer);
const paymentAnswer = Type.Object({
  id: Type.String(),
  correlatorId: Type.String(),
  status: Type.String(),
  description: Type.Optional(Type.String()),
});
const foundPayments = Type.Array(paymentAnswer);

function lineOf(upstream: Upstream, msisdn = customer): SubscriberDocument {
  const found = validateFeedDocument(upstream.find(`subscriber:${msisdn}`));
  if (found.kind !== 'valid' || found.document.type !== 'subscriber') throw new Error('no such line');
  return found.document;
}

const dayPass: OrderItem = { action: 'add', offer: 'PASS-NET-1J', characteristics: { payer: 'main' } };

async function order(upstream: Upstream, id: string, item: OrderItem, msisdn = customer) {
  return read(orderAnswer, await send(upstream, paths.order, orderBody(id, msisdn, item)));
}

describe('an order', () => {
  it('is acknowledged, worked on and completed, and only then has effect, which comes back through the feed', async () => {
    const { upstream, clock } = await startOperator({ orderMs: 4000 });
    upstream.put(buildRichSubscriber());
    const msisdn = '2250700000001';
    const before = lineOf(upstream, msisdn);
    const placed = await order(upstream, 'o-1', dayPass, msisdn);
    expect(placed).toMatchObject({ externalId: 'o-1', state: 'acknowledged' });
    clock.now += 2000;
    const asked = read(foundOrders, await ask(upstream, paths.order, { externalId: 'o-1' }));
    expect(asked).toMatchObject([{ id: placed.id, state: 'inProgress' }]);
    expect(lineOf(upstream, msisdn)).toEqual(before);
    clock.now += 2000;
    const ended = read(orderAnswer, await ask(upstream, `${paths.order}/${placed.id}`));
    expect(ended.state).toBe('completed');
    const after = lineOf(upstream, msisdn);
    expect(after._rev).toMatch(/^2-/);
    expect(after.asOf).toBe('2026-11-22T12:00:04Z');
    expect(after.main.amount).toBe(before.main.amount - 250);
    expect(after.buckets?.at(-1)).toEqual({
      id: `${placed.id}-1`,
      code: 'internet.special',
      amount: 500_000_000,
      initial: 500_000_000,
      unit: 'B',
      validFrom: '2026-11-22T12:00:04Z',
      expiresAt: '2026-11-23T12:00:04Z',
    });
    const balances = await ask(upstream, paths.bucket, {
      'logicalResource.id': msisdn,
      'product.id': 'main',
    });
    expect(balances.body).toMatchObject([{ remainingValue: { amount: 1000 } }]);
  });

  it('is completed by the clock alone, with nobody asking', async () => {
    const { upstream } = await startOperator({ orderMs: 30, now: Date.now });
    upstream.put(buildRichSubscriber({ msisdn: customer, main: { amount: 1250, currency: 'XOF' } }));
    const news = fetch(`${upstream.url}/_changes?feed=longpoll&since=now&include_docs=true`);
    await order(upstream, 'o-1', dayPass);
    const body: unknown = await (await news).json();
    expect(body).toMatchObject({ results: [{ doc: { msisdn: customer, main: { amount: 1000 } } }] });
  });

  it.each<{ what: string; item: OrderItem; change: (line: SubscriberDocument) => unknown; becomes: unknown }>(
    [
      {
        what: 'an option paid by Orange Money',
        item: { action: 'add', offer: 'OPT-INTRA', characteristics: { payer: 'orangeMoney' } },
        change: ({ options, orangeMoney }) => [options?.map(({ code }) => code), orangeMoney?.amount],
        becomes: [['OPT-NUIT', 'OPT-INTRA'], 14_000],
      },
      {
        what: 'the end of an option',
        item: { action: 'delete', offer: 'OPT-NUIT' },
        change: ({ options }) => options,
        becomes: [],
      },
      {
        what: 'another plan',
        item: { action: 'modify', characteristics: { plan: 'Aigle' } },
        change: ({ profile }) => profile?.plan,
        becomes: 'Aigle',
      },
      {
        what: 'one preferred number for another',
        item: {
          action: 'modify',
          characteristics: { addPreferredNumber: '2250700000003', removePreferredNumber: '2250700000002' },
        },
        change: ({ favourites }) => favourites,
        becomes: { max: 3, numbers: ['2250700000003'], changesLeft: 1 },
      },
    ],
  )('brings $what', async ({ item, change, becomes }) => {
    const { upstream } = await startOperator({ orderMs: 0 });
    upstream.put(buildRichSubscriber({ msisdn: customer }));
    expect((await order(upstream, 'o-1', item)).state).toBe('completed');
    expect(change(lineOf(upstream))).toEqual(becomes);
  });

  it.each<{ reason: string; line?: Partial<SubscriberDocument>; item: OrderItem }>([
    {
      reason: 'INSUFFICIENT_BALANCE',
      line: { main: { amount: 249, currency: 'XOF' } },
      item: dayPass,
    },
    {
      reason: 'INSUFFICIENT_BALANCE',
      line: { main: { amount: 5000, currency: 'XOF', expiresAt: '2026-11-22T11:59:59Z' } },
      item: dayPass,
    },
    {
      reason: 'INSUFFICIENT_BALANCE',
      line: { orangeMoney: { amount: 100, currency: 'XOF', status: 'active' } },
      item: { ...dayPass, characteristics: { payer: 'orangeMoney' } },
    },
    {
      reason: 'NOT_ELIGIBLE',
      line: { orangeMoney: { amount: 9000, currency: 'XOF', status: 'suspended' } },
      item: { ...dayPass, characteristics: { payer: 'orangeMoney' } },
    },
    { reason: 'NOT_ELIGIBLE', line: { status: 'inactive' }, item: dayPass },
    {
      reason: 'NOT_ELIGIBLE',
      line: { main: { amount: 9000, currency: 'XOF' } },
      item: { action: 'add', offer: 'OPT-FAMILY' },
    },
    { reason: 'NOT_ELIGIBLE', item: { action: 'delete', offer: 'OPT-INTRA' } },
    {
      reason: 'NOT_ELIGIBLE',
      item: { action: 'modify', characteristics: { addPreferredNumber: customer } },
    },
    {
      reason: 'NOT_ELIGIBLE',
      line: { favourites: { max: 1, numbers: ['2250700000002'], changesLeft: 2 } },
      item: { action: 'modify', characteristics: { addPreferredNumber: '2250700000003' } },
    },
    { reason: 'ALREADY_ACTIVE', item: { action: 'add', offer: 'OPT-NUIT' } },
    { reason: 'ALREADY_ACTIVE', item: { action: 'modify', characteristics: { plan: 'Tigre' } } },
    {
      reason: 'ALREADY_ACTIVE',
      item: { action: 'modify', characteristics: { addPreferredNumber: '2250700000002' } },
    },
    {
      reason: 'CHANGE_LIMIT',
      line: { favourites: { max: 3, numbers: [], changesLeft: 0 } },
      item: { action: 'modify', characteristics: { addPreferredNumber: '2250700000002' } },
    },
    { reason: 'UNKNOWN_OFFER', item: { action: 'modify', characteristics: { plan: 'Lion' } } },
  ])('is rejected for $reason: $item $line', async ({ reason, line, item }) => {
    const { upstream } = await startOperator({ orderMs: 0 });
    upstream.put(buildRichSubscriber({ msisdn: customer, ...line }));
    const before = lineOf(upstream);
    expect(await order(upstream, 'o-1', item)).toMatchObject({
      state: 'rejected',
      cancellationReason: reason,
    });
    expect(lineOf(upstream)).toEqual(before);
  });

  it('for a fourth plan in a month is rejected; the next month takes it', async () => {
    const { upstream, clock } = await startOperator({ orderMs: 0 });
    upstream.put(buildRichSubscriber({ msisdn: customer }));
    const change = async (id: string, plan: string) =>
      (await order(upstream, id, { action: 'modify', characteristics: { plan } })).cancellationReason ??
      'done';
    expect([
      await change('o-1', 'Aigle'),
      await change('o-2', 'Dauphin'),
      await change('o-3', 'Novamix'),
      await change('o-4', 'Tigre'),
    ]).toEqual(['done', 'done', 'done', 'CHANGE_LIMIT']);
    clock.now += 10 * 24 * 3_600_000;
    expect(await change('o-5', 'Tigre')).toBe('done');
  });

  it('is turned down at the door for an offer or a line that nobody has, and is then not there', async () => {
    const { upstream } = await startOperator({ orderMs: 0 });
    upstream.put(buildRichSubscriber({ msisdn: customer }));
    for (const [body, code] of [
      [orderBody('o-1', customer, { action: 'add', offer: 'PASS-NONE' }), 'UNKNOWN_OFFER'],
      [orderBody('o-1', '2250799999998', dayPass), 'UNKNOWN_SUBSCRIBER'],
      [orderBody('o-1', customer, { action: 'modify' }), 'BAD_REQUEST'],
      [orderBody('o-1', customer, { ...dayPass, characteristics: { payer: 'bank' } }), 'BAD_REQUEST'],
      [{ externalId: 'o-1', productOrderItem: [] }, 'BAD_REQUEST'],
    ] as const) {
      const refused = await send(upstream, paths.order, body);
      expect(refused.status).toBe(400);
      expect(read(tmfErrorAnswer, refused).code).toBe(code);
    }
    expect((await ask(upstream, paths.order, { externalId: 'o-1' })).body).toEqual([]);
    expect((await ask(upstream, `${paths.order}/none`)).status).toBe(404);
  });

  it('that comes again under its id is the same order; something else under it is a conflict', async () => {
    const { upstream } = await startOperator({ orderMs: 0 });
    upstream.put(buildRichSubscriber({ msisdn: customer }));
    const first = await order(upstream, 'o-1', dayPass);
    expect(await order(upstream, 'o-1', dayPass)).toEqual(first);
    expect(lineOf(upstream).main.amount).toBe(1000);
    upstream.remove('offer:PASS-NET-1J');
    expect(await order(upstream, 'o-1', dayPass)).toEqual(first);
    const other = orderBody('o-1', customer, { action: 'add', offer: 'PASS-SMS-30J' });
    expect((await send(upstream, paths.order, other)).status).toBe(409);
  });

  it('has effect once however often and in whichever order all of them are sent', async () => {
    const { upstream } = await startOperator({ orderMs: 0 });
    const prices = { 'PASS-NET-1J': 250, 'PASS-VOIX-1J': 150, 'PASS-SMS-30J': 500 } as const;
    const purchase = fc.record({
      id: fc.integer({ min: 1, max: 6 }),
      offer: fc.constantFrom('PASS-NET-1J', 'PASS-VOIX-1J', 'PASS-SMS-30J'),
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(purchase, { maxLength: 15 }), async (purchases) => {
        round += 1;
        upstream.put(buildRichSubscriber({ msisdn: customer, main: { amount: 1200, currency: 'XOF' } }));
        let left = 1200;
        const seen = new Set<number>();
        for (const { id, offer } of purchases) {
          await send(
            upstream,
            paths.order,
            orderBody(`round ${round} order ${id}`, customer, { action: 'add', offer }),
          );
          if (!seen.has(id) && prices[offer] <= left) left -= prices[offer];
          seen.add(id);
        }
        expect(lineOf(upstream).main.amount).toBe(left);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the payment of a bill', () => {
  const bill = 'F-2026-10-0001';
  const payment = (id: string, method: string, value = 12_500, unit = 'XOF') => ({
    correlatorId: id,
    account: { id: customer },
    paymentMethod: { id: method, name: method },
    totalAmount: { unit, value },
    paymentItem: [{ id: '1', item: { id: bill, '@referredType': 'CustomerBill' } }],
  });

  it('is authorized and done, takes the money from what was named, and the bill is settled', async () => {
    const { upstream, clock } = await startOperator({ orderMs: 4000 });
    upstream.put(buildRichSubscriber({ msisdn: customer }));
    const paid = read(paymentAnswer, await send(upstream, paths.payment, payment('p-1', 'orangeMoney')));
    expect(paid).toMatchObject({ correlatorId: 'p-1', status: 'pendingAuthorization' });
    clock.now += 2000;
    expect(read(paymentAnswer, await ask(upstream, `${paths.payment}/${paid.id}`)).status).toBe('authorized');
    clock.now += 2000;
    const found = read(foundPayments, await ask(upstream, paths.payment, { correlatorId: 'p-1' }));
    expect(found).toMatchObject([{ id: paid.id, status: 'done' }]);
    expect(lineOf(upstream)).toMatchObject({
      orangeMoney: { amount: 2500 },
      main: { amount: 1250 },
      bills: [{ id: bill, status: 'paid' }],
    });
  });

  it('from the main account leaves Orange Money alone, for a line that is not active too', async () => {
    const { upstream } = await startOperator({ orderMs: 0 });
    const main = { amount: 13_000, currency: 'XOF' };
    upstream.put(buildRichSubscriber({ msisdn: customer, status: 'inactive', main }));
    expect(read(paymentAnswer, await send(upstream, paths.payment, payment('p-1', 'main'))).status).toBe(
      'done',
    );
    expect(lineOf(upstream)).toMatchObject({ orangeMoney: { amount: 15_000 }, main: { amount: 500 } });
  });

  it('is made once, and denied where it cannot be made', async () => {
    const { upstream } = await startOperator({ orderMs: 0 });
    upstream.put(buildRichSubscriber({ msisdn: customer }));
    const outcomes = [];
    for (const body of [
      payment('p-1', 'main'),
      payment('p-2', 'orangeMoney', 1),
      payment('p-5', 'orangeMoney', 12_500, 'EUR'),
      payment('p-3', 'orangeMoney'),
      payment('p-3', 'orangeMoney'),
      payment('p-4', 'orangeMoney'),
    ]) {
      const { status, description } = read(paymentAnswer, await send(upstream, paths.payment, body));
      outcomes.push(`${status} ${description ?? ''}`.trim());
    }
    expect(outcomes).toEqual([
      'denied INSUFFICIENT_BALANCE',
      'denied AMOUNT_MISMATCH',
      'denied AMOUNT_MISMATCH',
      'done',
      'done',
      'denied ALREADY_PAID',
    ]);
    expect(lineOf(upstream).orangeMoney?.amount).toBe(2500);
  });

  it('is turned down at the door when there is no such bill, line or way to pay', async () => {
    const { upstream } = await startOperator({ orderMs: 0 });
    upstream.put(buildRichSubscriber({ msisdn: customer }));
    const valid = payment('p-1', 'main');
    for (const [body, code] of [
      [{ ...valid, paymentItem: [{ item: { id: 'F-0' } }] }, 'UNKNOWN_BILL'],
      [{ ...valid, account: { id: '2250799999998' } }, 'UNKNOWN_SUBSCRIBER'],
      [payment('p-1', 'card'), 'BAD_REQUEST'],
    ] as const) {
      const refused = await send(upstream, paths.payment, body);
      expect(refused.status).toBe(400);
      expect(read(tmfErrorAnswer, refused).code).toBe(code);
    }
    expect((await ask(upstream, paths.payment, { correlatorId: 'p-1' })).body).toEqual([]);
  });
});
