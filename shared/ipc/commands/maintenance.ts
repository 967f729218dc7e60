/** How staff leave the kiosk for a while: the hidden door, and what is possible behind it. */
import { nothing, request } from './request';
import { login, password } from './staff';

export const maintenanceRequests = {
  'maintenance:state': nothing,
  /** A supervisor's login and password. */
  'maintenance:enter': request({ login, password }),
  'maintenance:end': nothing,
  /** Ends the program. */
  'maintenance:quit': nothing,
} as const;

export interface MaintenanceAnswers {
  'maintenance:state': MaintenanceState;
  'maintenance:enter': MaintenanceAnswer;
  'maintenance:end': MaintenanceState;
  'maintenance:quit': null;
}

export interface MaintenanceEvents {
  'maintenance:changed': MaintenanceState;
}

/** `secondsLeft`: until the kiosk locks itself again. */
export type MaintenanceState =
  { readonly kind: 'locked' } | { readonly kind: 'open'; readonly by: string; readonly secondsLeft: number };

/** How it came to its end: by whoever was there, by time, or with the program. */
export type MaintenanceEnd = 'staff' | 'time' | 'quit';

export type MaintenanceAnswer =
  | { readonly kind: 'opened'; readonly state: MaintenanceState }
  /** Not the login and password of a supervisor; zero: it may be tried again at once. */
  | { readonly kind: 'refused'; readonly retryAfterSeconds: number }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number }
  /** The feed did not answer for too long to trust what is known of the staff. */
  | { readonly kind: 'contactTooOld' };
