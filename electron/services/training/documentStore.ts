/** Small databases of the upstream that its clients write: the devices of a shop, for instance. */
import { createHash } from 'node:crypto';

export type StoredDocument = Readonly<Record<string, unknown>> & {
  readonly _id: string;
  readonly _rev: string;
};

export interface DocumentDatabase {
  /** `null`: another revision is there than the one that was changed. */
  readonly put: (id: string, body: Readonly<Record<string, unknown>>) => StoredDocument | null;
  readonly find: (id: string) => StoredDocument | null;
  /** In the order of their ids. */
  readonly all: () => readonly StoredDocument[];
}

export function createDocumentDatabase(): DocumentDatabase {
  const documents = new Map<string, StoredDocument>();
  return {
    put(id, body) {
      const before = documents.get(id);
      if (body['_rev'] !== before?._rev) return null;
      const generation = Number.parseInt(before?._rev ?? '0', 10) + 1;
      const digest = createHash('md5').update(JSON.stringify(body)).digest('hex');
      const stored = { ...body, _id: id, _rev: `${generation}-${digest}` };
      documents.set(id, stored);
      return stored;
    },
    find: (id) => documents.get(id) ?? null,
    all: () => [...documents.values()].sort((one, other) => (one._id < other._id ? -1 : 1)),
  };
}
