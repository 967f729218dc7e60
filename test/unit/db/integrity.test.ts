import { describe, expect, test } from 'vitest';
import { StorageFailure, type CacheReader } from '../../../electron/db/connection';
import { checkIntegrity } from '../../../electron/db/integrity';

/** Of a file that answers every question in this way. */
function readerThat(fails: StorageFailure): CacheReader {
  const reject = () => Promise.reject(fails);
  return { access: 'read', all: reject, get: reject, close: async () => undefined };
}

describe('a check that is broken off', () => {
  test.each(['DAMAGED', 'INPUT_OUTPUT'] as const)('by %s has found a problem', async (code) => {
    const reader = readerThat(new StorageFailure(code, 'what it says'));
    expect(await checkIntegrity(reader)).toEqual({ problems: ['what it says'] });
  });

  test.each(['BUSY', 'DISK_FULL', 'NOT_WRITABLE'] as const)('by %s has found nothing out', async (code) => {
    await expect(checkIntegrity(readerThat(new StorageFailure(code, '')))).rejects.toThrow(StorageFailure);
  });
});
