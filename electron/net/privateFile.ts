import { readFile, stat } from 'node:fs/promises';

export type PrivateFile =
  /** `exposed`: others than its owner may read it, which is worth a warning. */
  { readonly ok: true; readonly text: string; readonly exposed: boolean } | { readonly ok: false };

/** Reads a key or a secret, without the line end that editors leave behind it. */
export async function readPrivateFile(file: string): Promise<PrivateFile> {
  try {
    const [text, { mode }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
    // Windows keeps rights elsewhere and sets these bits for everybody.
    return { ok: true, text: text.trim(), exposed: process.platform !== 'win32' && (mode & 0o077) !== 0 };
  } catch {
    return { ok: false };
  }
}
