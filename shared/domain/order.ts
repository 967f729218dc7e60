/**
 * An order and its life. The id is made when the user confirms; the order is stored, with its audit row, before
 * anything is sent, so a crash at any point finds it in one of these states:
 *
 *   queued ─────────send────────▶ sending ──accepted──▶ accepted ──completed──▶ completed
 *    │ │ ◀──notReceived, notSent────┘ │ │                   │
 *    │ │                              │ └────rejected───────┴───rejected───────▶ rejected
 *    │ └─giveUp─▶ parked ◀───giveUp───┘
 *    │             │ └─requeue─▶ `queued`, or `sending` when its outcome is unknown
 *    └───cancel────┴─▶ cancelled
 *
 * While an order is `sending`, nobody knows whether the operator has it: it is asked for by its id, never sent
 * again blindly. Only the answer "never received" brings it back to `queued`. An order parked from there keeps the
 * doubt: it cannot be cancelled, and a late answer still counts.
 */
import Type from 'typebox';
import { msisdnSchema } from './msisdnSchema';
import type { CurrencyCode } from './unit';

/** The operator's code of an offer, plan or bill. */
export const orderedCode = Type.String({ minLength: 1, maxLength: 200 });
export const orderPayer = Type.Union([Type.Literal('main'), Type.Literal('orangeMoney')]);

/** What the customer wants. Money never moves offline: `billPayment` and `orangeMoney` payers are online only. */
export const orderIntentSchema = Type.Union([
  Type.Object(
    { kind: Type.Literal('pass'), offer: orderedCode, payer: orderPayer },
    { additionalProperties: false },
  ),
  Type.Object(
    { kind: Type.Literal('option'), offer: orderedCode, payer: orderPayer },
    { additionalProperties: false },
  ),
  Type.Object({ kind: Type.Literal('optionStop'), offer: orderedCode }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal('plan'), plan: orderedCode }, { additionalProperties: false }),
  Type.Object(
    {
      kind: Type.Literal('preferredNumbers'),
      add: Type.Optional(msisdnSchema),
      remove: Type.Optional(msisdnSchema),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    { kind: Type.Literal('billPayment'), bill: orderedCode, payer: orderPayer },
    { additionalProperties: false },
  ),
]);

export type OrderIntent = Type.Static<typeof orderIntentSchema>;

export const orderKinds = [
  'pass',
  'option',
  'optionStop',
  'plan',
  'preferredNumbers',
  'billPayment',
] as const satisfies readonly OrderIntent['kind'][];

/** The accounts that can pay for an offer. */
export type OrderPayer = Type.Static<typeof orderPayer>;

/** Whether it moves money, which it does only while the operator can be reached; it is sent once and never waits. */
export function isOnlineOnly(intent: OrderIntent): boolean {
  return intent.kind === 'billPayment' || ('payer' in intent && intent.payer === 'orangeMoney');
}

export interface OrderPrice {
  /** Minor units. */
  readonly amount: number;
  readonly currency: CurrencyCode;
}

/** Who did something: a member of staff by login, the customer alone at the screen, or the program by itself. */
export type Actor = `staff:${string}` | 'customer' | 'program';

export interface Order {
  /** UUID v7. */
  readonly id: string;
  readonly msisdn: string;
  readonly intent: OrderIntent;
  /** As it was shown when the user confirmed; `null` where nothing is paid. */
  readonly price: OrderPrice | null;
  readonly placedBy: Actor;
  /** Epoch milliseconds of the trusted clock. */
  readonly placedAt: number;
  /** When it was placed, last taken up again, or came to its end: its age counts from here. */
  readonly since: number;
  readonly progress: OrderProgress;
}

export type OrderState =
  | 'queued'
  | 'sending'
  | 'accepted'
  | 'completed'
  | 'rejected'
  | 'cancelled'
  /** Nothing more happens by itself: an agent decides. */
  | 'parked';

/** Why an order ended or waits, as a code; the text for people is in the strings. */
export type OrderReason =
  | 'insufficientBalance'
  | 'notEligible'
  | 'alreadyActive'
  | 'changeLimit'
  | 'unknownOffer'
  | 'refusedByOperator'
  | 'tooManyAttempts'
  | 'tooOld'
  | 'unreadableAnswer'
  /** Money was to move, and the operator could not be reached. */
  | 'offline'
  | 'cancelledByStaff'
  | 'cancelledByCustomer';

export type OrderEvent =
  | { readonly kind: 'send' }
  /** The operator certainly does not have it: it answered "no such order", or could make nothing of it. */
  | { readonly kind: 'notReceived' }
  /** It never got there, for a reason that is about the way and not about this order: no attempt was made. */
  | { readonly kind: 'notSent' }
  | { readonly kind: 'accepted'; readonly operatorId: string }
  | { readonly kind: 'completed'; readonly operatorId: string }
  | { readonly kind: 'rejected'; readonly reason: OrderReason }
  | { readonly kind: 'giveUp'; readonly reason: OrderReason }
  | { readonly kind: 'requeue' }
  | { readonly kind: 'cancel'; readonly reason: OrderReason };

export interface OrderProgress {
  readonly state: OrderState;
  readonly reason: OrderReason | null;
  readonly operatorId: string | null;
  /** How often it was sent and may have got there. */
  readonly attempts: number;
  /** It was sent, and no answer has said yet what became of it. */
  readonly outcomeUnknown: boolean;
}

export const newOrder: OrderProgress = {
  state: 'queued',
  reason: null,
  operatorId: null,
  attempts: 0,
  outcomeUnknown: false,
};

/** No event moves an order on from here. */
export function isFinal(state: OrderState): boolean {
  return state === 'completed' || state === 'rejected' || state === 'cancelled';
}

/**
 * The order after the event, or `null` when the diagram has no such arrow: the caller is then mistaken about the
 * state, and nothing may be stored. An answer that repeats what is known changes nothing and is no mistake,
 * because operators send the same answer twice.
 */
export function advanceOrder(order: OrderProgress, event: OrderEvent): OrderProgress | null {
  const { state, outcomeUnknown } = order;
  switch (event.kind) {
    case 'send':
      if (state !== 'queued') return null;
      return { ...order, state: 'sending', attempts: order.attempts + 1, outcomeUnknown: true };
    case 'notReceived':
      return outcomeUnknown ? { ...order, state: 'queued', reason: null, outcomeUnknown: false } : null;
    case 'notSent':
      if (state !== 'sending') return null;
      return {
        ...order,
        state: 'queued',
        attempts: Math.max(0, order.attempts - 1),
        outcomeUnknown: false,
      };
    case 'accepted':
      if (outcomeUnknown) return answered(order, 'accepted', null, event.operatorId);
      return repeats(order, ['accepted', 'completed'], event.operatorId) ? order : null;
    case 'completed':
      if (outcomeUnknown || state === 'accepted') return answered(order, 'completed', null, event.operatorId);
      return repeats(order, ['completed'], event.operatorId) ? order : null;
    case 'rejected':
      if (outcomeUnknown || state === 'accepted')
        return answered(order, 'rejected', event.reason, order.operatorId);
      return state === 'rejected' ? order : null;
    case 'giveUp':
      if (state !== 'queued' && state !== 'sending') return null;
      return { ...order, state: 'parked', reason: event.reason };
    case 'requeue':
      if (state !== 'parked') return null;
      return { ...order, state: outcomeUnknown ? 'sending' : 'queued', reason: null, attempts: 0 };
    case 'cancel':
      if (outcomeUnknown || (state !== 'queued' && state !== 'parked')) return null;
      return { ...order, state: 'cancelled', reason: event.reason };
  }
}

function answered(
  order: OrderProgress,
  state: 'accepted' | 'completed' | 'rejected',
  reason: OrderReason | null,
  operatorId: string | null,
): OrderProgress {
  return { ...order, state, reason, operatorId, outcomeUnknown: false };
}

function repeats(order: OrderProgress, states: readonly OrderState[], operatorId: string): boolean {
  return states.includes(order.state) && order.operatorId === operatorId;
}
