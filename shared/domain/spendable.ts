import type { Bucket } from './feedDocument';

/** What the operator holds of a bucket: a part of its amount, never more than it. */
export function heldAmount(bucket: Pick<Bucket, 'amount' | 'reserved'>): number {
  return Math.min(bucket.reserved ?? 0, Math.max(bucket.amount, 0));
}

/** What of a bucket can be spent: its amount less what is held (TMF654: `remainingValue` and `reservedValue`). */
export function spendableAmount(bucket: Pick<Bucket, 'amount' | 'reserved'>): number {
  return bucket.amount - heldAmount(bucket);
}
