/** How a customer alone at the kiosk shows who they are. No answer tells whether a number exists. */
import Type from 'typebox';
import { msisdnSchema } from '../../domain/msisdnSchema';
import type { CustomerView } from '../../view/customerView';
import { language, nothing, request } from './request';

const query = Type.String({ minLength: 1, maxLength: 60 });
export const pin = Type.String({ pattern: '^\\d{4,8}$' });

/** Digits of a code by SMS. */
export const smsCodeLength = 6;

export const identityRequests = {
  'identity:ways': nothing,
  'identity:identify': request({ query, pin, language }),
  'identity:sendCode': request({ query, language }),
  'identity:confirmCode': request({ code: Type.String({ pattern: `^\\d{${smsCodeLength}}$` }), language }),
  /** In training only: straight to one of the demo numbers. */
  'identity:openDemo': request({ msisdn: msisdnSchema, language }),
} as const;

export interface IdentityAnswers {
  'identity:ways': IdentityWays;
  'identity:identify': IdentityAnswer;
  'identity:sendCode': SentCodeAnswer;
  'identity:confirmCode': IdentityAnswer | { readonly kind: 'codeDead' | 'unavailable' };
  'identity:openDemo': CustomerView;
}

export interface IdentityEvents {
  /** In training: an SMS that the built-in operator has sent, which no telephone shows. */
  'training:smsSent': { readonly text: string };
}

export interface IdentityWays {
  /** A PIN can always be tried; a code can be sent only while the operator can be reached. */
  readonly sms: boolean;
}

export type IdentityAnswer =
  | { readonly kind: 'opened'; readonly view: CustomerView }
  /** Whatever was wrong; zero: it may be tried again at once. */
  | { readonly kind: 'refused'; readonly retryAfterSeconds: number }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number };

export type SentCodeAnswer =
  /** Also for a number that gets none. */
  | { readonly kind: 'sent'; readonly resendAfterSeconds: number; readonly validForSeconds: number }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number }
  | { readonly kind: 'unavailable' };
