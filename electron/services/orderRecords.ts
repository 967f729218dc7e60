/** Orders as they are stored: each, and each change of one, in one transaction with its audit entry. */
import {
  advanceOrder,
  isFinal,
  isOnlineOnly,
  newOrder,
  type Actor,
  type Order,
  type OrderEvent,
  type OrderIntent,
  type OrderPrice,
} from '../../shared/domain/order';
import type { OrderLimits } from '../../shared/domain/orderSettings';
import type { AuditAction } from '../../shared/ipc/auditWords';
import type { CacheWriter, Transaction } from '../db/connection';
import { countWaitingOrders, findOrder, insertOrder, updateOrder } from '../db/orders';
import type { AuditLog } from './audit';
import { makeOrderId } from './orderId';

export interface OrderRecordsOptions {
  /** Of a connection that outlives a power cut. */
  readonly writer: CacheWriter;
  readonly audit: AuditLog;
  readonly limits: OrderLimits;
  /** The trusted clock; epoch milliseconds. */
  readonly now: () => number;
}

export interface OrderRequest {
  readonly msisdn: string;
  readonly intent: OrderIntent;
  /** As the user saw it; a bill's payment has one. */
  readonly price: OrderPrice | null;
  readonly by: Actor;
  /** Who agreed, where somebody has to. */
  readonly approvedBy?: Actor;
}

export type PlacedOrder =
  | { readonly ok: true; readonly order: Order }
  | {
      readonly ok: false;
      readonly error:
        /** Money would move, and the operator cannot be reached. */
        | 'ONLINE_ONLY'
        /** As many wait already as may, while the operator cannot be reached. */
        | 'TOO_MANY_WAITING'
        /** What waits for this customer would cost more than may wait. */
        | 'TOO_MUCH_WAITING'
        | 'CACHE_UNAVAILABLE';
    };

/** Before anything is sent. Throws {@link StorageFailure}. */
export async function storeOrder(
  { writer, audit, limits, now }: OrderRecordsOptions,
  { msisdn, intent, price, by, approvedBy }: OrderRequest,
  isWayOpen: boolean,
): Promise<PlacedOrder> {
  if (intent.kind === 'billPayment' && price === null) throw new TypeError('A bill has an amount.');
  if (!isWayOpen && isOnlineOnly(intent)) return { ok: false, error: 'ONLINE_ONLY' };
  const at = now();
  const order: Order = {
    id: makeOrderId(at),
    msisdn,
    intent,
    price,
    placedBy: by,
    placedAt: at,
    since: at,
    progress: newOrder,
  };
  return writer.transaction(async (transaction) => {
    if (!isWayOpen) {
      const { count, amount } = await countWaitingOrders(transaction, msisdn);
      if (count >= limits.maxOffline) return { ok: false, error: 'TOO_MANY_WAITING' };
      if (amount + (price?.amount ?? 0) > limits.maxAmountOffline) {
        return { ok: false, error: 'TOO_MUCH_WAITING' };
      }
    }
    await insertOrder(transaction, order);
    await audit.append(transaction, {
      at,
      actor: by,
      action: 'order:placed',
      subject: order.id,
      details: { msisdn, intent, price, ...(approvedBy !== undefined && { approvedBy }) },
    });
    return { ok: true, order };
  });
}

/**
 * Applies the events, one upon the other. `null` when the order is not there or its state has no such arrow; then
 * nothing is stored. Throws {@link StorageFailure}.
 */
export function changeOrder(
  { writer, audit, now }: OrderRecordsOptions,
  id: string,
  events: readonly OrderEvent[],
  by: Actor,
): Promise<{ readonly order: Order; readonly isNew: boolean } | null> {
  return writer.transaction(async (transaction) => {
    const before = await findOrder(transaction, id);
    const at = now();
    const order = before === null ? null : applied(before, events, at);
    if (order === null) return null;
    if (order === before) return { order, isNew: false };
    await updateOrder(transaction, order);
    await recordChange(transaction, audit, order, { at, by });
    return { order, isNew: true };
  });
}

/** The order after the events, one upon the other; the same one when they change nothing. */
function applied(order: Order, events: readonly OrderEvent[], now: number): Order | null {
  let progress = order.progress;
  for (const event of events) {
    const next = advanceOrder(progress, event);
    if (next === null) return null;
    progress = next;
  }
  if (progress === order.progress) return order;
  const isTakenUp = events.some(({ kind }) => kind === 'requeue');
  return { ...order, progress, since: isTakenUp || isFinal(progress.state) ? now : order.since };
}

/** Tries that come to nothing are not acts: what people do and what the operator decides is. */
async function recordChange(
  transaction: Transaction,
  audit: AuditLog,
  { id, msisdn, progress }: Order,
  { at, by }: { readonly at: number; readonly by: Actor },
): Promise<void> {
  const { state, reason, operatorId } = progress;
  if (by === 'program' && (state === 'queued' || state === 'sending')) return;
  const action: AuditAction = state === 'queued' || state === 'sending' ? 'order:takenUp' : `order:${state}`;
  await audit.append(transaction, {
    at,
    actor: by,
    action,
    subject: id,
    details: { msisdn, reason, operatorId },
  });
}
