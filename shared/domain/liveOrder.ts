/** What is sent to the operator for an order, and what can be known of it afterwards. */
import type { LiveFailure } from './liveCustomer';
import type { OrderEvent, OrderIntent, OrderPayer } from './order';
import type { CurrencyCode } from './unit';

export interface LiveOrder {
  /** Ours: the operator keeps it and can be asked by it. */
  readonly orderId: string;
  readonly msisdn: string;
  readonly intent: Exclude<OrderIntent, { readonly kind: 'billPayment' }>;
}

export interface LivePayment {
  readonly orderId: string;
  readonly msisdn: string;
  readonly bill: string;
  /** Minor units. */
  readonly amount: number;
  readonly currency: CurrencyCode;
  readonly payer: OrderPayer;
}

/** Each kind but `unknown` is an event of the order. */
export type OrderOutcome =
  | Extract<OrderEvent, { readonly kind: 'accepted' | 'completed' | 'rejected' }>
  /** The operator certainly does not have it. `failure`: why it could not be sent; `null` when asked, and not there. */
  | {
      readonly kind: 'notReceived';
      readonly failure: LiveFailure | null;
      readonly retryAfterMs: number | null;
    }
  /** It may have arrived: to be asked for by its id, never sent again blindly. */
  | { readonly kind: 'unknown'; readonly failure: LiveFailure; readonly retryAfterMs: number | null };
