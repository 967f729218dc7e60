/**
 * A value beside the database that tells a wrong key from a damaged file: to SQLite both look the same. It is a MAC
 * of a constant under the key, so it proves a key and gives nothing of it away.
 */
import { createHmac } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

const constant = 'comptoir cache key check 1';

function keyCheckOf(keyHex: string): string {
  return createHmac('sha256', Buffer.from(keyHex, 'hex')).update(constant).digest('hex');
}

export async function checkKey(file: string, keyHex: string): Promise<'right' | 'wrong' | 'unknown'> {
  const stored = await readFile(file, 'utf8').catch(() => null);
  if (stored === null || !/^[0-9a-f]{64}\s*$/.test(stored)) return 'unknown';
  return stored.trim() === keyCheckOf(keyHex) ? 'right' : 'wrong';
}

export async function writeKeyCheck(file: string, keyHex: string): Promise<void> {
  await writeFile(file, `${keyCheckOf(keyHex)}\n`, { mode: 0o600 });
}
