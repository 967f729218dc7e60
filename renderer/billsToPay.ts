import type { BillView } from '../shared/view/customerView';

/** What can be paid here: an amount that is known and more than nothing, and not paid yet. */
export function isToPay({ status, amount }: BillView): boolean {
  return status !== 'paid' && amount.amount !== null && amount.amount > 0;
}
