/** Documents that came and could not be taken, until a newer revision that can be. */
import type { Queries, Transaction } from './connection';
import { integerOf, textOf } from './row';

export interface QuarantinedDocument {
  readonly id: string;
  readonly revision: string;
  readonly generation: number;
  /** Which place in the document, and what is expected there; never the value that came. */
  readonly reason: string;
}

/** Generations of this pass by document id; a document of an earlier pass has generation 0. */
export async function findQuarantined(
  queries: Queries,
  ids: readonly string[],
  pass: number,
): Promise<ReadonlyMap<string, number>> {
  const any = await queries.get('SELECT 1 FROM quarantine LIMIT 1');
  if (any === undefined) return new Map();
  const rows = await queries.all(
    `SELECT id, iif(pass = ?, generation, 0) AS generation FROM quarantine
     WHERE id IN (SELECT value FROM json_each(?))`,
    [pass, JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [textOf(row, 'id'), integerOf(row, 'generation')]));
}

export async function putQuarantined(
  transaction: Transaction,
  documents: readonly QuarantinedDocument[],
  pass: number,
): Promise<void> {
  if (documents.length === 0) return;
  await transaction.run(
    `INSERT INTO quarantine (id, revision, generation, pass, reason)
     SELECT value ->> 0, value ->> 1, value ->> 2, ?2, value ->> 3 FROM json_each(?1) WHERE true
     ON CONFLICT (id) DO UPDATE
     SET revision = excluded.revision, generation = excluded.generation, pass = excluded.pass, reason = excluded.reason`,
    [
      JSON.stringify(
        documents.map(({ id, revision, generation, reason }) => [id, revision, generation, reason]),
      ),
      pass,
    ],
  );
}

export async function releaseQuarantined(transaction: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await transaction.run('DELETE FROM quarantine WHERE id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(ids),
  ]);
}

export async function removeQuarantinedBefore(transaction: Transaction, pass: number): Promise<void> {
  await transaction.run('DELETE FROM quarantine WHERE pass < ?', [pass]);
}

export async function countQuarantined(queries: Queries): Promise<number> {
  const row = await queries.get('SELECT count(*) AS count FROM quarantine');
  return row === undefined ? 0 : integerOf(row, 'count');
}

/** How many documents each reason keeps out, the most frequent first. */
export async function countQuarantineReasons(
  queries: Queries,
): Promise<readonly { readonly reason: string; readonly documents: number }[]> {
  const rows = await queries.all(
    'SELECT reason, count(*) AS documents FROM quarantine GROUP BY reason ORDER BY documents DESC, reason LIMIT 20',
  );
  return rows.map((row) => ({ reason: textOf(row, 'reason'), documents: integerOf(row, 'documents') }));
}
