/** Deletions, remembered so that an older revision which arrives late does not bring a document back. */
import type { Queries, Transaction } from './connection';
import { integerOf, textOf } from './row';

export interface Tombstone {
  readonly id: string;
  readonly generation: number;
}

/** Generations of deletions of this pass, by document id, of those of `ids` that have one. */
export async function findTombstones(
  queries: Queries,
  ids: readonly string[],
  pass: number,
): Promise<ReadonlyMap<string, number>> {
  const any = await queries.get('SELECT 1 FROM tombstones LIMIT 1');
  if (any === undefined) return new Map();
  const rows = await queries.all(
    'SELECT id, generation FROM tombstones WHERE pass = ? AND id IN (SELECT value FROM json_each(?))',
    [pass, JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [textOf(row, 'id'), integerOf(row, 'generation')]));
}

/** Each must be newer than what is there of this pass. */
export async function putTombstones(
  transaction: Transaction,
  tombstones: readonly Tombstone[],
  pass: number,
): Promise<void> {
  if (tombstones.length === 0) return;
  await transaction.run(
    `INSERT INTO tombstones (id, generation, pass)
     SELECT value ->> 0, value ->> 1, ?2 FROM json_each(?1) WHERE true
     ON CONFLICT (id) DO UPDATE SET generation = excluded.generation, pass = excluded.pass`,
    [JSON.stringify(tombstones.map(({ id, generation }) => [id, generation])), pass],
  );
}

export async function removeTombstonesBefore(transaction: Transaction, pass: number): Promise<void> {
  await transaction.run('DELETE FROM tombstones WHERE pass < ?', [pass]);
}
