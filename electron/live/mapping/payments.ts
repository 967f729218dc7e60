/** TMF676 Payment Management: the payment of a bill → `payment`, and what its status means for our order. */
import Type from 'typebox';
import type { LivePayment, OrderOutcome } from '../../../shared/domain/liveOrder';
import type { MarketPack } from '../../../shared/domain/market';
import { rejectionReason } from './orders';
import { moneyToSend } from './quantity';

export const paymentSchema = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 200 }),
  correlatorId: Type.Optional(Type.String({ maxLength: 200 })),
  status: Type.Optional(Type.String({ maxLength: 200 })),
  description: Type.Optional(Type.String({ maxLength: 20_000 })),
});

/** With what the description requires of every payment, read or not. */
export const paymentFields = ['id', 'correlatorId', 'status', 'description', 'account', 'paymentMethod'];

type TmfPayment = Type.Static<typeof paymentSchema>;

export function paymentQuery(orderId: string): Readonly<Record<string, string>> {
  return { correlatorId: orderId };
}

/** `Payment_Create`. */
export function paymentToSend({ orderId, msisdn, bill, amount, currency, payer }: LivePayment): unknown {
  const total = moneyToSend(amount, currency);
  return {
    correlatorId: orderId,
    account: { id: msisdn },
    paymentMethod: { id: payer, name: payer },
    totalAmount: total,
    paymentItem: [{ id: '1', item: { id: bill, '@referredType': 'CustomerBill' }, totalAmount: total }],
  };
}

/** Our id of it; an answer may leave it out. */
export function paidOrderIdOf({ correlatorId }: TmfPayment): string | undefined {
  return correlatorId;
}

/** The interface leaves the words of a status to the operator; `null`: not one that is known. */
export function paymentOutcome(payment: TmfPayment, market: MarketPack): OrderOutcome | null {
  const status = (payment.status ?? '').toLowerCase().replace(/[^a-z]/g, '');
  if (pending.has(status)) return { kind: 'accepted', operatorId: payment.id };
  if (done.has(status)) return { kind: 'completed', operatorId: payment.id };
  if (refused.has(status)) {
    return { kind: 'rejected', reason: rejectionReason([payment.description, payment.status], market) };
  }
  return null;
}

const pending = new Set([
  '',
  'accepted',
  'acknowledged',
  'authorized',
  'created',
  'held',
  'initiated',
  'inprogress',
  'pending',
  'pendingauthorization',
  'processing',
]);
const done = new Set([
  'captured',
  'completed',
  'confirmed',
  'done',
  'paid',
  'settled',
  'success',
  'successful',
]);
const refused = new Set([
  'cancelled',
  'canceled',
  'declined',
  'denied',
  'error',
  'failed',
  'refused',
  'rejected',
]);
