import type { CustomerStatus } from './feedDocument';

/**
 * Whether a line shows no more than its main account and expiry. Asked as "is it active", so that a status that is
 * ever added is restricted until somebody decides otherwise.
 */
export function isRestricted(status: CustomerStatus): status is Exclude<CustomerStatus, 'active'> {
  return status !== 'active';
}
