/**
 * Opens the cache of a folder: the encrypted database and, beside it, the value that proves the key.
 * A new database is made under another name and only then put in place, so that an empty or half-made file is never
 * one of ours and is refused.
 */
import { randomUUID } from 'node:crypto';
import { access, chmod, mkdir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  openReader,
  openWriter,
  StorageFailure,
  type CacheReader,
  type CacheWriter,
  type ConnectionRefusal,
  type Outlives,
  type WriterOptions,
} from './connection';
import { checkKey, writeKeyCheck } from './keyCheck';
import { migrate, newestVersion } from './migrations';
import { integerOf } from './row';

export type OpenErrorCode =
  /** The key is not the one the database was made with. */
  | 'WRONG_KEY'
  /** The key is right and the file cannot be read with it. */
  | 'DAMAGED'
  /** Unreadable, and the value that would tell which is missing. */
  | 'WRONG_KEY_OR_DAMAGED'
  /** A newer version of the program wrote it. */
  | 'DATABASE_FROM_THE_FUTURE'
  | 'FOLDER_NOT_WRITABLE'
  /** Zero bytes: SQLite would take it for a new database, with any key. */
  | 'FILE_EMPTY'
  /** The key check is there and the database is not: it was lost, this is not a first run. */
  | 'DATABASE_MISSING'
  /** Nothing is there yet, or it is of an older version, and this was an opening for reading. */
  | 'NOT_CREATED'
  /** Another process holds it. */
  | 'BUSY'
  | 'DISK_FULL'
  | ConnectionRefusal;

export interface OpenError {
  readonly code: OpenErrorCode;
  /** For the person who looks after the machine: names the file or folder, never a key or a customer. */
  readonly message: string;
}

export type CacheResult<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: OpenError };

export interface CacheLocation {
  readonly folder: string;
  /** 64 hex digits. */
  readonly keyHex: string;
}

export function databaseFileOf(folder: string): string {
  return join(folder, 'comptoir.db');
}

function keyCheckFileOf(folder: string): string {
  return join(folder, 'comptoir.db.keycheck');
}

/** What a program that is not the superuser's may still write to the folder's disk, in bytes. */
export async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/**
 * Opens for writing, and makes the folder, the database and its newest tables where they are not there yet.
 *
 * @param outlives `powerCut` for what no feed brings again
 */
export async function openCacheWriter(
  location: CacheLocation,
  outlives: Outlives = 'crash',
): Promise<CacheResult<CacheWriter>> {
  const { folder, keyHex } = location;
  const file = databaseFileOf(folder);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Asked of the disk and not of the permissions, which say nothing of a disk that is mounted for reading.
    const probe = join(folder, `.probe-${randomUUID()}`);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    return failed(isDiskFull(error) ? 'DISK_FULL' : 'FOLDER_NOT_WRITABLE', folder);
  }
  return guarded(location, async () => {
    const presence = await presenceOf(location);
    if (presence !== 'present' && presence !== 'NOT_CREATED') return failed(presence, folder);
    if (presence === 'NOT_CREATED') {
      const made = await makeDatabase(location, databaseFileOf(folder));
      if (!made.ok) return made;
    }
    const opened = await openMigrated({ file, keyHex, create: false, outlives }, folder);
    if (opened.ok) await ensureKeyCheck(location);
    return opened;
  });
}

/** Opens what {@link openCacheWriter} has made before. */
export async function openCacheReader(location: CacheLocation): Promise<CacheResult<CacheReader>> {
  const { folder, keyHex } = location;
  return guarded(location, async () => {
    const presence = await presenceOf(location);
    if (presence !== 'present') return failed(presence, folder);
    const opened = await openReader({ file: databaseFileOf(folder), keyHex });
    if (!opened.ok) return failed(opened.error, folder);
    const version = await opened.handle.get('PRAGMA user_version');
    const current = version === undefined ? 0 : integerOf(version, 'user_version');
    if (current === newestVersion) return { ok: true, value: opened.handle };
    await opened.handle.close();
    return failed(current > newestVersion ? 'DATABASE_FROM_THE_FUTURE' : 'NOT_CREATED', folder);
  });
}

/** Turns what the disk says while `open`, and what it asks the opened, runs into its code. */
export async function guarded<Value>(
  { folder, keyHex }: CacheLocation,
  open: () => Promise<CacheResult<Value>>,
): Promise<CacheResult<Value>> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error;
    switch (error.code) {
      case 'DAMAGED': {
        const key = await checkKey(keyCheckFileOf(folder), keyHex);
        if (key === 'unknown') return failed('WRONG_KEY_OR_DAMAGED', folder);
        return failed(key === 'right' ? 'DAMAGED' : 'WRONG_KEY', folder);
      }
      case 'NOT_WRITABLE':
      case 'INPUT_OUTPUT':
        return failed('FOLDER_NOT_WRITABLE', folder);
      case 'BUSY':
      case 'DISK_FULL':
        return failed(error.code, folder);
    }
  }
}

async function presenceOf({
  folder,
}: CacheLocation): Promise<
  'present' | 'NOT_CREATED' | 'FILE_EMPTY' | 'DATABASE_MISSING' | 'FOLDER_NOT_WRITABLE'
> {
  try {
    const { size } = await stat(databaseFileOf(folder));
    return size === 0 ? 'FILE_EMPTY' : 'present';
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) return 'FOLDER_NOT_WRITABLE';
  }
  return (await exists(keyCheckFileOf(folder))) ? 'DATABASE_MISSING' : 'NOT_CREATED';
}

/**
 * Makes a database under another name and puts it in place when it is whole, unless something is there by then.
 *
 * @param fill what it is to hold from the beginning
 */
export async function makeDatabase(
  { folder, keyHex }: CacheLocation,
  file: string,
  fill: (writer: CacheWriter) => Promise<void> = () => Promise.resolve(),
): Promise<CacheResult<null>> {
  const unfinished = join(folder, `.new-${randomUUID()}.db`);
  try {
    await writeFile(unfinished, '', { mode: 0o600 });
    const opened = await openMigrated({ file: unfinished, keyHex, create: true }, folder);
    if (!opened.ok) return opened;
    try {
      await fill(opened.value);
    } finally {
      // Closing folds the WAL into the file: what is put in place is whole.
      await opened.value.close();
    }
    if (!(await exists(file))) await rename(unfinished, file);
    return { ok: true, value: null };
  } finally {
    for (const part of ['', '-wal', '-shm']) await rm(`${unfinished}${part}`, { force: true });
  }
}

async function openMigrated(options: WriterOptions, folder: string): Promise<CacheResult<CacheWriter>> {
  const opened = await openWriter(options);
  if (!opened.ok) return failed(opened.error, folder);
  try {
    const migrated = await migrate(opened.handle);
    if (migrated.ok) return { ok: true, value: opened.handle };
    await opened.handle.close();
    return failed(migrated.error, folder);
  } catch (error) {
    await opened.handle.close().catch(() => undefined);
    throw error;
  }
}

/** Written by whoever has just proved the key by opening the database with it. */
async function ensureKeyCheck({ folder, keyHex }: CacheLocation): Promise<void> {
  if ((await checkKey(keyCheckFileOf(folder), keyHex)) === 'right') return;
  await writeKeyCheck(keyCheckFileOf(folder), keyHex);
  await chmod(keyCheckFileOf(folder), 0o600);
}

export function failed(
  code: OpenErrorCode,
  folder: string,
): { readonly ok: false; readonly error: OpenError } {
  return { ok: false, error: { code, message: messages[code](folder, databaseFileOf(folder)) } };
}

const messages: Readonly<Record<OpenErrorCode, (folder: string, file: string) => string>> = {
  WRONG_KEY: (_, file) => `The key does not open ${file}: it was made with another one.`,
  DAMAGED: (_, file) => `${file} is damaged: the key is right, its content cannot be read.`,
  WRONG_KEY_OR_DAMAGED: (_, file) => `${file} cannot be read: the key is wrong or the file is damaged.`,
  DATABASE_FROM_THE_FUTURE: (_, file) => `${file} was written by a newer version of this program: update it.`,
  FOLDER_NOT_WRITABLE: (folder) =>
    `The folder ${folder} cannot be written to: check its rights and its disk.`,
  FILE_EMPTY: (_, file) =>
    `${file} is empty (0 bytes): restore it, or remove it and ${file}.keycheck to begin anew.`,
  DATABASE_MISSING: (_, file) => `${file} is gone: restore it, or remove ${file}.keycheck to begin anew.`,
  NOT_CREATED: (folder) => `There is no cache in ${folder} yet, or it is of an older version: sync first.`,
  BUSY: (_, file) => `Another program holds ${file}.`,
  DISK_FULL: (folder) => `The disk of ${folder} is full.`,
  NOT_ENCRYPTED: () => 'The SQLite driver at hand cannot encrypt: customers are not kept in a plain file.',
  SQLITE_TOO_OLD: () => 'The SQLite at hand is older than 3.51.3, which is not safe with two connections.',
};

export async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function isDiskFull(error: unknown): boolean {
  return hasCode(error, 'ENOSPC') || hasCode(error, 'EDQUOT');
}
