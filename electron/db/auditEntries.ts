/** The log of who did what: entries are added at its end and never changed. What makes that sure is the service's. */
import type { Queries, Row, Transaction } from './connection';
import { blobOf, integerOf, textOf } from './row';

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

export async function readAuditEnd(queries: Queries): Promise<AuditEnd | null> {
  const row = await queries.get('SELECT entries, seal FROM audit_end');
  return row === undefined ? null : { entries: integerOf(row, 'entries'), seal: blobOf(row, 'seal') };
}

export async function findAuditEntry(queries: Queries, number: number): Promise<SealedEntry | null> {
  const row = await queries.get('SELECT * FROM audit WHERE number = ?', [number]);
  return row === undefined ? null : entryOf(row);
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
