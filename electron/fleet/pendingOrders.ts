import { databaseFileOf, exists, openCacheReader, type CacheLocation } from '../db/cache';
import { StorageFailure } from '../db/connection';
import { countUnfinishedOrders } from '../db/orders';

export type PendingOrders =
  | { readonly ok: true; readonly count: number }
  /** There is a cache, and what is in it cannot be told. */
  | { readonly ok: false };

/** How many orders of a cache have not come to their end; of one that is not there, none. */
export async function countPendingOrders(location: CacheLocation): Promise<PendingOrders> {
  if (!(await exists(databaseFileOf(location.folder)))) return { ok: true, count: 0 };
  const opened = await openCacheReader(location);
  if (!opened.ok) return { ok: false };
  try {
    return { ok: true, count: await countUnfinishedOrders(opened.value) };
  } catch (problem) {
    if (!(problem instanceof StorageFailure)) throw problem;
    return { ok: false };
  } finally {
    await opened.value.close();
  }
}
