/** A closed cache with what no feed brings again: orders on their way, and the log of them. */
import { createAuditLog } from '../../electron/services/audit';
import { storeOrder } from '../../electron/services/orderRecords';
import { usualOrderLimits } from '../../shared/domain/orderSettings';
import { passFor } from './outboxRun';
import { syncOnce } from './syncRun';
import { openTestCache, testKeyHex } from './testCache';

/** How many, each with its entry in the log. */
export const orders = 60;

/** @param url of a feed that fills it; `null`: it knows no subscriber */
export async function fillShop(folder: string, url: string | null): Promise<{ readonly folder: string }> {
  const cache = await openTestCache(folder);
  if (url !== null) await syncOnce(cache, url);
  const records = {
    writer: cache.writer,
    audit: createAuditLog(testKeyHex),
    limits: usualOrderLimits,
    now: Date.now,
  };
  for (let count = 0; count < orders; count += 1) {
    await storeOrder(records, passFor(String(2250708000000 + count)), true);
  }
  await cache.close();
  return { folder };
}
