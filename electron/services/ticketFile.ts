import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type TicketFile =
  | { readonly ok: true; readonly fileName: string }
  | { readonly ok: false; readonly error: 'folderLocked' | 'diskFull' };

const namesTried = 100;

/** Keeps a ticket as a file that only its owner may read, named after the moment and after nobody. @param at epoch milliseconds */
export async function writeTicketFile(folder: string, pdf: Uint8Array, at: number): Promise<TicketFile> {
  const moment = new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '');
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    return refusal(error);
  }
  for (let number = 1; number <= namesTried; number++) {
    const fileName = `comptoir-${moment}${number === 1 ? '' : `-${number}`}.pdf`;
    try {
      await writeFile(join(folder, fileName), pdf, { flag: 'wx', mode: 0o600 });
      return { ok: true, fileName };
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return refusal(error);
    }
  }
  return { ok: false, error: 'folderLocked' };
}

function refusal(error: unknown): TicketFile {
  const code = codeOf(error);
  if (code === null) throw error;
  return { ok: false, error: code === 'ENOSPC' || code === 'EDQUOT' ? 'diskFull' : 'folderLocked' };
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
