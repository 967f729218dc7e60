/** Failed tries of secrets, by a subject that tells nobody whose they are. */
import type { Tries } from '../../shared/domain/tries';
import type { Queries, Transaction } from './connection';
import { integerOf, textOf } from './row';

export interface StoredTries {
  /** How often any of it was changed; grows with each change. */
  readonly change: number;
  readonly bySubject: ReadonlyMap<string, Tries>;
}

/** Both of one moment only in a transaction, or where nobody else writes. */
export async function readTries(queries: Queries): Promise<StoredTries> {
  const change = await queries.get('SELECT number FROM tries_change');
  const rows = await queries.all('SELECT subject, failures, wait_ms, quiet_ms FROM tries');
  return {
    change: change === undefined ? 0 : integerOf(change, 'number'),
    bySubject: new Map(
      rows.map((row) => [
        textOf(row, 'subject'),
        {
          failures: integerOf(row, 'failures'),
          waitMs: integerOf(row, 'wait_ms'),
          quietMs: integerOf(row, 'quiet_ms'),
        },
      ]),
    ),
  };
}

/** Replaces what is stored, and nothing else of it stays. */
export async function writeTries(
  transaction: Transaction,
  { change, bySubject }: StoredTries,
): Promise<void> {
  await transaction.run('INSERT OR REPLACE INTO tries_change (id, number) VALUES (1, ?)', [change]);
  await transaction.run('DELETE FROM tries');
  await transaction.run(
    `INSERT INTO tries (subject, failures, wait_ms, quiet_ms)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?)`,
    [
      JSON.stringify(
        [...bySubject].map(([subject, { failures, waitMs, quietMs }]) => [
          subject,
          failures,
          Math.ceil(waitMs),
          Math.floor(quietMs),
        ]),
      ),
    ],
  );
}
