/**
 * The key of the encrypted cache: 64 hexadecimal digits that are kept by the operating system's key store, or in a
 * file that only its owner may read where a technician provisioned one. There is never a key in plain beside it.
 */
import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWholeFile } from './wholeFile';

export type DatabaseKey =
  | { readonly ok: true; readonly key: string }
  | {
      readonly ok: false;
      readonly error:
        'NO_KEY_STORE' | 'KEY_FILE_EXPOSED' | 'KEY_FILE_MALFORMED' | 'KEY_UNREADABLE' | 'FOLDER_LOCKED';
      /** The file or folder to look at. */
      readonly path: string;
    };

/** The operating system's key store, as Electron's `safeStorage` offers it. */
export interface KeyStore {
  readonly isEncryptionAvailable: () => boolean;
  readonly getSelectedStorageBackend: () => string;
  readonly encryptString: (text: string) => Buffer;
  /** Throws when another user or machine sealed it. */
  readonly decryptString: (sealed: Buffer) => string;
}

/** Provisioned by a technician: 64 hexadecimal digits, readable by its owner alone. */
const keyFileName = 'comptoir.key';
/** Made by this program: the key as the key store sealed it. */
const sealedFileName = 'comptoir.key.sealed';

const keyPattern = /^[0-9a-f]{64}$/i;

/**
 * The key of this profile. A provisioned key file counts first; without one the key store keeps a key that is made
 * at the first start.
 *
 * @param folder the profile's folder, which exists
 */
export async function loadDatabaseKey(folder: string, keyStore: KeyStore): Promise<DatabaseKey> {
  const provisioned = await readProvisionedKey(join(folder, keyFileName));
  return provisioned ?? readSealedKey(folder, keyStore);
}

/**
 * The key of a profile that is being provisioned: the one that is there, else a new one where the policy wants it.
 *
 * @param keyStore `null`: a program without one
 */
export async function provisionDatabaseKey(
  folder: string,
  keyStore: KeyStore | null,
  policy: 'keyStore' | 'file' | 'any',
): Promise<DatabaseKey> {
  const path = join(folder, keyFileName);
  const provisioned = await readProvisionedKey(path);
  if (provisioned !== null) return provisioned;
  const storeIsFit = keyStore !== null && canSeal(keyStore);
  if (policy === 'file' || (policy === 'any' && !storeIsFit)) {
    // A key that was sealed already has made a cache, which another key could not open.
    if ((await readIfThere(join(folder, sealedFileName))) === 'none')
      return makeKey(path, (key) => Buffer.from(key));
  }
  return keyStore === null ? { ok: false, error: 'NO_KEY_STORE', path } : readSealedKey(folder, keyStore);
}

async function readProvisionedKey(path: string): Promise<DatabaseKey | null> {
  const text = await readIfThere(path);
  if (text === 'none') {
    return null;
  }
  if (text === 'unreadable') {
    return { ok: false, error: 'FOLDER_LOCKED', path };
  }
  // Windows has no such bits; its profile folders are private to the user.
  const { mode } = await stat(path);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    return { ok: false, error: 'KEY_FILE_EXPOSED', path };
  }
  const key = text.toString('utf8').trim();
  return keyPattern.test(key) ? { ok: true, key } : { ok: false, error: 'KEY_FILE_MALFORMED', path };
}

async function readSealedKey(folder: string, keyStore: KeyStore): Promise<DatabaseKey> {
  if (!canSeal(keyStore)) {
    return { ok: false, error: 'NO_KEY_STORE', path: join(folder, keyFileName) };
  }
  const path = join(folder, sealedFileName);
  const sealed = await readIfThere(path);
  if (sealed === 'none') {
    return makeKey(path, (key) => keyStore.encryptString(key));
  }
  if (sealed === 'unreadable') {
    return { ok: false, error: 'FOLDER_LOCKED', path };
  }
  try {
    const key = keyStore.decryptString(sealed);
    return keyPattern.test(key) ? { ok: true, key } : { ok: false, error: 'KEY_UNREADABLE', path };
  } catch {
    return { ok: false, error: 'KEY_UNREADABLE', path };
  }
}

/** Chromium falls back to a password that is written in its source; that is no secret. */
function canSeal(keyStore: KeyStore): boolean {
  // Only Linux has more than one.
  const backend = process.platform === 'linux' ? keyStore.getSelectedStorageBackend() : 'system';
  return keyStore.isEncryptionAvailable() && backend !== 'basic_text' && backend !== 'unknown';
}

async function makeKey(path: string, written: (key: string) => Buffer): Promise<DatabaseKey> {
  const key = randomBytes(32).toString('hex');
  try {
    // A key that is lost in a power cut would lose the cache with it.
    await writeWholeFile(path, written(key));
    return { ok: true, key };
  } catch {
    return { ok: false, error: 'FOLDER_LOCKED', path };
  }
}

async function readIfThere(path: string): Promise<Buffer | 'none' | 'unreadable'> {
  try {
    return await readFile(path);
  } catch (problem) {
    const isMissing = problem instanceof Error && 'code' in problem && problem.code === 'ENOENT';
    return isMissing ? 'none' : 'unreadable';
  }
}
