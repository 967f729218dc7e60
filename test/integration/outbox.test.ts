import { describe, expect, test } from 'vitest';
import { findAuditEntriesAfter, findAuditEntriesBefore } from '../../electron/db/auditEntries';
import { countUnfinishedOrders, findOrder } from '../../electron/db/orders';
import { verifyAudit } from '../../electron/services/audit';
import type { OrderRequest } from '../../electron/services/orderRecords';
import type { OrderOutcome } from '../../shared/domain/liveOrder';
import { usualOrderLimits } from '../../shared/domain/orderSettings';
import { passFor, placeOrder, runOutbox, scriptOperator, shopNoon } from '../helpers/outboxRun';
import { until } from '../helpers/syncRun';
import { openTestCache, testKeyHex } from '../helpers/testCache';

const aya = '2250700000001';
const koffi = '2250700000002';

const completed: OrderOutcome = { kind: 'completed', operatorId: 'A-1' };
const accepted: OrderOutcome = { kind: 'accepted', operatorId: 'A-1' };
const lost: OrderOutcome = { kind: 'unknown', failure: 'offline', retryAfterMs: null };
const notThere: OrderOutcome = { kind: 'notReceived', failure: null, retryAfterMs: null };
const noWay: OrderOutcome = { kind: 'notReceived', failure: 'offline', retryAfterMs: null };

const bill: OrderRequest = {
  msisdn: aya,
  intent: { kind: 'billPayment', bill: 'F-2026-10-0001', payer: 'main' },
  price: { amount: 12_500, currency: 'XOF' },
  by: 'staff:k.yao',
};

function untilCalledOff(signal: AbortSignal): Promise<OrderOutcome> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(lost);
    signal.addEventListener('abort', () => resolve(lost));
  });
}

describe('an order', () => {
  test('is stored with its audit entry before it is sent', async () => {
    const cache = await openTestCache();
    const seen: unknown[] = [];
    const operator = scriptOperator(async (_, id) => {
      const stored = await findOrder(cache.reader, id);
      const [entry] = await findAuditEntriesAfter(cache.reader, 0, 10);
      seen.push([stored?.progress.state, entry?.action, entry?.subject === id]);
      return completed;
    });
    const { outbox, untilIn } = await runOutbox(operator.transport, {}, cache);
    const { id } = await placeOrder(outbox, passFor(aya));
    await untilIn(id, 'completed');
    expect(seen).toEqual([['sending', 'order:placed', true]]);
  });

  test('is found by its number in each audit entry about it', async () => {
    const { cache, outbox, untilIn } = await runOutbox(scriptOperator(() => completed).transport);
    const { id } = await placeOrder(outbox, passFor(aya));
    await untilIn(id, 'completed');
    const filter = { actor: null, noun: null, msisdn: aya, from: null, until: null };
    const found = await findAuditEntriesBefore(cache.reader, filter, Number.MAX_SAFE_INTEGER, 10);
    expect(found.map(({ action }) => action)).toEqual(['order:completed', 'order:placed']);
  });

  test('is asked for by its id when the answer was lost, and not sent again', async () => {
    const operator = scriptOperator((kind) => (kind === 'place' ? lost : completed));
    const { outbox, untilIn } = await runOutbox(operator.transport);
    const { id } = await placeOrder(outbox, passFor(aya));
    expect((await untilIn(id, 'completed')).progress).toMatchObject({ attempts: 1, operatorId: 'A-1' });
    expect(operator.calls.map(({ kind }) => kind)).toEqual(['place', 'find']);
  });

  test('is sent again when the operator says that it has no such order', async () => {
    const operator = scriptOperator((kind, _, times) => {
      if (kind === 'find') return notThere;
      return times === 0 ? lost : completed;
    });
    const { outbox, untilIn } = await runOutbox(operator.transport);
    const { id } = await placeOrder(outbox, passFor(aya));
    expect((await untilIn(id, 'completed')).progress.attempts).toBe(2);
    expect(operator.calls.map(({ kind }) => kind)).toEqual(['place', 'find', 'place']);
  });

  test('is not sent again while the first may still be on its way', async () => {
    const operator = scriptOperator((kind, _, times) => {
      if (kind === 'place') return lost;
      return times < 5 ? notThere : completed;
    });
    const { outbox, untilIn } = await runOutbox(operator.transport, { inTransitMs: 600_000 });
    const { id } = await placeOrder(outbox, passFor(aya));
    await untilIn(id, 'completed');
    expect(operator.calls.filter(({ kind }) => kind === 'place')).toHaveLength(1);
  });

  test('that was accepted is asked about until it is done, and one that is not found then stays accepted', async () => {
    const operator = scriptOperator((kind, _, times) => {
      if (kind === 'place') return accepted;
      return [accepted, notThere, lost][times] ?? completed;
    });
    const { outbox, untilIn, changes } = await runOutbox(operator.transport);
    const { id } = await placeOrder(outbox, passFor(aya));
    await untilIn(id, 'completed');
    expect(changes.map(({ progress }) => progress.state)).toEqual(['sending', 'accepted', 'completed']);
  });

  test('that was under way when the program ended is asked for first, never sent', async () => {
    const cache = await openTestCache();
    const { transport } = scriptOperator(() => completed);
    const slow = { ...transport, placeOrder: (_: unknown, signal: AbortSignal) => untilCalledOff(signal) };
    const first = await runOutbox(slow, {}, cache);
    const { id } = await placeOrder(first.outbox, passFor(aya));
    await first.untilIn(id, 'sending');
    await first.outbox.stop();
    const operator = scriptOperator(() => completed);
    const second = await runOutbox(operator.transport, {}, cache);
    await second.untilIn(id, 'completed');
    expect(operator.calls).toEqual([{ kind: 'find', id }]);
  });

  test('ends with what the operator says against it', async () => {
    const operator = scriptOperator(() => ({ kind: 'rejected', reason: 'insufficientBalance' }));
    const { outbox, untilIn, cache } = await runOutbox(operator.transport);
    const { id } = await placeOrder(outbox, passFor(aya));
    expect((await untilIn(id, 'rejected')).progress.reason).toBe('insufficientBalance');
    expect(await countUnfinishedOrders(cache.reader)).toBe(0);
  });
});

describe('the lanes', () => {
  test('keep the order of each customer, whatever happens to one of them', async () => {
    const operator = scriptOperator((kind, _, times) => {
      if (kind === 'find') return notThere;
      return times === 0 ? lost : completed;
    });
    const { outbox, untilIn, changes } = await runOutbox(operator.transport);
    const placed: string[] = [];
    for (let count = 0; count < 5; count += 1) placed.push((await placeOrder(outbox, passFor(aya))).id);
    await untilIn(placed.at(-1)!, 'completed');
    const ended = changes.filter(({ progress }) => progress.state === 'completed').map(({ id }) => id);
    expect(ended).toEqual(placed);
  });

  test('let nobody wait for an order that fails and fails; it is parked, and its own lane goes on', async () => {
    const poison = new Set<string>();
    const operator = scriptOperator((kind, id) => {
      if (!poison.has(id)) return completed;
      return kind === 'place' ? lost : notThere;
    });
    const { placeOrder: place } = operator.transport;
    const { outbox, untilIn } = await runOutbox({
      ...operator.transport,
      placeOrder(order, signal) {
        if (order.intent.kind === 'pass' && order.intent.offer === 'POISON') poison.add(order.orderId);
        return place(order, signal);
      },
    });
    const first = await placeOrder(outbox, passFor(aya, 'POISON'));
    const others: { readonly id: string; readonly placedAt: number }[] = [];
    for (let index = 10; index < 30; index += 1) {
      const { id } = await placeOrder(outbox, passFor(`22507000001${index}`));
      others.push({ id, placedAt: operator.calls.length });
    }
    const behind = await placeOrder(outbox, passFor(aya));
    await Promise.all(others.map(({ id }) => untilIn(id, 'completed')));
    for (const { id, placedAt } of others) {
      const before = operator.calls.slice(
        placedAt,
        operator.calls.findIndex((call) => call.id === id),
      );
      const waited = before.slice(before.findLastIndex((call) => !poison.has(call.id)) + 1);
      expect(waited.length).toBeLessThanOrEqual(2);
    }
    expect((await untilIn(first.id, 'parked')).progress).toMatchObject({
      reason: 'tooManyAttempts',
      attempts: 5,
    });
    await untilIn(behind.id, 'completed');
  });

  test('rest when the operator cannot be reached, one order trying the way, and count that as no attempt', async () => {
    const way = { open: false };
    let together = 0;
    let most = 0;
    const operator = scriptOperator(async () => {
      together += 1;
      most = Math.max(most, together);
      await new Promise((resolve) => setTimeout(resolve, 1));
      together -= 1;
      return way.open ? completed : noWay;
    });
    const { outbox, untilIn, changes } = await runOutbox(operator.transport);
    const first = await placeOrder(outbox, passFor(aya));
    await untilIn(first.id, 'queued');
    const later = await Promise.all(
      Array.from({ length: 10 }, (_, index) => placeOrder(outbox, passFor(`22507000001${10 + index}`))),
    );
    most = 0;
    const tried = operator.calls.length;
    while (operator.calls.length < tried + 20) await new Promise((resolve) => setTimeout(resolve, 1));
    expect(most).toBe(1);
    way.open = true;
    const ended = await Promise.all([first, ...later].map(({ id }) => untilIn(id, 'completed')));
    expect(ended.map(({ progress }) => progress.attempts)).toEqual(ended.map(() => 1));
    expect(changes.some(({ progress }) => progress.state === 'parked')).toBe(false);
  });
});

describe('with nobody to send to', () => {
  test('an order waits, is at no moment told to be sent, and can be cancelled at any', async () => {
    let looked = 0;
    const backoffMs = () => {
      looked += 1;
      return 1;
    };
    const { outbox, changes } = await runOutbox(null, { backoffMs });
    expect(outbox.isReachable()).toBe(false);
    const { id } = await placeOrder(outbox, passFor(aya));
    await until(
      () => looked,
      (times) => times > 5,
    );
    expect(changes).toEqual([]);
    expect(await outbox.cancel(id, 'customer')).toMatchObject({ ok: true });
    expect(changes.map(({ progress }) => progress.state)).toEqual(['cancelled']);
    expect(await outbox.place(bill)).toEqual({ ok: false, error: 'ONLINE_ONLY' });
  });

  test('one that was sent while there was somebody keeps its doubt', async () => {
    const cache = await openTestCache();
    const before = await runOutbox(scriptOperator(() => lost).transport, {}, cache);
    const { id } = await placeOrder(before.outbox, passFor(aya));
    await before.untilIn(id, 'sending');
    await before.outbox.stop();
    const { outbox, changes } = await runOutbox(null, {}, cache);
    expect(await outbox.cancel(id, 'customer')).toEqual({ ok: false, error: 'NOT_POSSIBLE' });
    expect(changes).toEqual([]);
    expect((await findOrder(cache.reader, id))?.progress.state).toBe('sending');
  });

  test('what is too old is parked all the same', async () => {
    const clock = { now: shopNoon };
    const { outbox, untilIn } = await runOutbox(null, { now: () => clock.now });
    const { id } = await placeOrder(outbox, passFor(aya));
    clock.now += (usualOrderLimits.maxAgeHours + 1) * 3_600_000;
    expect((await untilIn(id, 'parked')).progress.reason).toBe('tooOld');
  });
});

describe('people', () => {
  test('can cancel what was not sent, and what waits behind it goes on', async () => {
    const way = { open: false };
    const operator = scriptOperator(() => (way.open ? completed : noWay));
    const { outbox, untilIn } = await runOutbox(operator.transport);
    const first = await placeOrder(outbox, passFor(aya));
    const second = await placeOrder(outbox, passFor(aya));
    await untilIn(first.id, 'queued');
    let cancelled = await outbox.cancel(first.id, 'customer');
    // Just then it may be on one of its tries.
    while (!cancelled.ok && cancelled.error === 'NOT_POSSIBLE')
      cancelled = await outbox.cancel(first.id, 'customer');
    expect(cancelled).toMatchObject({
      ok: true,
      order: { progress: { state: 'cancelled', reason: 'cancelledByCustomer' } },
    });
    way.open = true;
    await untilIn(second.id, 'completed');
    expect(await outbox.cancel(second.id, 'staff:k.yao')).toEqual({ ok: false, error: 'NOT_POSSIBLE' });
    expect(await outbox.cancel('none', 'staff:k.yao')).toEqual({ ok: false, error: 'NOT_FOUND' });
  });

  test('take up a parked order: it is asked for first when nobody knows what became of it', async () => {
    const operator = scriptOperator((kind, _, times) => {
      if (kind === 'place') return { kind: 'unknown', failure: 'unreadable', retryAfterMs: null };
      return times < 4 ? { kind: 'unknown', failure: 'unreadable', retryAfterMs: null } : completed;
    });
    const { outbox, untilIn, cache } = await runOutbox(operator.transport);
    const { id } = await placeOrder(outbox, passFor(aya));
    expect((await untilIn(id, 'parked')).progress).toMatchObject({
      reason: 'unreadableAnswer',
      outcomeUnknown: true,
    });
    expect(await countUnfinishedOrders(cache.reader)).toBe(1);
    expect(await outbox.cancel(id, 'staff:k.yao')).toEqual({ ok: false, error: 'NOT_POSSIBLE' });
    expect((await outbox.requeue(id, 'staff:k.yao')).ok).toBe(true);
    await untilIn(id, 'completed');
    expect(operator.calls.filter(({ kind }) => kind === 'place')).toHaveLength(1);
    const entries = await findAuditEntriesAfter(cache.reader, 0, 10);
    expect(entries.map(({ action, actor }) => [action, actor])).toEqual([
      ['order:placed', 'staff:k.yao'],
      ['order:parked', 'program'],
      ['order:takenUp', 'staff:k.yao'],
      ['order:completed', 'program'],
    ]);
    expect(await verifyAudit(cache.reader, testKeyHex)).toEqual({ entries: 4, ok: true });
  });
});

describe('the limits', () => {
  test('park what is too old, when it would be sent', async () => {
    const clock = { now: shopNoon };
    const way = { open: false };
    const operator = scriptOperator(() => (way.open ? completed : noWay));
    const { outbox, untilIn } = await runOutbox(operator.transport, { now: () => clock.now });
    const { id } = await placeOrder(outbox, passFor(aya));
    await untilIn(id, 'queued');
    clock.now += 73 * 3_600_000;
    expect((await untilIn(id, 'parked')).progress).toMatchObject({ reason: 'tooOld', outcomeUnknown: false });
    way.open = true;
    expect((await outbox.requeue(id, 'staff:k.yao')).ok).toBe(true);
    await untilIn(id, 'completed');
  });

  test('leave an order that waited for days, and was then rejected, news of the day it was rejected', async () => {
    const clock = { now: shopNoon };
    const way = { open: false };
    const operator = scriptOperator(() =>
      way.open ? { kind: 'rejected', reason: 'insufficientBalance' } : noWay,
    );
    const { outbox, untilIn } = await runOutbox(operator.transport, { now: () => clock.now });
    const { id } = await placeOrder(outbox, passFor(aya));
    await untilIn(id, 'queued');
    clock.now += 60 * 3_600_000;
    way.open = true;
    expect(await untilIn(id, 'rejected')).toMatchObject({ placedAt: shopNoon, since: clock.now });
    expect(await outbox.counts()).toMatchObject({ rejected: 1, lastRejected: id });
  });

  test('lose and repeat nothing when the clock jumps by a year, back or forth', async () => {
    const year = 365 * 24 * 3_600_000;
    const clock = { now: shopNoon };
    const way = { open: false };
    const operator = scriptOperator(() => (way.open ? completed : noWay));
    const { outbox, untilIn } = await runOutbox(operator.transport, { now: () => clock.now });
    const back = await placeOrder(outbox, passFor(aya));
    await untilIn(back.id, 'queued');
    clock.now -= year;
    const fromBefore = await placeOrder(outbox, passFor(koffi));
    clock.now += 2 * year;
    await Promise.all([back, fromBefore].map(({ id }) => untilIn(id, 'parked')));
    clock.now -= year;
    way.open = true;
    for (const { id } of [back, fromBefore]) {
      await outbox.requeue(id, 'staff:k.yao');
      expect((await untilIn(id, 'completed')).progress.attempts).toBe(1);
    }
  });

  test('refuse more than may wait, in number and in money, only while the operator cannot be reached', async () => {
    const way = { open: false };
    const operator = scriptOperator(() => (way.open ? completed : noWay));
    const limits = { ...usualOrderLimits, maxOffline: 3, maxAmountOffline: 500 };
    const { outbox, untilIn } = await runOutbox(operator.transport, { limits, backoffMs: () => 30 });
    const first = await placeOrder(outbox, passFor(aya));
    await untilIn(first.id, 'queued');
    await placeOrder(outbox, passFor(aya));
    expect(await outbox.place(passFor(aya))).toEqual({ ok: false, error: 'TOO_MUCH_WAITING' });
    const last = await placeOrder(outbox, passFor(koffi));
    expect(await outbox.place(passFor('2250700000003'))).toEqual({ ok: false, error: 'TOO_MANY_WAITING' });
    way.open = true;
    await untilIn(last.id, 'completed');
    await untilIn((await placeOrder(outbox, passFor(aya))).id, 'completed');
  });
});

describe('money', () => {
  test('is paid online: told once, asked for when the answer is lost', async () => {
    const operator = scriptOperator((kind) => (kind === 'pay' ? lost : completed));
    const { outbox, untilIn } = await runOutbox(operator.transport);
    const { id } = await placeOrder(outbox, bill);
    await untilIn(id, 'completed');
    expect(operator.calls.map(({ kind }) => kind)).toEqual(['pay', 'findPayment']);
  });

  test('does not wait: what did not get there is called off, and more is refused', async () => {
    const operator = scriptOperator(() => noWay);
    const { outbox, untilIn } = await runOutbox(operator.transport, { backoffMs: () => 60_000 });
    const { id } = await placeOrder(outbox, bill);
    expect((await untilIn(id, 'cancelled')).progress.reason).toBe('offline');
    expect(await outbox.place(bill)).toEqual({ ok: false, error: 'ONLINE_ONLY' });
    const byOrangeMoney: OrderRequest = {
      ...passFor(koffi),
      intent: { kind: 'pass', offer: 'PASS-NET-1J', payer: 'orangeMoney' },
    };
    expect(await outbox.place(byOrangeMoney)).toEqual({ ok: false, error: 'ONLINE_ONLY' });
    expect(await outbox.place(passFor(koffi))).toMatchObject({ ok: true });
    expect(operator.calls).toEqual([{ kind: 'pay', id }]);
  });

  test('is not sent again when the operator never received it', async () => {
    const operator = scriptOperator((kind) => (kind === 'pay' ? lost : notThere));
    const { outbox, untilIn } = await runOutbox(operator.transport);
    const { id } = await placeOrder(outbox, bill);
    await untilIn(id, 'cancelled');
    expect(operator.calls.map(({ kind }) => kind)).toEqual(['pay', 'findPayment']);
  });
});
