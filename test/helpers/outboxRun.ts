/** The outbox on a test's own cache, with an operator that answers as it is told. */
import { onTestFinished } from 'vitest';
import { createAuditLog } from '../../electron/services/audit';
import {
  openOutbox,
  type OrderTransport,
  type Outbox,
  type OutboxOptions,
} from '../../electron/services/orders';
import type { OrderRequest } from '../../electron/services/orderRecords';
import type { OrderOutcome } from '../../shared/domain/liveOrder';
import type { Order, OrderState } from '../../shared/domain/order';
import { usualOrderLimits } from '../../shared/domain/orderSettings';
import { openTestCache, testKeyHex, type TestCache } from './testCache';

export const shopNoon = Date.UTC(2026, 10, 22, 12);

export interface ScriptedOperator {
  /** What it was told and asked, in order: `place`, `find`, `pay` or `findPayment`, and the order's id. */
  readonly calls: readonly { readonly kind: 'place' | 'find' | 'pay' | 'findPayment'; readonly id: string }[];
  readonly transport: OrderTransport;
}

/** @param reply to each call, counted from 0 by kind and order */
export function scriptOperator(
  reply: (
    kind: 'place' | 'find' | 'pay' | 'findPayment',
    id: string,
    times: number,
  ) => OrderOutcome | Promise<OrderOutcome>,
): ScriptedOperator {
  const calls: { kind: 'place' | 'find' | 'pay' | 'findPayment'; id: string }[] = [];
  const answer = async (kind: (typeof calls)[number]['kind'], id: string): Promise<OrderOutcome> => {
    const times = calls.filter((call) => call.kind === kind && call.id === id).length;
    calls.push({ kind, id });
    return reply(kind, id, times);
  };
  return {
    calls,
    transport: {
      placeOrder: ({ orderId }) => answer('place', orderId),
      findOrder: (orderId) => answer('find', orderId),
      payBill: ({ orderId }) => answer('pay', orderId),
      findPayment: (orderId) => answer('findPayment', orderId),
    },
  };
}

export interface OutboxRun {
  readonly cache: TestCache;
  readonly outbox: Outbox;
  /** Each change in the order in which it was stored. */
  readonly changes: readonly Order[];
  /** The order once it is in one of the states. */
  readonly untilIn: (id: string, ...states: readonly OrderState[]) => Promise<Order>;
}

/** Waits are as short as can be, unless the test says otherwise. */
export async function runOutbox(
  transport: OutboxOptions['transport'],
  options: Partial<OutboxOptions> = {},
  onCache?: TestCache,
): Promise<OutboxRun> {
  const cache = onCache ?? (await openTestCache());
  const changes: Order[] = [];
  const watchers = new Set<() => void>();
  const outbox = await openOutbox({
    reader: cache.reader,
    writer: cache.writer,
    audit: createAuditLog(testKeyHex),
    transport,
    limits: usualOrderLimits,
    now: () => shopNoon,
    backoffMs: () => 1,
    inTransitMs: 0,
    onChanged(order) {
      changes.push(order);
      for (const look of watchers) look();
    },
    reportBug: (problem) => {
      throw problem;
    },
    ...options,
  });
  onTestFinished(outbox.stop);
  return {
    cache,
    outbox,
    changes,
    untilIn: (id, ...states) =>
      new Promise((resolve) => {
        const look = () => {
          const last = changes.findLast((order) => order.id === id);
          if (last === undefined || !states.includes(last.progress.state)) return;
          watchers.delete(look);
          resolve(last);
        };
        watchers.add(look);
        look();
      }),
  };
}

export function passFor(msisdn: string, offer = 'PASS-NET-1J'): OrderRequest {
  return {
    msisdn,
    intent: { kind: 'pass', offer, payer: 'main' },
    price: { amount: 250, currency: 'XOF' },
    by: 'staff:k.yao',
  };
}

/** The stored order; a refusal fails the test. */
export async function placeOrder(outbox: Outbox, request: OrderRequest): Promise<Order> {
  const placed = await outbox.place(request);
  if (!placed.ok) throw new Error(`The order was refused: ${placed.error}`);
  return placed.order;
}
