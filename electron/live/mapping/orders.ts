/** TMF622 Product Ordering: our order → `productOrder`, and what its state means for ours. */
import Type from 'typebox';
import type { LiveOrder, OrderOutcome } from '../../../shared/domain/liveOrder';
import type { MarketPack } from '../../../shared/domain/market';
import type { OrderReason } from '../../../shared/domain/order';

export const orderSchema = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 200 }),
  externalId: Type.Optional(Type.String({ maxLength: 200 })),
  state: Type.Optional(Type.String({ maxLength: 100 })),
  cancellationReason: Type.Optional(Type.String({ maxLength: 20_000 })),
  note: Type.Optional(
    Type.Array(Type.Object({ text: Type.Optional(Type.String({ maxLength: 20_000 })) }), { maxItems: 1000 }),
  ),
});

/** With what the description requires of every order, read or not. */
export const orderFields = ['id', 'externalId', 'state', 'cancellationReason', 'note', 'productOrderItem'];

type TmfOrder = Type.Static<typeof orderSchema>;

export function orderQuery(orderId: string): Readonly<Record<string, string>> {
  return { externalId: orderId };
}

/** `ProductOrder_Create`. */
export function orderToSend({ orderId, msisdn, intent }: LiveOrder, market: MarketPack): unknown {
  const names = market.operatorNames.characteristics;
  const item = (action: 'add' | 'modify' | 'delete', offer: string | null, values: Values) => ({
    externalId: orderId,
    productOrderItem: [
      {
        id: '1',
        action,
        ...(offer !== null && { productOffering: { id: offer } }),
        product: {
          realizingResource: [{ id: msisdn, value: msisdn }],
          productCharacteristic: Object.entries(values).flatMap(([name, value]) =>
            value === undefined ? [] : { name, value },
          ),
        },
      },
    ],
  });
  switch (intent.kind) {
    case 'pass':
    case 'option':
      return item('add', intent.offer, { [names.payer]: intent.payer });
    case 'optionStop':
      return item('delete', intent.offer, {});
    case 'plan':
      return item('modify', null, { [names.plan]: intent.plan });
    case 'preferredNumbers':
      return item('modify', null, {
        [names.addPreferredNumber]: intent.add,
        [names.removePreferredNumber]: intent.remove,
      });
  }
}

type Values = Readonly<Record<string, string | undefined>>;

/** Our id of it; an answer may leave it out. */
export function orderIdOf({ externalId }: TmfOrder): string | undefined {
  return externalId;
}

/** `null`: a state in which an order of one item cannot be. */
export function orderOutcome(order: TmfOrder, market: MarketPack): OrderOutcome | null {
  switch (order.state) {
    // The answer to a request that was taken may leave it out.
    case undefined:
    case 'acknowledged':
    case 'pending':
    case 'held':
    case 'inProgress':
    case 'assessingCancellation':
    case 'pendingCancellation':
      return { kind: 'accepted', operatorId: order.id };
    case 'completed':
      return { kind: 'completed', operatorId: order.id };
    case 'rejected':
    case 'failed':
    case 'cancelled': {
      const words = [order.cancellationReason, ...(order.note ?? []).map(({ text }) => text)];
      return { kind: 'rejected', reason: rejectionReason(words, market) };
    }
    default:
      return null;
  }
}

/** The first of the operator's words that is known, wherever in its text it stands. */
export function rejectionReason(texts: readonly (string | undefined)[], market: MarketPack): OrderReason {
  const said = texts.map((text) => ` ${(text ?? '').toUpperCase().replace(/[^A-Z0-9]+/g, '_')} `).join(' ');
  const known = Object.entries(market.operatorNames.rejections).find(([word]) => said.includes(word));
  return known?.[1] ?? 'refusedByOperator';
}
