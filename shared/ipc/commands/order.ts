import Type from 'typebox';
import { orderWishSchema } from '../../domain/orderWish';
import type { OrderView } from '../../view/customerView';
import type { OrderQuote } from '../../view/orderQuote';
import { language, nothing, request } from './request';
import { login, password } from './staff';

const uuid = Type.String({ pattern: '^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });

export const orderId = uuid;

const price = Type.Object(
  {
    amount: Type.Integer({ minimum: -Number.MAX_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }),
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  },
  { additionalProperties: false },
);

export const orderRequests = {
  'order:quote': request({ wish: orderWishSchema, language }),
  'order:place': request({
    wish: orderWishSchema,
    /** Of the quote that was on the screen. */
    seenPrice: Type.Union([price, Type.Null()]),
    /** Of one press of the button: what comes twice under one is one order. */
    confirmation: uuid,
    /** Of the supervisor who agrees, where one has to. */
    approval: Type.Optional(request({ login, password })),
    language,
  }),
  'order:cancel': request({ id: uuid, language }),
  /** Takes up a parked order again. */
  'order:requeue': request({ id: uuid, language }),
  /** Of the whole shop. */
  'order:list': request({ language }),
  'order:counts': nothing,
} as const;

export interface OrderAnswers {
  /** Refused as `NOT_ALLOWED` for a line that is not active. */
  'order:quote': OrderQuote;
  'order:place': OrderPlacement;
  'order:cancel': ShopOrder;
  'order:requeue': ShopOrder;
  /** First those that wait for somebody, then those without an end; the newest first. */
  'order:list': readonly ShopOrder[];
  'order:counts': OrderCounts;
}

export interface OrderEvents {
  /** Some order of this machine has changed. */
  'order:changed': OrderCounts;
}

export type OrderPlacement =
  | { readonly kind: 'placed'; readonly order: OrderView }
  /** With what it would be now, to be looked at again. */
  | { readonly kind: 'refused'; readonly reason: PlacementRefusal; readonly quote: OrderQuote };

export type PlacementRefusal =
  /** What it costs is not what was seen. */
  | 'priceChanged'
  /** The quote says why. */
  | 'notPossible'
  /** Money would move, and the operator cannot be reached. */
  | 'onlineOnly'
  | 'approvalNeeded'
  /** Not the password of a supervisor. */
  | 'approvalRefused'
  /** Too many wrong passwords lately, or the staff's list is too old. */
  | 'approvalUnavailable'
  /** As many wait already as may. */
  | 'tooManyWaiting'
  /** What waits for this customer would cost more than may wait. */
  | 'tooMuchWaiting';

/** An order among those of the whole shop. */
export interface ShopOrder {
  readonly order: OrderView;
  /** Masked, unless it is of the customer who is open. */
  readonly number: string;
}

export interface OrderCounts {
  /** Without an end, parked ones apart. */
  readonly underWay: number;
  /** Waiting for an agent. */
  readonly parked: number;
  /** Rejected within the last 24 hours. */
  readonly rejected: number;
  /** The id of the last of these; `null`: there is none. */
  readonly lastRejected: string | null;
}
