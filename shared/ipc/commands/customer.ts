import Type from 'typebox';
import { msisdnSchema } from '../../domain/msisdnSchema';
import type { UssdScreen } from '../../ussd/engine';
import type { CustomerView } from '../../view/customerView';
import { payerUses } from '../../view/payerUse';
import type { PayerView } from '../../view/payerView';
import { pin } from './identity';
import { language, nothing, request } from './request';

/** Why a member of staff looks a customer up. */
export const lookupReasons = ['request', 'order', 'complaint', 'handOff', 'other'] as const;

export type LookupReason = (typeof lookupReasons)[number];

export const customerRequests = {
  /** At the counter. */
  'customer:open': request({
    query: Type.String({ minLength: 1, maxLength: 60 }),
    reason: Type.Enum([...lookupReasons]),
    language,
  }),
  /** At the counter: whom the member of staff has opened since they signed in. */
  'customer:recent': nothing,
  'customer:reopen': request({
    handle: Type.Integer({ minimum: 1 }),
    reason: Type.Enum([...lookupReasons]),
    language,
  }),
  /** At the kiosk: another line of the customer who has identified themselves. */
  'customer:switchLine': request({ msisdn: msisdnSchema, language }),
  /** At the counter: the customer who is open shows with their PIN that they are there. */
  'customer:confirm': request({ pin }),
  'customer:render': request({ language }),
  'customer:close': nothing,
  /** Asks the operator's systems once more; what they say comes as `customer:changed`. */
  'customer:askAgain': nothing,
  'payer:ask': request({
    use: Type.Enum([...payerUses]),
    /** How much is to be paid for: seconds, messages or bytes. */
    due: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 })),
    language,
  }),
  'ussd:dial': request({
    /** What has been typed so far after #122#, for instance `1*2`; empty for the first screen. */
    path: Type.String({ maxLength: 200, pattern: '^[0-9*#]*$' }),
    language,
  }),
} as const;

export interface CustomerAnswers {
  'customer:open': CustomerView;
  'customer:recent': RecentCustomersAnswer;
  'customer:reopen': CustomerView;
  'customer:switchLine': CustomerView;
  'customer:confirm': ConfirmAnswer;
  'customer:render': CustomerView;
  'customer:close': null;
  'customer:askAgain': null;
  /** Refused as `NOT_ALLOWED` for a line that is not active. */
  'payer:ask': PayerView;
  'ussd:dial': UssdScreen;
}

export interface RecentCustomer {
  /** What `customer:reopen` takes in place of the number. */
  readonly handle: number;
  readonly numberMasked: string;
  /** Why they were opened last. */
  readonly reason: LookupReason;
  /** ISO 8601 UTC. */
  readonly at: string;
}

export interface RecentCustomersAnswer {
  /** The latest first. */
  readonly customers: readonly RecentCustomer[];
  /** Who was open when the counter was locked and has not been opened again: a handle. */
  readonly interrupted: number | null;
}

export type ConfirmAnswer =
  | { readonly kind: 'confirmed' }
  /** Zero: it may be tried again at once. */
  | { readonly kind: 'refused'; readonly retryAfterSeconds: number }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number };

export interface CustomerEvents {
  'customer:changed': CustomerView;
  /** The open customer is gone from the cache. */
  'customer:removed': null;
  /** There were so many lookups that the next is kept waiting so long. */
  'customer:slowed': { readonly ms: number };
}
