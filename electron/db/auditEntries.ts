/** The log of who did what: entries are added at its end and never changed. What makes that sure is the service's. */
import type { Queries, Row, Transaction } from './connection';
import { blobOf, integerOf, nullableIntegerOf, textOf } from './row';

export interface AuditEntry {
  /** One, two, three and so on, without a gap. */
  readonly number: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  /** What it was done to, such as the id of an order. */
  readonly subject: string;
  /** JSON text. */
  readonly details: string;
}

export interface SealedEntry extends AuditEntry {
  readonly seal: Buffer;
}

/** Where the log ends; `null` for a log that was never written to. */
export interface AuditEnd {
  readonly entries: number;
  readonly seal: Buffer;
}

export async function insertAuditEntry(
  transaction: Transaction,
  { number, at, actor, action, subject, details, seal }: SealedEntry,
): Promise<void> {
  await transaction.run(
    'INSERT INTO audit (number, at, actor, action, subject, details, seal) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [number, at, actor, action, subject, details, seal],
  );
}

export async function writeAuditEnd(transaction: Transaction, { entries, seal }: AuditEnd): Promise<void> {
  await transaction.run('INSERT OR REPLACE INTO audit_end (id, entries, seal) VALUES (1, ?, ?)', [
    entries,
    seal,
  ]);
}

/** What the next entry follows. */
export interface AuditTail {
  /** How many entries there are by what says where the log ends. */
  readonly entries: number;
  /** Of the last of them itself; `null` without any, or when it is gone. */
  readonly lastSeal: Buffer | null;
  /** Of what says where the log ends; `null`: nothing does. */
  readonly endSeal: Buffer | null;
}

export async function readAuditTail(queries: Queries): Promise<AuditTail> {
  const row = await queries.get(
    `SELECT entries, audit.seal AS seal, audit_end.seal AS end_seal
     FROM audit_end LEFT JOIN audit ON audit.number = audit_end.entries`,
  );
  if (row === undefined) return { entries: 0, lastSeal: null, endSeal: null };
  return {
    entries: integerOf(row, 'entries'),
    lastSeal: row['seal'] === null ? null : blobOf(row, 'seal'),
    endSeal: blobOf(row, 'end_seal'),
  };
}

export async function findAuditEntry(queries: Queries, number: number): Promise<SealedEntry | null> {
  const row = await queries.get('SELECT * FROM audit WHERE number = ?', [number]);
  return row === undefined ? null : entryOf(row);
}

/** The last entry by its place and seal, in hex; `null` for an empty log. */
export async function readAuditHead(queries: Queries): Promise<{ entries: number; seal: string } | null> {
  const row = await queries.get('SELECT number, seal FROM audit ORDER BY number DESC LIMIT 1');
  return row === undefined
    ? null
    : { entries: integerOf(row, 'number'), seal: blobOf(row, 'seal').toString('hex') };
}

/** Those after `number`, in their order. */
export async function findAuditEntriesAfter(
  queries: Queries,
  number: number,
  limit: number,
): Promise<readonly SealedEntry[]> {
  const rows = await queries.all('SELECT * FROM audit WHERE number > ? ORDER BY number LIMIT ?', [
    number,
    limit,
  ]);
  return rows.map(entryOf);
}

/** What is there at one moment, whoever else is writing. */
export interface AuditExtent {
  /** How many entries there are. */
  readonly entries: number;
  /** The number of the last one; zero without any. */
  readonly last: number;
  /** `null`: nothing says where the log ends. */
  readonly end: AuditEnd | null;
  /** Whether there are orders: each has its entry. */
  readonly hasOrders: boolean;
}

export async function readAuditExtent(queries: Queries): Promise<AuditExtent> {
  const row = await queries.get(
    `SELECT (SELECT count(*) FROM audit) AS entries, coalesce((SELECT max(number) FROM audit), 0) AS last,
       EXISTS (SELECT 1 FROM orders) AS has_orders,
       (SELECT entries FROM audit_end) AS end_entries, (SELECT seal FROM audit_end) AS end_seal`,
  );
  if (row === undefined) throw new TypeError('A question without a table has one answer.');
  return {
    entries: integerOf(row, 'entries'),
    last: integerOf(row, 'last'),
    end:
      row['end_seal'] === null
        ? null
        : { entries: integerOf(row, 'end_entries'), seal: blobOf(row, 'end_seal') },
    hasOrders: integerOf(row, 'has_orders') === 1,
  };
}

export interface AuditFilter {
  /** As it is stored, such as `staff:k.yao`. */
  readonly actor: string | null;
  /** The part of the action before its colon, such as `customer`. */
  readonly noun: string | null;
  /** E.164 digits of whom it is about. */
  readonly msisdn: string | null;
  /** Epoch milliseconds, the first that counts; `null`: from the beginning. */
  readonly from: number | null;
}

/** Newest first, of those before `number`. */
export async function findAuditEntriesBefore(
  queries: Queries,
  { actor, noun, msisdn, from }: AuditFilter,
  number: number,
  limit: number,
): Promise<readonly SealedEntry[]> {
  const rows = await queries.all(
    `SELECT * FROM audit
     WHERE number < ?1
       AND (?2 IS NULL OR actor = ?2)
       AND (?3 IS NULL OR action GLOB ?3 || ':*')
       AND (?4 IS NULL OR subject = 'subscriber:' || ?4 OR details ->> 'msisdn' = ?4)
       AND (?5 IS NULL OR at >= ?5)
     ORDER BY number DESC LIMIT ?6`,
    [number, actor, noun, msisdn, from, limit],
  );
  return rows.map(entryOf);
}

/** Everybody who ever did something, in alphabetical order. */
export async function findAuditActors(queries: Queries): Promise<readonly string[]> {
  const rows = await queries.all('SELECT DISTINCT actor FROM audit ORDER BY actor');
  return rows.map((row) => textOf(row, 'actor'));
}

/** What actions are about, in alphabetical order. */
export async function findAuditNouns(queries: Queries): Promise<readonly string[]> {
  const rows = await queries.all(
    `SELECT DISTINCT substr(action, 1, instr(action, ':') - 1) AS noun FROM audit WHERE instr(action, ':') > 1
     ORDER BY noun`,
  );
  return rows.map((row) => textOf(row, 'noun'));
}

/** From `since` on, epoch milliseconds. @param action such as `customer:lookedUp` */
export async function countAuditEntriesOf(
  queries: Queries,
  action: string,
  since: number,
): Promise<{ readonly entries: number; readonly last: number | null }> {
  const row = await queries.get(
    'SELECT count(*) AS entries, max(number) AS last FROM audit WHERE action = ? AND at >= ?',
    [action, since],
  );
  return row === undefined
    ? { entries: 0, last: null }
    : { entries: integerOf(row, 'entries'), last: nullableIntegerOf(row, 'last') };
}

function entryOf(row: Row): SealedEntry {
  return {
    number: integerOf(row, 'number'),
    at: integerOf(row, 'at'),
    actor: textOf(row, 'actor'),
    action: textOf(row, 'action'),
    subject: textOf(row, 'subject'),
    details: textOf(row, 'details'),
    seal: blobOf(row, 'seal'),
  };
}
