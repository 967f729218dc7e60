import { databaseFileOf, openCacheReader, type CacheLocation } from '../db/cache';
import { countUnfinishedOrders } from '../db/orders';
import { access } from 'node:fs/promises';

export type PendingOrders =
  | { readonly ok: true; readonly count: number }
  /** There is a cache, and what is in it cannot be told. */
  | { readonly ok: false };

/** How many orders of a cache have not come to their end; of one that is not there, none. */
export async function countPendingOrders(location: CacheLocation): Promise<PendingOrders> {
  const isThere = await access(databaseFileOf(location.folder)).then(
    () => true,
    () => false,
  );
  if (!isThere) return { ok: true, count: 0 };
  const opened = await openCacheReader(location);
  if (!opened.ok) return { ok: false };
  try {
    return { ok: true, count: await countUnfinishedOrders(opened.value) };
  } finally {
    await opened.value.close();
  }
}
