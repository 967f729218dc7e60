/** Real encrypted caches in folders of their own, gone when the test is over. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openCacheReader, openCacheWriter, type CacheLocation } from '../../electron/db/cache';
import type { CacheReader, CacheWriter } from '../../electron/db/connection';

export const testKeyHex = '4f'.repeat(32);

export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'comptoir-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface TestCache {
  readonly location: CacheLocation;
  readonly writer: CacheWriter;
  readonly reader: CacheReader;
  /** Before the test is over, for one that wants to look at the files or open them anew. */
  readonly close: () => Promise<void>;
}

export async function openTestCache(folder?: string): Promise<TestCache> {
  const location = { folder: folder ?? (await makeFolder()), keyHex: testKeyHex };
  const writer = await openCacheWriter(location);
  if (!writer.ok) throw new Error(writer.error.message);
  const reader = await openCacheReader(location);
  if (!reader.ok) throw new Error(reader.error.message);
  let closing: Promise<void> | null = null;
  async function closeBoth(): Promise<void> {
    if (reader.ok) await reader.value.close();
    if (writer.ok) await writer.value.close();
  }
  const close = () => (closing ??= closeBoth());
  onTestFinished(close);
  return { location, writer: writer.value, reader: reader.value, close };
}
