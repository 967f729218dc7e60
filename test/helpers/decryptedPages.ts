/** What really lies in the pages of a cache, free and overwritten ones included: read past SQLite, with the key. */
import { createDecipheriv } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { databaseFileOf, type CacheLocation } from '../../electron/db/cache';

// SQLCipher 4: AES-256-CBC; at the end of each page its IV of 16 bytes and its seal of 64.
const pageBytes = 4096;
const reservedBytes = 80;
const saltBytes = 16;
const walHeaderBytes = 32;
const frameHeaderBytes = 24;

export async function decryptedPages({ folder, keyHex }: CacheLocation): Promise<readonly Buffer[]> {
  const file = await readFile(databaseFileOf(folder));
  const wal = await readFile(`${databaseFileOf(folder)}-wal`).catch(() => Buffer.alloc(0));
  const pages: Buffer[] = [];
  for (let at = 0; at + pageBytes <= file.length; at += pageBytes) {
    pages.push(decrypted(file.subarray(at, at + pageBytes), at === 0, keyHex));
  }
  const step = frameHeaderBytes + pageBytes;
  for (let at = walHeaderBytes; at + step <= wal.length; at += step) {
    const page = wal.subarray(at + frameHeaderBytes, at + step);
    pages.push(decrypted(page, wal.readUInt32BE(at) === 1, keyHex));
  }
  return pages;
}

function decrypted(page: Buffer, isFirst: boolean, keyHex: string): Buffer {
  const end = pageBytes - reservedBytes;
  const decipher = createDecipheriv('aes-256-cbc', Buffer.from(keyHex, 'hex'), page.subarray(end, end + 16));
  decipher.setAutoPadding(false);
  return decipher.update(page.subarray(isFirst ? saltBytes : 0, end));
}
