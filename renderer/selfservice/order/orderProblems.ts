/** What went wrong with an order, in words that are not a technician's or the counter's. */
import type { ErrorCode } from '../../../shared/ipc/contract';
import type { PlacementRefusal } from '../../../shared/ipc/commands/order';

export const orderProblems = {
  BAD_MSISDN: 'incomplete',
  NUMBERS_DIFFER: 'incomplete',
  NOT_POSSIBLE: 'moved',
  NOT_FOUND: 'notHere',
  NOT_ALLOWED: 'notHere',
  SIGN_IN_NEEDED: 'notHere',
  NO_CUSTOMER_OPEN: 'unavailable',
  BAD_REQUEST: 'unavailable',
  CACHE_UNAVAILABLE: 'unavailable',
  CANNOT_WRITE: 'unavailable',
  NOT_STARTED: 'unavailable',
  INTERNAL: 'unavailable',
} as const satisfies Record<ErrorCode, string>;

export const orderRefusals = {
  priceChanged: 'priceChanged',
  notPossible: 'notPossible',
  onlineOnly: 'onlineOnly',
  approvalNeeded: 'approval',
  approvalRefused: 'approval',
  approvalUnavailable: 'approval',
  tooManyWaiting: 'tooManyWaiting',
  tooMuchWaiting: 'tooMuchWaiting',
} as const satisfies Record<PlacementRefusal, string>;
