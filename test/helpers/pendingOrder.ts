import type { CacheWriter } from '../../electron/db/connection';
import { insertOrder } from '../../electron/db/orders';
import { makeOrderId } from '../../electron/services/orderId';
import { newOrder, type OrderState } from '../../shared/domain/order';

/** Stores an order that has not come to its end, or is in the state given. */
export async function storeOrder(writer: CacheWriter, state: OrderState = 'queued'): Promise<string> {
  const at = Date.UTC(2026, 10, 22, 12);
  const id = makeOrderId(at);
  await writer.transaction((transaction) =>
    insertOrder(transaction, {
      id,
      msisdn: '2250700000001',
      intent: { kind: 'plan', plan: 'Tigre' },
      price: null,
      placedBy: 'customer',
      placedAt: at,
      since: at,
      progress: { ...newOrder, state },
    }),
  );
  return id;
}
