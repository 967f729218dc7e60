/** What the feed brings besides subscribers: offers, staff, articles. Few and small, kept as their JSON. */
import type { ArticleDocument, FeedDocument, OfferDocument } from '../../shared/domain/feedDocument';
import { validateFeedDocument } from '../../shared/domain/feedValidation';
import type { Queries, Transaction } from './connection';
import { integerOf, textOf } from './row';

export interface DocumentToPut {
  readonly id: string;
  readonly type: string;
  readonly generation: number;
  readonly body: string;
}

export interface StoredDocument {
  readonly generation: number;
  readonly pass: number;
}

export async function findStoredDocuments(
  queries: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredDocument>> {
  const rows = await queries.all(
    'SELECT id, generation, pass FROM documents WHERE id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(ids)],
  );
  return new Map(
    rows.map((row) => [
      textOf(row, 'id'),
      { generation: integerOf(row, 'generation'), pass: integerOf(row, 'pass') },
    ]),
  );
}

export async function putDocuments(
  transaction: Transaction,
  documents: readonly DocumentToPut[],
  pass: number,
): Promise<void> {
  if (documents.length === 0) return;
  await transaction.run(
    `INSERT INTO documents (id, type, generation, pass, body)
     SELECT value ->> 0, value ->> 1, value ->> 2, ?2, value ->> 3 FROM json_each(?1) WHERE true
     ON CONFLICT (id) DO UPDATE
     SET type = excluded.type, generation = excluded.generation, pass = excluded.pass, body = excluded.body`,
    [JSON.stringify(documents.map(({ id, type, generation, body }) => [id, type, generation, body])), pass],
  );
}

/** Returns how many there were. */
export async function removeDocuments(transaction: Transaction, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  return transaction.run('DELETE FROM documents WHERE id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(ids),
  ]);
}

/** Removes those that an earlier pass saw and this one did not; returns how many. */
export async function removeUnseenDocuments(transaction: Transaction, pass: number): Promise<number> {
  return transaction.run('DELETE FROM documents WHERE pass < ?', [pass]);
}

export function findOffers(queries: Queries): Promise<readonly OfferDocument[]> {
  return findOfType(queries, 'offer', (document) => document.type === 'offer');
}

export function findArticles(queries: Queries): Promise<readonly ArticleDocument[]> {
  return findOfType(queries, 'article', (document) => document.type === 'article');
}

async function findOfType<Document extends FeedDocument>(
  queries: Queries,
  type: Document['type'],
  isOfType: (document: FeedDocument) => document is Document,
): Promise<readonly Document[]> {
  const rows = await queries.all('SELECT body FROM documents WHERE type = ? ORDER BY id', [type]);
  return rows.flatMap((row) => {
    const read = validateFeedDocument(JSON.parse(textOf(row, 'body')));
    return read.kind === 'valid' && isOfType(read.document) ? [read.document] : [];
  });
}
