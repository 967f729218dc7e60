import { describe, expect, onTestFinished, test } from 'vitest';
import { findAuditEntriesAfter } from '../../electron/db/auditEntries';
import { createCustomerService } from '../../electron/services/customer';
import { createOrdering, type OrderingOptions, type PlaceRequest } from '../../electron/services/ordering';
import { startUpstream } from '../../electron/services/training/upstream';
import { marketPack } from '../../shared/domain/market';
import type { OrderOutcome } from '../../shared/domain/liveOrder';
import type { OrderWish } from '../../shared/domain/orderWish';
import { buildOffer, buildRichSubscriber } from '../helpers/builders';
import { runOutbox, scriptOperator } from '../helpers/outboxRun';
import { syncOnce, until } from '../helpers/syncRun';
import { openTestCache } from '../helpers/testCache';

const market = marketPack('CI');
const noon = Date.parse('2026-11-22T12:30:00Z');
const aya = '2250799999990';
const koffi = '2250799999991';
const atTheCounter = { msisdn: aya, by: 'staff:k.yao', language: 'fr' } as const;
const alone = { msisdn: aya, by: 'customer', language: 'fr' } as const;

const accepted: OrderOutcome = { kind: 'accepted', operatorId: 'A-1' };
const noWay: OrderOutcome = { kind: 'notReceived', failure: 'offline', retryAfterMs: null };

const pass: OrderWish = { kind: 'pass', offer: 'PASS-NET-1J', payer: 'main' };
const passPrice = { amount: 250, currency: 'XOF' };
const bill: OrderWish = { kind: 'billPayment', bill: 'F-2026-10-0001', payer: 'orangeMoney' };

let confirmations = 0;
function confirmed(wish: OrderWish, seenPrice: PlaceRequest['seenPrice'] = passPrice): PlaceRequest {
  confirmations += 1;
  return { wish, seenPrice, confirmation: `confirmation ${confirmations}`, approvedBy: null };
}

/** @param answer `null`: the shop has no operator */
async function openShop(
  answer: OrderOutcome | null,
  options: Partial<OrderingOptions> = {},
  now = () => noon,
) {
  const upstream = await startUpstream({ subscribers: 20, seed: 1, tickMs: 0 });
  onTestFinished(upstream.close);
  const cache = await openTestCache();
  for (const msisdn of [aya, koffi]) upstream.put(buildRichSubscriber({ msisdn }));
  upstream.put(buildRichSubscriber({ msisdn: '2250799999992', status: 'inactive' }));
  upstream.put(buildOffer());
  await syncOnce(cache, upstream.url);
  const operator = scriptOperator(() => answer ?? noWay);
  const transport = answer === null ? null : operator.transport;
  const run = await runOutbox(transport, { now, backoffMs: () => 60_000 }, cache);
  const customers = createCustomerService({ reader: cache.reader, market, now: () => noon });
  const ordering = createOrdering({
    outbox: run.outbox,
    customers,
    market,
    now: () => noon,
    approval: { kinds: [], aboveAmount: null },
    onPlaced: () => undefined,
    ...options,
  });
  return { ...run, upstream, cache, customers, ordering, operator };
}

describe('an order of the customer who is open', () => {
  test('is quoted, placed as it was seen, and stands beside unchanged balances', async () => {
    const { ordering, customers, untilIn } = await openShop(accepted);
    const before = await customers.view(aya, 'fr');
    const quoted = await ordering.quote(atTheCounter, pass);
    expect(quoted).toMatchObject({ ok: true, value: { title: 'Pass Internet Jour', price: passPrice } });
    const placed = await ordering.place(atTheCounter, confirmed(pass));
    if (!placed.ok || placed.value.kind !== 'placed') throw new Error('The order was not placed.');
    await untilIn(placed.value.order.id, 'accepted');
    const after = await customers.view(aya, 'fr');
    expect(after).toMatchObject({
      ok: true,
      view: { orders: [{ title: 'Pass Internet Jour', state: 'accepted' }] },
    });
    if (!before.ok || !after.ok) throw new Error('The customer is gone.');
    expect({ ...after.view, orders: [] }).toEqual({ ...before.view, orders: [] });
  });

  test('is one order, however often its confirmation comes', async () => {
    const { ordering, outbox } = await openShop(accepted);
    const request = confirmed(pass);
    const answers = await Promise.all([1, 2, 3].map(() => ordering.place(atTheCounter, request)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await outbox.latest()).toHaveLength(1);
  });

  test('is refused and quoted again when its price has changed', async () => {
    const { ordering, upstream, cache, outbox } = await openShop(accepted);
    const request = confirmed(pass);
    upstream.put(buildOffer({ price: 300 }));
    await syncOnce(cache, upstream.url);
    expect(await ordering.place(atTheCounter, request)).toMatchObject({
      ok: true,
      value: { kind: 'refused', reason: 'priceChanged', quote: { price: { amount: 300 } } },
    });
    expect(await outbox.latest()).toEqual([]);
  });

  test('is refused when something speaks against it', async () => {
    const { ordering } = await openShop(accepted);
    const stop: OrderWish = { kind: 'optionStop', offer: 'OPT-NONE' };
    expect(await ordering.place(atTheCounter, confirmed(stop, null))).toMatchObject({
      value: { kind: 'refused', reason: 'notPossible', quote: { obstacles: ['Ce n’est pas actif.'] } },
    });
  });

  test('of a line that is not active is refused without a word about it', async () => {
    const { ordering } = await openShop(accepted);
    const inactive = { ...atTheCounter, msisdn: '2250799999992' };
    expect(await ordering.quote(inactive, pass)).toEqual({ ok: false, error: 'NOT_ALLOWED' });
    expect(await ordering.place(inactive, confirmed(pass))).toEqual({ ok: false, error: 'NOT_ALLOWED' });
  });

  test('for a number that was typed twice differently is refused of a customer alone', async () => {
    const { ordering } = await openShop(accepted);
    const wish: OrderWish = { kind: 'preferredNumbers', add: '0799999991', addAgain: '0799999992' };
    expect(await ordering.quote(alone, wish)).toEqual({ ok: false, error: 'NUMBERS_DIFFER' });
    expect(await ordering.place(alone, confirmed(wish, null))).toEqual({
      ok: false,
      error: 'NUMBERS_DIFFER',
    });
    expect(await ordering.quote(atTheCounter, wish)).toMatchObject({ ok: true });
  });

  test('waits for a supervisor where the shop wants one', async () => {
    const { ordering, cache } = await openShop(accepted, { approval: { kinds: [], aboveAmount: 200 } });
    expect(await ordering.quote(atTheCounter, pass)).toMatchObject({ value: { needsApproval: true } });
    expect(await ordering.place(atTheCounter, confirmed(pass))).toMatchObject({
      value: { kind: 'refused', reason: 'approvalNeeded' },
    });
    const approved: PlaceRequest = { ...confirmed(pass), approvedBy: 'staff:a.bamba' };
    expect(await ordering.place(atTheCounter, approved)).toMatchObject({ value: { kind: 'placed' } });
    const [entry] = await findAuditEntriesAfter(cache.reader, 0, 1);
    expect(entry).toMatchObject({ actor: 'staff:k.yao', action: 'order:placed' });
    expect(JSON.parse(entry?.details ?? '')).toMatchObject({ approvedBy: 'staff:a.bamba' });
  });
});

describe('the counts of the orders', () => {
  test('tell of a rejected order, and which it is, for a day', async () => {
    let now = noon;
    const { outbox, untilIn, ordering } = await openShop(
      { kind: 'rejected', reason: 'refusedByOperator' },
      {},
      () => now,
    );
    const placed = await ordering.place(atTheCounter, confirmed(pass));
    if (!placed.ok || placed.value.kind !== 'placed') throw new Error('The order was not placed.');
    await untilIn(placed.value.order.id, 'rejected');
    const { id } = placed.value.order;
    expect(await outbox.counts()).toEqual({ underWay: 0, parked: 0, rejected: 1, lastRejected: id });
    now += 24 * 3_600_000 + 1;
    expect(await outbox.counts()).toEqual({ underWay: 0, parked: 0, rejected: 0, lastRejected: null });
  });
});

describe('while the operator cannot be reached', () => {
  test('a pass waits, money does not move, and an answer for somebody else lets all go', async () => {
    const { ordering, outbox, untilIn, operator } = await openShop(noWay);
    const placed = await ordering.place(atTheCounter, confirmed(pass));
    if (!placed.ok || placed.value.kind !== 'placed') throw new Error('The order was not placed.');
    await until(outbox.isReachable, (isReachable) => !isReachable);
    await untilIn(placed.value.order.id, 'queued');
    expect(await ordering.quote(atTheCounter, pass)).toMatchObject({
      value: { offline: true, possible: true, onlineOnly: false },
    });
    expect(await ordering.quote(atTheCounter, bill)).toMatchObject({
      value: { offline: true, possible: false, onlineOnly: true },
    });
    const billPrice = { amount: 12_500, currency: 'XOF' };
    expect(await ordering.place(atTheCounter, confirmed(bill, billPrice))).toMatchObject({
      value: { kind: 'refused', reason: 'onlineOnly' },
    });
    expect(await ordering.counts()).toMatchObject({
      ok: true,
      value: { underWay: 1, parked: 0, rejected: 0 },
    });
    const tries = operator.calls.length;
    outbox.noteReachable();
    await until(
      () => operator.calls.length,
      (calls) => calls === tries + 1,
    );
  });

  test('an order whose answer was lost is asked for as soon as the line is back, not after its wait', async () => {
    const lost: OrderOutcome = { kind: 'unknown', failure: 'offline', retryAfterMs: null };
    const { ordering, outbox, operator } = await openShop(lost);
    await ordering.place(atTheCounter, confirmed(pass));
    await until(
      () => operator.calls.length,
      (calls) => calls === 1,
    );
    // Again and again, as the first try may still be under way.
    const askedAgain = () => {
      outbox.noteBackOnline();
      return operator.calls.length;
    };
    await until(askedAgain, (calls) => calls > 1);
  });

  test('a way that nothing is left to try is tried again by whoever comes next', async () => {
    const { ordering, outbox } = await openShop(noWay);
    await ordering.place(atTheCounter, confirmed(bill, { amount: 12_500, currency: 'XOF' }));
    await until(outbox.isReachable, (isReachable) => !isReachable);
    await until(outbox.latest, ([order]) => order?.progress.state === 'cancelled');
    outbox.noteReachable();
    expect(outbox.isReachable()).toBe(true);
  });

  test('a shop without an operator keeps orders and says so', async () => {
    const { ordering } = await openShop(null);
    expect(await ordering.quote(atTheCounter, pass)).toMatchObject({
      value: { offline: true, possible: true },
    });
    expect(await ordering.quote(atTheCounter, bill)).toMatchObject({
      value: { offline: true, possible: false },
    });
  });
});

describe('the orders of the shop', () => {
  test('hide the numbers of all but the customer who is open', async () => {
    const { ordering } = await openShop(accepted);
    await ordering.place(atTheCounter, confirmed(pass));
    const wish: OrderWish = { kind: 'preferredNumbers', add: '0712345678' };
    await ordering.place({ ...atTheCounter, msisdn: koffi }, confirmed(wish, null));
    expect(await ordering.list('fr', aya)).toMatchObject({
      value: [
        { number: '07 •• •• •• 91', order: { title: 'Ajout du numéro préféré 07 •• •• •• 78' } },
        { number: '07 99 99 99 90', order: { title: 'Pass Internet Jour' } },
      ],
    });
    expect(JSON.stringify(await ordering.list('fr', null))).not.toMatch(/99 99|12 34|1234|9999/);
  });

  test('are listed with one look at each customer, however many orders they have', async () => {
    const { ordering: placing, customers, outbox } = await openShop(accepted);
    for (const msisdn of [aya, aya, koffi]) await placing.place({ ...atTheCounter, msisdn }, confirmed(pass));
    const looked: string[] = [];
    const listing = createOrdering({
      outbox,
      customers: {
        offers: customers.offers,
        source: () => Promise.reject(new Error('A list has no need of the whole customer.')),
        status(msisdn) {
          looked.push(msisdn);
          return customers.status(msisdn);
        },
      },
      market,
      now: () => noon,
      approval: { kinds: [], aboveAmount: null },
      onPlaced: () => undefined,
    });
    const listed = await listing.list('fr', null);
    expect(listed.ok && listed.value.length).toBe(3);
    expect(looked.toSorted()).toEqual([aya, koffi]);
  });

  test('say of a line that is not active any more only where its orders stand', async () => {
    const { ordering, upstream, cache } = await openShop(accepted);
    await ordering.place(atTheCounter, confirmed(pass));
    upstream.put(buildRichSubscriber({ msisdn: aya, status: 'deactivated' }));
    await syncOnce(cache, upstream.url);
    expect(await ordering.list('fr', aya)).toMatchObject({
      value: [{ order: { title: 'Ligne non active', payment: null, explanation: '' } }],
    });
    expect(JSON.stringify(await ordering.list('en', null))).not.toMatch(/Pass|250/);
  });

  test('are cancelled while they wait, by the customer only their own', async () => {
    const { ordering, outbox } = await openShop(noWay);
    const placed = await ordering.place(atTheCounter, confirmed(pass));
    if (!placed.ok || placed.value.kind !== 'placed') throw new Error('The order was not placed.');
    const { id } = placed.value.order;
    await until(outbox.isReachable, (isReachable) => !isReachable);
    const notFound = { ok: false, error: 'NOT_FOUND' };
    expect(await ordering.change({ ...alone, msisdn: koffi }, id, 'cancel')).toEqual(notFound);
    expect(await ordering.change({ ...alone, msisdn: null }, id, 'cancel')).toEqual(notFound);
    expect(await ordering.change(alone, id, 'cancel')).toMatchObject({
      value: { order: { state: 'cancelled', explanation: 'Annulée par le client, rien n’a été payé.' } },
    });
    expect(await ordering.change(atTheCounter, id, 'cancel')).toEqual({ ok: false, error: 'NOT_POSSIBLE' });
    expect(await ordering.change(atTheCounter, id, 'requeue')).toEqual({ ok: false, error: 'NOT_POSSIBLE' });
  });
});
