/** Takes subscribers and their ledgers over from a damaged file, so that the shop sees what is known before the feed. */
import { join } from 'node:path';
import type { CacheLocation } from './cache';
import type { CacheWriter } from './connection';
import { copyRows, restoredLater } from './repairCache';
import { findLastRepair, markRestored, type Repair } from './repairs';
import { integerOf } from './row';
import { openDamaged, readTables, type DamagedDatabase } from './salvage';

/**
 * Does nothing where nothing was repaired, or all is taken over already. Interrupted, it goes on where it was. To be
 * called before the feed is read: what the feed brings is newer.
 *
 * @returns the last repair, as it stands then
 */
export async function restoreKnown(
  { folder, keyHex }: CacheLocation,
  writer: CacheWriter,
  stop: AbortSignal,
): Promise<Repair | null> {
  const repair = await writer.transaction(findLastRepair);
  if (repair === null || repair.restored) return repair;
  const damaged = openDamaged(join(folder, repair.setAside), keyHex);
  // Once stopped, there is nothing more to be read of it.
  const untilStopped: DamagedDatabase = {
    ...damaged,
    all: (sql, parameters) => (stop.aborted ? Promise.resolve([]) : damaged.all(sql, parameters)),
  };
  try {
    const tables = (await readTables(untilStopped)) ?? [];
    for (const table of tables.filter(({ name }) => restoredLater.includes(name))) {
      const after = await writer.transaction(async (transaction) => {
        const row = await transaction.get(`SELECT coalesce(max(id), 0) AS last FROM "${table.name}"`);
        return row === undefined ? 0 : integerOf(row, 'last');
      });
      await copyRows(untilStopped, table, (work) => writer.transaction(work), after);
    }
    if (stop.aborted) return repair;
    await writer.transaction(markRestored);
    return { ...repair, restored: true };
  } finally {
    await damaged.close();
  }
}
