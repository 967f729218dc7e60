/** As much of the peer's packages as the peer test and the bench use; they come without types of their own. */
interface PouchDatabase {
  put(document: object): Promise<{ readonly id: string; readonly rev: string }>;
  bulkDocs(documents: readonly object[]): Promise<unknown>;
  get(id: string): Promise<{ readonly _id: string; readonly _rev: string }>;
  remove(document: { readonly _id: string; readonly _rev: string }): Promise<unknown>;
  readonly replicate: {
    from(
      url: string,
      options: { readonly batch_size: number },
    ): Promise<{ readonly status: string; readonly doc_write_failures: number }>;
  };
  close(): Promise<void>;
}

interface PouchConstructor {
  new (name: string): PouchDatabase;
  plugin(plugin: unknown): PouchConstructor;
  defaults(options: object): PouchConstructor;
}

declare module 'pouchdb' {
  const PouchDB: PouchConstructor;
  export default PouchDB;
}

declare module 'pouchdb-adapter-memory' {
  const plugin: unknown;
  export default plugin;
}

declare module 'express-pouchdb' {
  import type { RequestListener } from 'node:http';

  export default function expressPouchdb(
    databases: PouchConstructor,
    options: { readonly mode: string; readonly inMemoryConfig: boolean; readonly logPath: string },
  ): RequestListener;
}
