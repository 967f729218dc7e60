import Type from 'typebox';
import type { StaffDocument } from '../../domain/feedDocument';
import { nothing, request } from './request';

export const login = Type.String({ minLength: 1, maxLength: 100 });
/** Long enough for a passphrase, short enough to cost nothing. */
export const password = Type.String({ minLength: 1, maxLength: 200 });

/** What a password must have that is chosen here. */
export const leastPasswordLength = 10;

export const staffRequests = {
  'staff:session': nothing,
  'staff:signIn': request({ login, password }),
  'staff:signOut': nothing,
  'staff:lock': request({ cause: Type.Union([Type.Literal('key'), Type.Literal('idle')]) }),
  'staff:unlock': request({ password }),
  /** Makes the supervisor of a device that knows no staff yet, and signs them in. */
  'staff:setUp': request({
    login: Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{1,39}$' }),
    name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }),
    password: Type.String({ minLength: leastPasswordLength, maxLength: 200 }),
  }),
} as const;

export interface StaffAnswers {
  'staff:session': StaffState;
  'staff:signIn': SignInAnswer;
  'staff:signOut': StaffState;
  'staff:lock': StaffState;
  'staff:unlock': SignInAnswer;
  /** `null`: the device is not new any more. */
  'staff:setUp': StaffState | null;
}

export interface StaffEvents {
  'staff:changed': StaffState;
}

export type StaffRole = StaffDocument['role'];

export interface StaffMember {
  readonly login: string;
  readonly name: string;
  readonly role: StaffRole;
}

export interface Colleague {
  readonly login: string;
  readonly name: string;
}

/**
 *   signedOut ──signIn, setUp──▶ signedIn ──lock──▶ locked
 *       ▲                        │  ▲                 │ │
 *       └──signOut, ended────────┘  └─────unlock──────┘ │
 *       └──signOut, ended───────────────────────────────┘    signIn as somebody else leads from each to signedIn
 */
export type StaffState =
  | {
      readonly kind: 'signedOut';
      /** Nobody can sign in yet: the feed has named no staff, and nobody has set up this device. */
      readonly needsSetUp: boolean;
      /** Who signed in here lately and still may, the latest first. */
      readonly recent: readonly Colleague[];
      /** Why the last session came to its end by itself. */
      readonly ended: SessionEnd | null;
    }
  | {
      readonly kind: 'signedIn';
      readonly member: StaffMember;
      /** ISO 8601 UTC: without contact with the feed the session ends then; `null`: not within hours. */
      readonly endsSoonAt: string | null;
    }
  | { readonly kind: 'locked'; readonly member: StaffMember; readonly recent: readonly Colleague[] };

export type SessionEnd =
  /** The feed says that the login is disabled, or names it no more. */
  | 'disabled'
  /** The feed did not answer for too long. */
  | 'contactTooOld'
  /** The feed has named the staff: who set up the device is not needed any more. */
  | 'staffArrived';

export type SignInAnswer =
  | { readonly kind: 'signedIn'; readonly state: StaffState }
  /** Unknown login or wrong password, which are not told apart; zero: it may be tried again at once. */
  | { readonly kind: 'refused'; readonly retryAfterSeconds: number }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number }
  /** The password is right, and the login is disabled. */
  | { readonly kind: 'disabled' }
  /** The feed did not answer for too long to trust what is known of the staff. */
  | { readonly kind: 'contactTooOld' };
