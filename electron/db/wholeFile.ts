import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file that is there whole or as it was before, and that only its owner may read. Resolves when it outlives a
 * power cut.
 */
export async function writeWholeFile(file: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = `${file}.new`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
  // Without it, a power cut may bring the old name back. Windows opens no folder.
  const names = await open(folder, 'r').catch(() => null);
  await names?.sync().catch(() => undefined);
  await names?.close();
}
