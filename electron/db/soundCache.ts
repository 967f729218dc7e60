/**
 * The cache as the program opens it: held alone, looked at for damage, repaired where it can be. One folder serves one
 * program; a second one, also of another profile, is refused.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  databaseFileOf,
  failed,
  guarded,
  openCacheReader,
  openCacheWriter,
  type CacheLocation,
  type CacheResult,
} from './cache';
import { lockFile, type CacheReader, type CacheWriter, type Outlives } from './connection';
import { finishRepair, isMarkedDamaged, repairCache } from './repairCache';
import type { Repair } from './repairs';
import { openDamaged, readTables } from './salvage';

export interface SoundCache {
  readonly reader: CacheReader;
  readonly writer: CacheWriter;
  /** What was repaired just now. */
  readonly repaired: Repair | null;
  readonly close: () => Promise<void>;
}

/** @param now epoch milliseconds, for the name of a file that is set aside */
export async function openSoundCache(
  location: CacheLocation,
  outlives: Outlives,
  now: () => number,
): Promise<CacheResult<SoundCache>> {
  const held = await holdCache(location);
  if (!held.ok) return held;
  const lock = held.value;
  return guarded(location, async () => {
    const opened = await openRepaired(location, outlives, now).catch(async (error: unknown) => {
      await lock.release();
      throw error;
    });
    if (!opened.ok) {
      await lock.release();
      return opened;
    }
    const { reader, writer, repaired } = opened.value;
    const close = async () => {
      await reader.close();
      await writer.close();
      await lock.release();
    };
    return { ok: true, value: { reader, writer, repaired, close } };
  });
}

/** Holds a cache's folder against every other program that would write it, until `release`; `BUSY`: one holds it. */
export function holdCache(
  location: CacheLocation,
): Promise<CacheResult<{ readonly release: () => Promise<void> }>> {
  const { folder } = location;
  return guarded(location, async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => undefined);
    const lock = await lockFile(join(folder, 'comptoir.lock'));
    return lock === null ? failed('BUSY', folder) : { ok: true, value: lock };
  });
}

type OpenedCache = Omit<SoundCache, 'close'>;

async function openRepaired(
  location: CacheLocation,
  outlives: Outlives,
  now: () => number,
): Promise<CacheResult<OpenedCache>> {
  const { folder } = location;
  await finishRepair(folder);
  if (!(await isMarkedDamaged(folder)) && !(await hasDamagedEnds(location))) {
    const opened = await openBoth(location, outlives);
    if (opened.ok) return { ok: true, value: { ...opened.value, repaired: null } };
    if (opened.error.code !== 'DAMAGED') return opened;
  }
  const repaired = await repairCache(location, now());
  if (!repaired.ok) return repaired;
  const opened = await openBoth(location, outlives);
  return opened.ok ? { ok: true, value: { ...opened.value, repaired: repaired.value } } : opened;
}

async function openBoth(
  location: CacheLocation,
  outlives: Outlives,
): Promise<CacheResult<Omit<OpenedCache, 'repaired'>>> {
  const writer = await openCacheWriter(location, outlives);
  if (!writer.ok) return writer;
  const reader = await openCacheReader(location);
  if (reader.ok) return { ok: true, value: { reader: reader.value, writer: writer.value } };
  await writer.value.close();
  return reader;
}

/**
 * Looks at both ends of every table of a database that opens, which takes a few pages of each. What does not open is
 * told by opening it.
 */
async function hasDamagedEnds({ folder, keyHex }: CacheLocation): Promise<boolean> {
  const database = openDamaged(databaseFileOf(folder), keyHex);
  try {
    const tables = (await readTables(database)) ?? [];
    for (const { name, key } of tables) {
      for (const direction of ['ASC', 'DESC']) {
        const order = key.map((column) => `"${column}" ${direction}`).join(', ');
        const rows = await database.all(`SELECT * FROM "${name}" ORDER BY ${order} LIMIT 1`);
        if (rows === null) return true;
      }
    }
    return false;
  } finally {
    await database.close();
  }
}
