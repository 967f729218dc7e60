/** What the status page counts. */
import type { Queries } from './connection';
import { integerOf, textOf } from './row';

export async function countDocumentsByType(queries: Queries): Promise<ReadonlyMap<string, number>> {
  const rows = await queries.all('SELECT type, count(*) AS documents FROM documents GROUP BY type');
  return new Map(rows.map((row) => [textOf(row, 'type'), integerOf(row, 'documents')]));
}

/** Of the database itself; what is still in its write-ahead log comes to it later. */
export async function readCacheSize(queries: Queries): Promise<number> {
  const row = await queries.get(
    'SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()',
  );
  return row === undefined ? 0 : integerOf(row, 'bytes');
}
