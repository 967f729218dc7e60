import { isPassing, StorageFailure, type CacheReader, type Row } from './connection';

export interface Integrity {
  /** What is wrong, as SQLCipher and SQLite say it; empty when nothing is. */
  readonly problems: readonly string[];
}

/**
 * Reads the whole file: each page against its seal, then the structure of tables and indexes. Throws
 * {@link StorageFailure} when something else than damage was in the way.
 */
export async function checkIntegrity(reader: CacheReader): Promise<Integrity> {
  try {
    const seals = await reader.all('PRAGMA cipher_integrity_check');
    const structure = await reader.all('PRAGMA integrity_check(20)');
    return {
      problems: [...seals, ...structure]
        .map(firstColumn)
        .filter((line) => line !== 'ok')
        .slice(0, 20),
    };
  } catch (error) {
    if (error instanceof StorageFailure && !isPassing(error)) return { problems: [error.message] };
    throw error;
  }
}

export async function readVersions(reader: CacheReader): Promise<{ sqlite: string; sqlcipher: string }> {
  const [sqlite] = await reader.all('SELECT sqlite_version()');
  const [sqlcipher] = await reader.all('PRAGMA cipher_version');
  return { sqlite: firstColumn(sqlite), sqlcipher: firstColumn(sqlcipher) };
}

function firstColumn(row: Row | undefined): string {
  return String(Object.values(row ?? {})[0]);
}
