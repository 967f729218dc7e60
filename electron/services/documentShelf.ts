/** What is the same for every customer, read again only when the sync has changed some of it. */
import { readDocumentsVersion } from '../db/checkpoint';
import type { CacheReader, Queries } from '../db/connection';

/** Asked with the version that was just read with something else, it need not be read once more. */
export type DocumentShelf<Document> = (version?: number) => Promise<readonly Document[]>;

export function createDocumentShelf<Document>(
  reader: CacheReader,
  find: (queries: Queries) => Promise<readonly Document[]>,
): DocumentShelf<Document> {
  let shelf: { readonly version: number; readonly documents: readonly Document[] } | null = null;
  return async (known) => {
    const version = known ?? (await readDocumentsVersion(reader));
    if (shelf?.version !== version) shelf = { version, documents: await find(reader) };
    return shelf.documents;
  };
}
