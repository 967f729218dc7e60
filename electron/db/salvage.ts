/**
 * Reads of a damaged database what can still be read. A page that is damaged costs the rows that lie on it: they are
 * passed over, and reading goes on behind them.
 */
import { openReader, StorageFailure, type CacheReader, type Row, type SqlParameter } from './connection';
import { integerOf, textOf } from './row';

export interface DamagedDatabase {
  /** `null`: what lies there cannot be read. */
  readonly all: (sql: string, parameters?: readonly SqlParameter[]) => Promise<readonly Row[] | null>;
  readonly close: () => Promise<void>;
}

/** Opens on first use; opens anew after each damage, because a connection that met one trusts no page any more. */
export function openDamaged(file: string, keyHex: string): DamagedDatabase {
  let connection: CacheReader | null = null;
  return {
    async all(sql, parameters) {
      try {
        connection ??= await connected(file, keyHex);
        return await connection.all(sql, parameters);
      } catch (error) {
        if (!(error instanceof StorageFailure)) throw error;
        await connection?.close().catch(() => undefined);
        connection = null;
        return null;
      }
    },
    async close() {
      await connection?.close().catch(() => undefined);
      connection = null;
    },
  };
}

async function connected(file: string, keyHex: string): Promise<CacheReader> {
  const opened = await openReader({ file, keyHex });
  if (!opened.ok) throw new TypeError(`The driver that wrote the file refuses it: ${opened.error}.`);
  return opened.handle;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** What its rows are ordered by. */
  readonly key: readonly string[];
  readonly isByRowid: boolean;
}

/** `null`: even the list of tables cannot be read. */
export async function readTables(damaged: DamagedDatabase): Promise<readonly Table[] | null> {
  const rows = await damaged.all(
    `SELECT listed.name AS name, listed.wr AS without_rowid, info.name AS column_name, info.pk AS place_in_key
     FROM pragma_table_list AS listed CROSS JOIN pragma_table_info(listed.name) AS info
     WHERE listed.schema = 'main' AND listed.type = 'table' AND listed.name NOT LIKE 'sqlite@_%' ESCAPE '@'
     ORDER BY listed.name, info.cid`,
  );
  if (rows === null) return null;
  const names = [...new Set(rows.map((row) => textOf(row, 'name')))];
  return names.map((name) => {
    const columns = rows.filter((row) => row['name'] === name);
    const isByRowid = columns.every((row) => integerOf(row, 'without_rowid') === 0);
    const key = columns
      .filter((row) => integerOf(row, 'place_in_key') > 0)
      .sort((a, b) => integerOf(a, 'place_in_key') - integerOf(b, 'place_in_key'));
    return {
      name,
      columns: columns.map((row) => textOf(row, 'column_name')),
      key: isByRowid ? ['rowid'] : key.map((row) => textOf(row, 'column_name')),
      isByRowid,
    };
  });
}

const mostRowsAtOnce = 100;

/**
 * Hands over the rows of a table, some at a time; each has the table's columns.
 *
 * @param after of a table by rowid: what comes up to there is left out
 * @returns whether every row could be read
 */
export async function salvageRows(
  damaged: DamagedDatabase,
  table: Table,
  take: (rows: readonly Row[]) => Promise<void>,
  after = 0,
): Promise<boolean> {
  return table.isByRowid ? salvageByRowid(damaged, table, take, after) : salvageByKey(damaged, table, take);
}

function listed(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}

async function salvageByRowid(
  damaged: DamagedDatabase,
  { name, columns }: Table,
  take: (rows: readonly Row[]) => Promise<void>,
  after: number,
): Promise<boolean> {
  const rowidFrom = (from: number) =>
    damaged.all(`SELECT rowid AS "@rowid" FROM "${name}" WHERE rowid >= ? ORDER BY rowid LIMIT 1`, [from]);
  let last = after;
  let limit = mostRowsAtOnce;
  let isWhole = true;
  for (;;) {
    const rows = await damaged.all(
      `SELECT rowid AS "@rowid", ${listed(columns)} FROM "${name}" WHERE rowid > ? ORDER BY rowid LIMIT ?`,
      [last, limit],
    );
    if (rows !== null) {
      const end = rows.at(-1);
      if (end === undefined) return isWhole;
      await take(rows);
      last = integerOf(end, '@rowid');
      limit = Math.min(mostRowsAtOnce, limit * 2);
    } else if (limit > 1) {
      limit = Math.floor(limit / 4) || 1;
    } else {
      isWhole = false;
      const next = await firstReadable(rowidFrom, last + 1);
      if (next === null) return false;
      // A row that is found and yet cannot be read lies partly on a damaged page: it is passed over.
      last = next.isBehindDamage ? next.rowid - 1 : next.rowid;
    }
  }
}

/** Where reading can go on, by trying ever farther and then halving back; `null`: nowhere. */
async function firstReadable(
  rowidFrom: (from: number) => Promise<readonly Row[] | null>,
  from: number,
): Promise<{ readonly rowid: number; readonly isBehindDamage: boolean } | null> {
  let damagedAt = from - 1;
  let probe = from;
  let found = await rowidFrom(probe);
  for (let step = 1; found === null && probe < Number.MAX_SAFE_INTEGER / 2; step *= 2) {
    damagedAt = probe;
    probe += step;
    found = await rowidFrom(probe);
  }
  while (found !== null && probe - damagedAt > 1) {
    const middle = Math.floor((damagedAt + probe) / 2);
    const between = await rowidFrom(middle);
    if (between === null) {
      damagedAt = middle;
    } else {
      probe = middle;
      found = between;
    }
  }
  const [row] = found ?? [];
  return row === undefined ? null : { rowid: integerOf(row, '@rowid'), isBehindDamage: probe > from };
}

/** Keys of any kind cannot be guessed: from the start up to the damage, and from the end back to it. */
async function salvageByKey(
  damaged: DamagedDatabase,
  { name, columns, key }: Table,
  take: (rows: readonly Row[]) => Promise<void>,
): Promise<boolean> {
  const isWhole = await walk('>', 'ASC');
  if (!isWhole) await walk('<', 'DESC');
  return isWhole;

  async function walk(beyond: '>' | '<', direction: 'ASC' | 'DESC'): Promise<boolean> {
    const order = key.map((column) => `"${column}" ${direction}`).join(', ');
    let last: Row | null = null;
    let limit = mostRowsAtOnce;
    for (;;) {
      const where: string =
        last === null ? '' : `WHERE (${listed(key)}) ${beyond} (${key.map(() => '?').join(', ')})`;
      const rows = await damaged.all(
        `SELECT ${listed(columns)} FROM "${name}" ${where} ORDER BY ${order} LIMIT ?`,
        [...(last === null ? [] : valuesOf(last, key)), limit],
      );
      if (rows !== null) {
        const end = rows.at(-1);
        if (end === undefined) return true;
        await take(rows);
        last = end;
      } else if (limit > 1) {
        limit = Math.floor(limit / 4) || 1;
      } else {
        return false;
      }
    }
  }
}

export function valuesOf(row: Row, columns: readonly string[]): readonly SqlParameter[] {
  return columns.map((column) => row[column] ?? null);
}
