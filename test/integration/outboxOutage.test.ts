import { setImmediate as breath } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { backoffMs } from '../../electron/sync/backoff';
import { countUnfinishedOrders } from '../../electron/db/orders';
import type { OrderOutcome } from '../../shared/domain/liveOrder';
import { passFor, placeOrder, runOutbox, scriptOperator, shopNoon } from '../helpers/outboxRun';
import type { TestCache } from '../helpers/testCache';

const noWay: OrderOutcome = { kind: 'notReceived', failure: 'offline', retryAfterMs: null };
const hourMs = 3_600_000;
/** The longest that the way is left alone. */
const stepMs = 300_000;

/** Disk and promises take real time while the clock stands still: what was asked of the cache before is done then. */
async function settle({ reader, writer }: TestCache): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    await reader.get('SELECT 1');
    await writer.transaction(() => Promise.resolve());
    await breath();
  }
}

test('a day without the operator loses no order, asks it seldom, and ends within a rest of its return', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'], now: shopNoon });
  onTestFinished(() => void vi.useRealTimers());
  const startedAt = performance.now();
  let isBack = false;
  const operator = scriptOperator((_, id): OrderOutcome =>
    isBack ? { kind: 'completed', operatorId: `A-${id}` } : noWay,
  );
  const { cache, outbox, changes } = await runOutbox(operator.transport, {
    now: () => shopNoon + performance.now() - startedAt,
    // The most that a wait can be.
    backoffMs: (failures, retryAfterMs) => backoffMs(failures, retryAfterMs, 1),
  });
  const placed = [];
  for (let hour = 0; hour < 24; hour += 1) {
    const customer = `22507000000${String(hour % 8).padStart(2, '0')}`;
    placed.push((await placeOrder(outbox, passFor(customer))).id);
    for (let passed = 0; passed < hourMs; passed += stepMs) {
      await settle(cache);
      await vi.advanceTimersByTimeAsync(stepMs);
    }
  }
  const triesOfTheDay = operator.calls.length;
  expect(triesOfTheDay).toBeGreaterThan(24);
  expect(triesOfTheDay).toBeLessThan(400);
  expect(await countUnfinishedOrders(cache.reader)).toBe(24);

  await settle(cache);
  const triesBefore = operator.calls.length;
  isBack = true;
  for (let rests = 0; rests < 3 && (await countUnfinishedOrders(cache.reader)) > 0; rests += 1) {
    await vi.advanceTimersByTimeAsync(stepMs);
    for (let turn = 0; turn < 50 && (await countUnfinishedOrders(cache.reader)) > 0; turn += 1)
      await settle(cache);
  }
  expect(await countUnfinishedOrders(cache.reader)).toBe(0);
  const done = changes.filter(({ progress }) => progress.state === 'completed').map(({ id }) => id);
  expect(done.toSorted()).toEqual(placed.toSorted());
  expect(
    operator.calls
      .slice(triesBefore)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(placed.toSorted());
}, 120_000);
