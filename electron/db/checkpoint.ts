/** How far the feed has been read, written in the same transaction as what was read. */
import type { Queries, Transaction } from './connection';
import { integerOf, textOf } from './row';

/** A place in the feed, as the server gave it; only the server can tell what it means. */
export type Sequence = string | number;

export interface Checkpoint {
  /** What the server and its database said of themselves; see the sync engine. */
  readonly identity: string;
  readonly since: Sequence;
  /** Counts the passes over the whole feed; more than one only after the database was replaced. */
  readonly pass: number;
  readonly passComplete: boolean;
  /** Some pass has been completed, so that a number which is not stored is known not to exist. */
  readonly everComplete: boolean;
  /** Moves whenever an offer, a staff member or an article does. */
  readonly documentsVersion: number;
  /** Documents of types that are not known here, skipped in this pass. */
  readonly unknownTypes: number;
}

export async function readCheckpoint(queries: Queries): Promise<Checkpoint | null> {
  const row = await queries.get('SELECT * FROM checkpoint');
  if (row === undefined) return null;
  const since: unknown = JSON.parse(textOf(row, 'since'));
  if (typeof since !== 'string' && typeof since !== 'number')
    throw new TypeError('The stored sequence is neither.');
  return {
    identity: textOf(row, 'identity'),
    since,
    pass: integerOf(row, 'pass'),
    passComplete: integerOf(row, 'pass_complete') === 1,
    everComplete: integerOf(row, 'ever_complete') === 1,
    documentsVersion: integerOf(row, 'documents_version'),
    unknownTypes: integerOf(row, 'unknown_types'),
  };
}

export async function writeCheckpoint(transaction: Transaction, checkpoint: Checkpoint): Promise<void> {
  await transaction.run(
    `INSERT OR REPLACE INTO checkpoint
       (id, identity, since, pass, pass_complete, ever_complete, documents_version, unknown_types)
     VALUES (1, ?, ?, ?, ?, ?, ?, ?)`,
    [
      checkpoint.identity,
      JSON.stringify(checkpoint.since),
      checkpoint.pass,
      checkpoint.passComplete ? 1 : 0,
      checkpoint.everComplete ? 1 : 0,
      checkpoint.documentsVersion,
      checkpoint.unknownTypes,
    ],
  );
}

/**
 * Makes the next sync read the whole feed in a pass of its own, after which goes what it did not see. Until then a
 * number that is not stored may exist.
 *
 * @param last as far as it is known
 */
export async function beginAnew(transaction: Transaction, last: Checkpoint | null): Promise<void> {
  await writeCheckpoint(transaction, {
    identity: '[]',
    since: 0,
    pass: last?.pass ?? 1,
    passComplete: false,
    everComplete: false,
    documentsVersion: (last?.documentsVersion ?? 0) + 1,
    unknownTypes: 0,
  });
}

/** See {@link Checkpoint.documentsVersion}. */
export async function readDocumentsVersion(queries: Queries): Promise<number> {
  const row = await queries.get('SELECT documents_version FROM checkpoint');
  return row === undefined ? 0 : integerOf(row, 'documents_version');
}
