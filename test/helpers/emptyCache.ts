/** Stands for a cache where nothing is stored: whatever is looked for is not there. */
import type { CacheWriter, Transaction } from '../../electron/db/connection';

const emptyTransaction: Transaction = {
  all: async () => [],
  get: async (sql) => (sql.includes('count(*)') ? { count: 0 } : undefined),
  run: async () => 0,
  script: async () => undefined,
};

/** @param answers what it says otherwise than one where nothing is stored */
export function emptyCacheWriter(answers: Partial<Transaction> = {}): CacheWriter {
  return {
    transaction: (work) => work({ ...emptyTransaction, ...answers }),
    foldWal: async () => undefined,
    close: async () => undefined,
  };
}
