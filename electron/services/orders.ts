/**
 * The outbox: orders are stored before they are sent, and each is brought to its end once, whatever breaks meanwhile.
 * What became of an order that was sent and not answered is asked by its id; only "no such order" lets it be sent
 * again. Every state is read from the database when its order has its turn: a crash loses nothing but the waits.
 */
import type { LiveFailure } from '../../shared/domain/liveCustomer';
import type { LiveOrder, LivePayment, OrderOutcome } from '../../shared/domain/liveOrder';
import {
  isOnlineOnly,
  type Actor,
  type Order,
  type OrderEvent,
  type OrderReason,
} from '../../shared/domain/order';
import type { OrderCounts } from '../../shared/ipc/commands/order';
import { StorageFailure, type CacheReader } from '../db/connection';
import { countOrdersToTell, findLatestOrders, findOrder, findUnfinishedOrders } from '../db/orders';
import { createOrderLanes, type LaneStep, type OrderLanesOptions } from './orderLanes';
import {
  changeOrder,
  storeOrder,
  type OrderRecordsOptions,
  type OrderRequest,
  type PlacedOrder,
} from './orderRecords';

/** The operator, told and asked. */
export interface OrderTransport {
  /** Sends it once. */
  readonly placeOrder: (order: LiveOrder, signal: AbortSignal) => Promise<OrderOutcome>;
  readonly findOrder: (orderId: string, signal: AbortSignal) => Promise<OrderOutcome>;
  /** Sends it once. */
  readonly payBill: (payment: LivePayment, signal: AbortSignal) => Promise<OrderOutcome>;
  readonly findPayment: (orderId: string, signal: AbortSignal) => Promise<OrderOutcome>;
}

export type ChangedOrder =
  | { readonly ok: true; readonly order: Order }
  /** `NOT_POSSIBLE`: not in the state in which it is. */
  | { readonly ok: false; readonly error: 'NOT_FOUND' | 'NOT_POSSIBLE' | 'CACHE_UNAVAILABLE' };

export interface Outbox {
  /** Stores it with its audit entry; what becomes of it is told to `onChanged`. */
  readonly place: (request: OrderRequest) => Promise<PlacedOrder>;
  /** Only what the operator certainly does not have. */
  readonly cancel: (id: string, by: Actor) => Promise<ChangedOrder>;
  /** Takes up a parked order again: it is sent, or asked for when nobody knows whether it arrived. */
  readonly requeue: (id: string, by: Actor) => Promise<ChangedOrder>;
  /** Whether the operator could be reached when that was last tried. */
  readonly isReachable: () => boolean;
  /** The operator has answered another question: what waits here goes at once. */
  readonly noteReachable: () => void;
  /** The shop's line is back: what waits goes at once, and so does what was sent and never answered. */
  readonly noteBackOnline: () => void;
  /** Of the whole machine: first those that wait for somebody, then those without an end; the newest first. */
  readonly latest: () => Promise<readonly Order[]>;
  readonly find: (id: string) => Promise<Order | null>;
  readonly counts: () => Promise<OrderCounts>;
  /** What is under way is called off, to be asked for when the program starts again. */
  readonly stop: () => Promise<void>;
}

export interface OutboxOptions extends OrderRecordsOptions {
  readonly reader: CacheReader;
  /** `null`: nobody is there to send to. Orders are kept, and none is told to be on its way. */
  readonly transport: OrderTransport | null;
  readonly backoffMs: OrderLanesOptions['backoffMs'];
  /** So long after it was sent an order may still be on its way, and "no such order" says nothing yet. */
  readonly inTransitMs?: number;
  readonly onChanged: (order: Order) => void;
  readonly reportBug: (problem: unknown) => void;
}

/** Longer than any server between here and the operator holds a request. */
const usualInTransitMs = 60_000;
const transitQuestionMs = 5_000;
/** Money that was to move now does not move later. */
const onlineOnlyMs = 60_000;
const ordersAtOnce = 4;
const ordersShown = 200;
const hourMs = 3_600_000;
/** Whoever placed it works here again within a day. */
const rejectedToldMs = 24 * hourMs;

/** Takes up what an earlier run has left. Throws {@link StorageFailure} when that cannot be read. */
export async function openOutbox(options: OutboxOptions): Promise<Outbox> {
  const { reader, transport, limits, now, onChanged } = options;
  const { inTransitMs = usualInTransitMs } = options;
  const stopping = new AbortController();
  /** By `performance.now()`; what an earlier run has sent counts from the start of this one. */
  const sentAt = new Map<string, number>();
  const startedAt = performance.now();
  /** How often nothing could be made of what the operator said of an order. */
  const unreadable = new Map<string, number>();
  const lanes = createOrderLanes({ ...options, step, atOnce: ordersAtOnce });

  const isReachable = () => transport !== null && lanes.isWayOpen();

  /** `null` when its state has no such arrow; then nothing is stored. */
  async function change(id: string, events: readonly OrderEvent[], by: Actor): Promise<Order | null> {
    const changed = await changeOrder(options, id, events, by);
    if (changed === null) return null;
    if (changed.isNew) onChanged(changed.order);
    return changed.order;
  }

  async function step(id: string): Promise<LaneStep> {
    try {
      const order = await findOrder(reader, id);
      switch (order?.progress.state) {
        case 'queued':
          return await send(order);
        case 'sending':
        case 'accepted':
          return await ask(order);
        default:
          return 'finished';
      }
    } catch (error) {
      // What could not be stored is asked for, or sent, when the disk takes it again.
      if (error instanceof StorageFailure) return later(null);
      throw error;
    }
  }

  async function send(order: Order): Promise<LaneStep> {
    if (isOnlineOnly(order.intent) && now() - order.since > onlineOnlyMs) {
      await change(order.id, [cancelledOffline], 'program');
      return 'finished';
    }
    if (isTooOld(order)) return park(order, 'tooOld');
    if (order.progress.attempts >= limits.maxAttempts) return park(order, 'tooManyAttempts');
    if (transport === null) return later(null);
    const sending = await change(order.id, [{ kind: 'send' }], 'program');
    if (sending === null) return 'finished';
    sentAt.set(order.id, performance.now());
    return settle(sending, await deliver(transport, sending, stopping.signal));
  }

  async function ask(order: Order): Promise<LaneStep> {
    if (transport === null) return settle(order, notAsked);
    const find = order.intent.kind === 'billPayment' ? transport.findPayment : transport.findOrder;
    return settle(order, await find(order.id, stopping.signal));
  }

  async function settle(order: Order, outcome: OrderOutcome): Promise<LaneStep> {
    noteWay(outcome);
    switch (outcome.kind) {
      case 'completed':
      case 'rejected':
      case 'accepted': {
        const after = await change(order.id, [outcome], 'program');
        if (outcome.kind !== 'accepted' && after !== null) {
          sentAt.delete(order.id);
          unreadable.delete(order.id);
          return 'finished';
        }
        const isNew = order.progress.state !== 'accepted';
        return { waitsBeginAnew: isNew, holdsLane: false, retryAfterMs: null };
      }
      case 'unknown':
        if (order.progress.state === 'accepted') return later(outcome.retryAfterMs, false);
        if (isTooOld(order)) return park(order, 'tooOld');
        if (outcome.failure === 'unreadable') {
          const times = (unreadable.get(order.id) ?? 0) + 1;
          if (times >= limits.maxAttempts) return park(order, 'unreadableAnswer');
          unreadable.set(order.id, times);
        }
        return later(outcome.retryAfterMs);
      case 'notReceived':
        return settleNotReceived(order, outcome);
    }
  }

  /** Of an answer that was lost nothing follows: it may be this one order that the operator stumbles over. */
  function noteWay(outcome: OrderOutcome): void {
    if (outcome.kind === 'unknown') return;
    if (outcome.kind === 'notReceived' && isAboutWay(outcome.failure)) {
      lanes.noteWayClosed(outcome.retryAfterMs);
    } else lanes.noteWayOpen();
  }

  async function settleNotReceived(
    order: Order,
    { failure, retryAfterMs }: Extract<OrderOutcome, { readonly kind: 'notReceived' }>,
  ): Promise<LaneStep> {
    // It was accepted before: that it is not found now does not undo it.
    if (order.progress.state === 'accepted') return later(retryAfterMs, false);
    // Asked for evenly, so that its wait, when it has not arrived, is not much longer than it must be.
    if (failure === null && isInTransit(order.id)) {
      return { waitsBeginAnew: true, holdsLane: true, retryAfterMs: retryAfterMs ?? transitQuestionMs };
    }
    const back: OrderEvent = { kind: isAboutWay(failure) ? 'notSent' : 'notReceived' };
    const after = await change(
      order.id,
      isOnlineOnly(order.intent) ? [back, cancelledOffline] : [back],
      'program',
    );
    return after?.progress.state === 'cancelled' ? 'finished' : later(retryAfterMs);
  }

  async function park(order: Order, reason: OrderReason): Promise<LaneStep> {
    unreadable.delete(order.id);
    await change(order.id, [{ kind: 'giveUp', reason }], 'program');
    return 'finished';
  }

  /** A clock that was set back makes nothing older. */
  function isTooOld({ since }: Order): boolean {
    return now() - since > limits.maxAgeHours * hourMs;
  }

  function isInTransit(id: string): boolean {
    return performance.now() - (sentAt.get(id) ?? startedAt) < inTransitMs;
  }

  async function byPerson(id: string, event: OrderEvent, by: Actor): Promise<ChangedOrder> {
    try {
      const order = await change(id, [event], by);
      if (order !== null) return { ok: true, order };
      const exists = (await findOrder(reader, id)) !== null;
      return { ok: false, error: exists ? 'NOT_POSSIBLE' : 'NOT_FOUND' };
    } catch (error) {
      if (error instanceof StorageFailure) return { ok: false, error: 'CACHE_UNAVAILABLE' };
      throw error;
    }
  }

  for (const order of await findUnfinishedOrders(reader)) {
    const { id, msisdn, intent, progress } = order;
    if (progress.state === 'parked') continue;
    // It was never sent, and the customer who stood there is gone.
    const isMissed = progress.state === 'queued' && isOnlineOnly(intent);
    if (isMissed) await change(id, [cancelledOffline], 'program');
    else lanes.add(id, msisdn);
  }

  return {
    async place(request) {
      const placed = await storeOrder(options, request, isReachable()).catch((error: unknown) => {
        if (error instanceof StorageFailure) return { ok: false, error: 'CACHE_UNAVAILABLE' } as const;
        throw error;
      });
      if (placed.ok) lanes.add(placed.order.id, placed.order.msisdn);
      return placed;
    },
    async cancel(id, by) {
      const reason = by === 'customer' ? 'cancelledByCustomer' : 'cancelledByStaff';
      const cancelled = await byPerson(id, { kind: 'cancel', reason }, by);
      if (cancelled.ok) lanes.remove(id, cancelled.order.msisdn);
      return cancelled;
    },
    async requeue(id, by) {
      const taken = await byPerson(id, { kind: 'requeue' }, by);
      if (taken.ok) lanes.add(id, taken.order.msisdn);
      return taken;
    },
    isReachable,
    noteReachable() {
      if (!isReachable()) lanes.hurry();
    },
    noteBackOnline: lanes.hurry,
    latest: () => findLatestOrders(reader, ordersShown),
    find: (id) => findOrder(reader, id),
    counts: () => countOrdersToTell(reader, now() - rejectedToldMs),
    stop() {
      stopping.abort();
      return lanes.stop();
    },
  };
}

/** What keeps an order from the operator, whichever order it is. */
const wayFailures: ReadonlySet<LiveFailure> = new Set(['offline', 'late', 'refused', 'busy', 'resting']);

function isAboutWay(failure: LiveFailure | null): boolean {
  return failure !== null && wayFailures.has(failure);
}

const notAsked: OrderOutcome = { kind: 'unknown', failure: 'offline', retryAfterMs: null };

const cancelledOffline: OrderEvent = { kind: 'cancel', reason: 'offline' };

function later(retryAfterMs: number | null, holdsLane = true): LaneStep {
  return { waitsBeginAnew: false, holdsLane, retryAfterMs };
}

function deliver(
  transport: OrderTransport,
  { id: orderId, msisdn, intent, price }: Order,
  signal: AbortSignal,
): Promise<OrderOutcome> {
  if (intent.kind !== 'billPayment') return transport.placeOrder({ orderId, msisdn, intent }, signal);
  if (price === null) throw new TypeError('A bill has an amount.');
  const { bill, payer } = intent;
  return transport.payBill({ orderId, msisdn, bill, payer, ...price }, signal);
}
