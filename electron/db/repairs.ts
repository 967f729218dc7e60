import Type from 'typebox';
import { Check } from 'typebox/value';
import type { Queries, Transaction } from './connection';
import { integerOf, textOf } from './row';

/** A damaged database that was replaced. */
export interface Repair {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The damaged file's name, in the cache's folder. */
  readonly setAside: string;
  /** Tables of which rows could not be read any more, other than what the feed brings again. */
  readonly lost: readonly string[];
  /** Subscribers and ledgers have been taken over from the damaged file, as far as it could be read. */
  readonly restored: boolean;
}

const names = Type.Array(Type.String());

export async function insertRepair(transaction: Transaction, repair: Repair): Promise<void> {
  await transaction.run('INSERT INTO repairs (at, set_aside, lost, restored) VALUES (?, ?, ?, ?)', [
    repair.at,
    repair.setAside,
    JSON.stringify(repair.lost),
    Number(repair.restored),
  ]);
}

export async function findLastRepair(queries: Queries): Promise<Repair | null> {
  const row = await queries.get('SELECT * FROM repairs ORDER BY number DESC LIMIT 1');
  if (row === undefined) return null;
  const lost: unknown = JSON.parse(textOf(row, 'lost'));
  if (!Check(names, lost)) throw new TypeError('The stored names of tables are not as they are written.');
  return {
    at: integerOf(row, 'at'),
    setAside: textOf(row, 'set_aside'),
    lost,
    restored: integerOf(row, 'restored') === 1,
  };
}

export async function markRestored(transaction: Transaction): Promise<void> {
  await transaction.run('UPDATE repairs SET restored = 1');
}
