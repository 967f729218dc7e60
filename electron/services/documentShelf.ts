/** What is the same for every customer, read again only when the sync has changed some of it. */
import { readDocumentsVersion } from '../db/checkpoint';
import type { CacheReader, Queries } from '../db/connection';

export function createDocumentShelf<Document>(
  reader: CacheReader,
  find: (queries: Queries) => Promise<readonly Document[]>,
): () => Promise<readonly Document[]> {
  let shelf: { readonly version: number; readonly documents: readonly Document[] } | null = null;
  return async () => {
    const version = await readDocumentsVersion(reader);
    if (shelf?.version !== version) shelf = { version, documents: await find(reader) };
    return shelf.documents;
  };
}
