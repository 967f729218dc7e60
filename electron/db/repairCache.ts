/**
 * Replaces a damaged database by a new one with all that can still be read of what no feed brings again. The damaged
 * file is never deleted here: it is set aside, and subscribers and ledgers are taken over from it later, while the
 * program runs (restoreKnown.ts).
 *
 *   comptoir.db damaged ─read─→ .new-….db ─whole─→ comptoir.rebuilt-T.db
 *   comptoir.db ─→ comptoir.damaged-T.db,  then  comptoir.rebuilt-T.db ─→ comptoir.db
 *
 * Cut off before the rebuilt file is there, it begins anew; cut off after, the next start only moves the files.
 */
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beginAnew, readCheckpoint } from './checkpoint';
import { databaseFileOf, exists, failed, makeDatabase, type CacheLocation, type CacheResult } from './cache';
import { StorageFailure, type Row, type Transaction } from './connection';
import { insertRepair, type Repair } from './repairs';
import { openDamaged, readTables, salvageRows, valuesOf, type DamagedDatabase, type Table } from './salvage';

/** What the feed and the operator bring again, or what would be wrong in a database that begins anew. */
const broughtAgain: readonly string[] = ['tombstones', 'quarantine', 'checkpoint', 'live_sections'];
/** What is taken over while the program runs: there can be millions. */
export const restoredLater: readonly string[] = ['subscribers', 'ledger'];

const damagedName = /^comptoir\.damaged-(.+)\.db$/;
const rebuiltName = /^comptoir\.rebuilt-(.+)\.db$/;
const mostSetAside = 2;

function markerOf(folder: string): string {
  return `${databaseFileOf(folder)}.damaged`;
}

/** So that the next start repairs, whatever it sees itself. */
export async function markDamaged(folder: string): Promise<void> {
  await writeFile(markerOf(folder), '', { mode: 0o600 });
}

export function isMarkedDamaged(folder: string): Promise<boolean> {
  return exists(markerOf(folder));
}

/**
 * To be called by whoever holds the cache alone.
 *
 * @param now epoch milliseconds
 * @returns `DAMAGED` when not even the list of tables can be read: then somebody has to decide
 */
export async function repairCache(location: CacheLocation, now: number): Promise<CacheResult<Repair>> {
  const { folder, keyHex } = location;
  const damaged = openDamaged(databaseFileOf(folder), keyHex);
  try {
    const tables = await readTables(damaged);
    if (tables === null) return failed('DAMAGED', folder);
    const stamp = new Date(now).toISOString().replaceAll(':', '-');
    const lost: string[] = [];
    const setAside = `comptoir.damaged-${stamp}.db`;
    const made = await makeDatabase(
      location,
      join(folder, `comptoir.rebuilt-${stamp}.db`),
      async (writer) => {
        for (const table of tables.filter(
          ({ name }) => ![...broughtAgain, ...restoredLater].includes(name),
        )) {
          const isWhole = await copyRows(damaged, table, (work) => writer.transaction(work));
          if (!isWhole) lost.push(table.name);
        }
        const checkpoint = await readable(readCheckpoint(readingOnly(damaged)));
        await writer.transaction(async (transaction) => {
          await beginAnew(transaction, checkpoint);
          await mendAuditEnd(transaction);
          await insertRepair(transaction, { at: now, setAside, lost, restored: false });
        });
      },
    );
    if (!made.ok) return made;
    await damaged.close();
    await finishRepair(folder);
    return { ok: true, value: { at: now, setAside, lost, restored: false } };
  } finally {
    await damaged.close();
  }
}

/** Puts a rebuilt database in place, where one is ready. */
export async function finishRepair(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const rebuilt = names
    .filter((name) => rebuiltName.test(name))
    .sort()
    .at(-1);
  if (rebuilt === undefined) return;
  const file = databaseFileOf(folder);
  const setAside = join(folder, rebuilt.replace('rebuilt', 'damaged'));
  for (const part of ['-wal', '-shm', '']) {
    if (await exists(file + part)) await rename(file + part, setAside + part);
  }
  await rm(markerOf(folder), { force: true });
  await rename(join(folder, rebuilt), file);
  await removeSetAside(folder, -Infinity);
}

/** Removes damaged files that were set aside before then, and the oldest where there are more than two. */
export async function removeSetAside(folder: string, before: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => damagedName.test(name)).sort();
  for (const [place, name] of names.entries()) {
    const { mtimeMs } = await stat(join(folder, name));
    if (place >= names.length - mostSetAside && mtimeMs >= before) continue;
    for (const part of ['', '-wal', '-shm']) await rm(join(folder, name + part), { force: true });
  }
}

/**
 * Copies the rows of a table that can be read, some in each transaction. Rows that are there already stay.
 *
 * @returns whether every row could be read
 */
export async function copyRows(
  damaged: DamagedDatabase,
  table: Table,
  transact: (work: (transaction: Transaction) => Promise<void>) => Promise<void>,
  after?: number,
): Promise<boolean> {
  // Documents of the feed that were stored before any pass: the first one replaces them.
  const columns = table.columns.filter((column) => column !== 'pass');
  const names = [...columns, ...(columns.length < table.columns.length ? ['pass'] : [])];
  const into = `INSERT OR IGNORE INTO "${table.name}" (${names.map((name) => `"${name}"`).join(', ')})`;
  const one = `(${names.map((name) => (name === 'pass' ? '0' : '?')).join(', ')})`;
  const most = Math.max(1, Math.floor(900 / columns.length));
  return salvageRows(
    damaged,
    table,
    (rows) =>
      transact(async (transaction) => {
        for (let from = 0; from < rows.length; from += most) {
          const some: readonly Row[] = rows.slice(from, from + most);
          await transaction.run(
            `${into} VALUES ${some.map(() => one).join(', ')}`,
            some.flatMap((row) => valuesOf(row, columns)),
          );
        }
      }),
    after,
  );
}

/** Where the end of the log was lost, it goes on behind the last entry that was saved; verifying finds the gap ever after. */
async function mendAuditEnd(transaction: Transaction): Promise<void> {
  await transaction.run(
    `INSERT OR IGNORE INTO audit_end (id, entries, seal)
     SELECT 1, max(number), zeroblob(32) FROM audit HAVING count(*) > 0`,
  );
}

function readingOnly(damaged: DamagedDatabase) {
  const all = async (sql: string) => {
    const rows = await damaged.all(sql);
    if (rows === null) throw new StorageFailure('DAMAGED', 'unreadable');
    return rows;
  };
  return { all, get: async (sql: string) => (await all(sql))[0] };
}

async function readable<Value>(reading: Promise<Value>): Promise<Value | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof StorageFailure) return null;
    throw error;
  }
}
