import type { SubscriberDocument } from '../../shared/domain/feedDocument';
import { validateFeedDocument } from '../../shared/domain/feedValidation';
import type { Queries, Transaction } from './connection';
import { decodeDocument } from './documentDecoder';
import type { Slice } from './documentEncoder';
import { blobOf, integerOf } from './row';

/** A subscriber to be stored; the document lies in the bytes of its batch. */
export interface SubscriberToPut {
  /** E.164 digits, as everywhere; stored as an integer, half the size. */
  readonly msisdn: string;
  readonly generation: number;
  readonly slice: Slice;
}

export interface StoredSubscriber {
  readonly generation: number;
  readonly pass: number;
  /** In its stored form: equal bytes are equal documents. */
  readonly bytes: Buffer;
}

export async function findSubscriber(queries: Queries, msisdn: string): Promise<SubscriberDocument | null> {
  const row = await queries.get('SELECT document FROM subscribers WHERE msisdn = ?', [Number(msisdn)]);
  return row === undefined ? null : subscriberOf(blobOf(row, 'document'));
}

/** Reads the stored form; `null` when this version of the program no longer takes it for a subscriber. */
export function subscriberOf(bytes: Buffer): SubscriberDocument | null {
  const read = validateFeedDocument(decodeDocument(bytes));
  return read.kind === 'valid' && read.document.type === 'subscriber' ? read.document : null;
}

/** Those of the numbers that are stored. */
export async function findStoredSubscribers(
  queries: Queries,
  msisdns: readonly string[],
): Promise<ReadonlyMap<string, StoredSubscriber>> {
  const rows = await queries.all(
    `SELECT stored.msisdn, stored.generation, stored.pass, stored.document
     FROM json_each(?) AS wanted CROSS JOIN subscribers AS stored ON stored.msisdn = wanted.value`,
    [`[${msisdns.join(',')}]`],
  );
  return new Map(
    rows.map((row) => [
      String(integerOf(row, 'msisdn')),
      {
        generation: integerOf(row, 'generation'),
        pass: integerOf(row, 'pass'),
        bytes: blobOf(row, 'document'),
      },
    ]),
  );
}

/**
 * Appends or replaces. The whole batch crosses into SQLite as two values: binding each column of each row would cost
 * the JavaScript side more than encoding the documents does.
 */
export async function putSubscribers(
  transaction: Transaction,
  subscribers: readonly SubscriberToPut[],
  bytes: Buffer,
  pass: number,
): Promise<void> {
  if (subscribers.length === 0) return;
  const places = subscribers.map(
    ({ msisdn, generation, slice }) => `[${msisdn},${generation},${slice.offset + 1},${slice.length}]`,
  );
  await transaction.run(
    `INSERT INTO subscribers (msisdn, generation, pass, document)
     SELECT value ->> 0, value ->> 1, ?3, substr(?2, value ->> 2, value ->> 3) FROM json_each(?1) WHERE true
     ON CONFLICT (msisdn) DO UPDATE
     SET generation = excluded.generation, pass = excluded.pass, document = excluded.document`,
    [`[${places.join(',')}]`, bytes, pass],
  );
}

/** Also forgets their ledgers: nothing of a subscriber who left the feed stays. Returns how many there were. */
export async function removeSubscribers(
  transaction: Transaction,
  msisdns: readonly string[],
): Promise<number> {
  if (msisdns.length === 0) return 0;
  const list = `[${msisdns.join(',')}]`;
  await transaction.run('DELETE FROM ledger WHERE msisdn IN (SELECT value FROM json_each(?))', [list]);
  return transaction.run('DELETE FROM subscribers WHERE msisdn IN (SELECT value FROM json_each(?))', [list]);
}

/** A few at a time of those that an earlier pass saw and this one did not; empty when none is left. */
export async function findUnseenSubscribers(
  queries: Queries,
  pass: number,
  afterId: number,
  limit: number,
): Promise<{ readonly msisdns: readonly string[]; readonly lastId: number }> {
  const rows = await queries.all(
    'SELECT id, msisdn FROM subscribers WHERE id > ? AND pass < ? ORDER BY id LIMIT ?',
    [afterId, pass, limit],
  );
  const last = rows.at(-1);
  return {
    msisdns: rows.map((row) => String(integerOf(row, 'msisdn'))),
    lastId: last === undefined ? afterId : integerOf(last, 'id'),
  };
}

export async function countSubscribers(queries: Queries): Promise<number> {
  const row = await queries.get('SELECT count(*) AS count FROM subscribers');
  return row === undefined ? 0 : integerOf(row, 'count');
}
