import type { SubscriberDocument } from '../../shared/domain/feedDocument';
import { validateFeedDocument } from '../../shared/domain/feedValidation';
import type { Queries, Transaction } from './connection';
import { decodeDocument } from './documentDecoder';
import type { Slice } from './documentEncoder';
import { blobOf, integerOf, nullableIntegerOf } from './row';

/** A subscriber to be stored; the document lies in the bytes of its batch. */
export interface SubscriberToPut {
  /** E.164 digits, as everywhere; stored as an integer, half the size. */
  readonly msisdn: string;
  readonly generation: number;
  /** See {@link customerKeyOf}. */
  readonly customerKey: number | null;
  readonly slice: Slice;
}

export interface StoredSubscriber {
  readonly generation: number;
  readonly pass: number;
  readonly customerKey: number | null;
  /** In its stored form: equal bytes are equal documents. */
  readonly bytes: Buffer;
}

export async function findSubscriber(queries: Queries, msisdn: string): Promise<SubscriberDocument | null> {
  const row = await queries.get('SELECT document FROM subscribers WHERE msisdn = ?', [Number(msisdn)]);
  return row === undefined ? null : subscriberOf(blobOf(row, 'document'));
}

const customerIndex = 'subscribers_by_customer';

/** A number of 32 bits for a customer's id, however it is typed; two ids may share one. */
export function customerKeyOf(customerId: string | undefined): number | null {
  if (customerId === undefined) return null;
  const id = asCompared(customerId);
  let hash = 0x811c9dc5;
  for (let place = 0; place < id.length; place++) hash = Math.imul(hash ^ id.charCodeAt(place), 0x01000193);
  return hash | 0;
}

/** A customer's id without what people type differently. */
export function asCompared(customerId: string): string {
  return customerId.trim().toUpperCase();
}

/** Every line of a customer, by number; none before a first pass over the feed is complete. */
export async function findByCustomerId(
  queries: Queries,
  customerId: string,
): Promise<readonly SubscriberDocument[]> {
  const index = await queries.get('SELECT 1 FROM sqlite_schema WHERE name = ?', [customerIndex]);
  if (index === undefined) return [];
  const rows = await queries.all('SELECT document FROM subscribers WHERE customer = ? ORDER BY msisdn', [
    customerKeyOf(customerId),
  ]);
  return rows.flatMap((row) => {
    const document = subscriberOf(blobOf(row, 'document'));
    const id = document?.customer?.id;
    return document !== null && id !== undefined && asCompared(id) === asCompared(customerId)
      ? [document]
      : [];
  });
}

export async function indexCustomers(transaction: Transaction): Promise<void> {
  await transaction.script(`CREATE INDEX IF NOT EXISTS ${customerIndex} ON subscribers (customer)`);
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
    `SELECT stored.msisdn, stored.generation, stored.pass, stored.customer, stored.document
     FROM json_each(?) AS wanted CROSS JOIN subscribers AS stored ON stored.msisdn = wanted.value`,
    [`[${msisdns.join(',')}]`],
  );
  return new Map(
    rows.map((row) => [
      String(integerOf(row, 'msisdn')),
      {
        generation: integerOf(row, 'generation'),
        pass: integerOf(row, 'pass'),
        customerKey: nullableIntegerOf(row, 'customer'),
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
    ({ msisdn, generation, slice, customerKey }) =>
      `[${msisdn},${generation},${slice.offset + 1},${slice.length},${customerKey}]`,
  );
  // A customer's key is not among what is set anew: its index would be written even where it stays the same.
  await transaction.run(
    `INSERT INTO subscribers (msisdn, generation, pass, document, customer)
     SELECT value ->> 0, value ->> 1, ?3, substr(?2, value ->> 2, value ->> 3), value ->> 4
     FROM json_each(?1) WHERE true
     ON CONFLICT (msisdn) DO UPDATE
     SET generation = excluded.generation, pass = excluded.pass, document = excluded.document`,
    [`[${places.join(',')}]`, bytes, pass],
  );
}

/** Of subscribers who are stored and now belong to another customer. */
export async function updateCustomerKeys(
  transaction: Transaction,
  subscribers: readonly Pick<SubscriberToPut, 'msisdn' | 'customerKey'>[],
): Promise<void> {
  if (subscribers.length === 0) return;
  await transaction.run(
    `UPDATE subscribers SET customer = moved.value ->> 1 FROM json_each(?) AS moved
     WHERE subscribers.msisdn = moved.value ->> 0`,
    [JSON.stringify(subscribers.map(({ msisdn, customerKey }) => [Number(msisdn), customerKey]))],
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
