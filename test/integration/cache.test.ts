import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { databaseFileOf, openCacheReader, openCacheWriter } from '../../electron/db/cache';
import { openWriter, StorageFailure } from '../../electron/db/connection';
import { checkIntegrity } from '../../electron/db/integrity';
import { newestVersion } from '../../electron/db/migrations';
import { makeFolder, openTestCache, testKeyHex } from '../helpers/testCache';

const otherKeyHex = 'a0'.repeat(32);

async function codeOfOpening(folder: string, keyHex = testKeyHex): Promise<string> {
  const writer = await openCacheWriter({ folder, keyHex });
  if (!writer.ok) return writer.error.code;
  await writer.value.close();
  return 'opened';
}

async function makeCache(): Promise<string> {
  const folder = await makeFolder();
  expect(await codeOfOpening(folder)).toBe('opened');
  return folder;
}

async function damage(file: string, offset: number): Promise<void> {
  const bytes = await readFile(file);
  bytes.fill(0xee, offset, offset + 64);
  await writeFile(file, bytes);
}

describe('opening the cache', () => {
  test('makes the folder and an encrypted database that only its owner may read', async () => {
    const folder = join(await makeFolder(), 'deep', 'down');
    expect(await codeOfOpening(folder)).toBe('opened');
    const file = databaseFileOf(folder);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file)).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    expect(await readdir(folder)).toEqual(['comptoir.db', 'comptoir.db.keycheck']);
  });

  test('opens again what it made, with the newest tables', async () => {
    const folder = await makeCache();
    const { reader } = await openTestCache(folder);
    expect(await reader.get('PRAGMA user_version')).toEqual({ user_version: newestVersion });
    expect(await reader.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
  });

  test('tells a wrong key from a damaged file', async () => {
    const folder = await makeCache();
    expect(await codeOfOpening(folder, otherKeyHex)).toBe('WRONG_KEY');
    await damage(databaseFileOf(folder), 0);
    expect(await codeOfOpening(folder)).toBe('DAMAGED');
    expect(await codeOfOpening(folder, otherKeyHex)).toBe('WRONG_KEY');
  });

  test('says that it cannot tell them apart when the key check is gone', async () => {
    const folder = await makeCache();
    await writeFile(`${databaseFileOf(folder)}.keycheck`, '');
    expect(await codeOfOpening(folder, otherKeyHex)).toBe('WRONG_KEY_OR_DAMAGED');
  });

  test('writes the key check anew once the key has proved itself', async () => {
    const folder = await makeCache();
    await writeFile(`${databaseFileOf(folder)}.keycheck`, 'nonsense');
    expect(await codeOfOpening(folder)).toBe('opened');
    expect(await codeOfOpening(folder, otherKeyHex)).toBe('WRONG_KEY');
  });

  test('keeps nothing of the key beside the database', async () => {
    const folder = await makeCache();
    for (const name of await readdir(folder)) {
      const content = await readFile(join(folder, name));
      expect(content.includes(Buffer.from(testKeyHex, 'hex'))).toBe(false);
      expect(content.includes(testKeyHex)).toBe(false);
    }
  });

  test('finds the damaged page of a file that still opens', async () => {
    const folder = await makeFolder();
    const { writer, close, location } = await openTestCache(folder);
    await writer.transaction((transaction) =>
      transaction.run(
        `WITH RECURSIVE n(value) AS (VALUES (1) UNION ALL SELECT value + 1 FROM n WHERE value < 400)
         INSERT INTO quarantine (id, revision, generation, pass, reason)
         SELECT 'article:' || value, '1-a', 1, 1, hex(randomblob(200)) FROM n`,
      ),
    );
    await close();
    const { size } = await stat(databaseFileOf(folder));
    await damage(databaseFileOf(folder), size - 2000);
    const reader = await openCacheReader(location);
    if (!reader.ok) throw new Error(reader.error.message);
    expect((await checkIntegrity(reader.value)).problems).not.toEqual([]);
    await reader.value.close();
  });

  test('refuses an empty file, which SQLite would take with any key', async () => {
    const folder = await makeFolder();
    await writeFile(databaseFileOf(folder), '');
    expect(await codeOfOpening(folder)).toBe('FILE_EMPTY');
    expect((await stat(databaseFileOf(folder))).size).toBe(0);
  });

  test('takes a database that is gone for lost, not for a first run', async () => {
    const folder = await makeCache();
    await rename(databaseFileOf(folder), join(folder, 'elsewhere'));
    expect(await codeOfOpening(folder)).toBe('DATABASE_MISSING');
  });

  test('refuses a database from the future and leaves it as it is', async () => {
    const folder = await makeFolder();
    const { writer, close } = await openTestCache(folder);
    await writer.transaction((transaction) =>
      transaction.script(`PRAGMA user_version = ${newestVersion + 1}`),
    );
    await close();
    const before = await readFile(databaseFileOf(folder));
    expect(await codeOfOpening(folder)).toBe('DATABASE_FROM_THE_FUTURE');
    const reader = await openCacheReader({ folder, keyHex: testKeyHex });
    expect(reader.ok ? 'opened' : reader.error.code).toBe('DATABASE_FROM_THE_FUTURE');
    expect((await readFile(databaseFileOf(folder))).equals(before)).toBe(true);
  });

  test('names the folder that cannot be written to', async () => {
    const file = join(await makeFolder(), 'file');
    await writeFile(file, 'not a folder');
    const opened = await openCacheWriter({ folder: join(file, 'cache'), keyHex: testKeyHex });
    expect(opened).toMatchObject({ ok: false, error: { code: 'FOLDER_NOT_WRITABLE' } });
    expect(opened.ok ? '' : opened.error.message).toContain(join(file, 'cache'));
  });

  test('names a folder that stands where the file should', async () => {
    const folder = await makeFolder();
    await mkdir(databaseFileOf(folder));
    expect(await codeOfOpening(folder)).toBe('FOLDER_NOT_WRITABLE');
  });

  test('reads nothing where nothing was ever synced', async () => {
    const reader = await openCacheReader({ folder: await makeFolder(), keyHex: testKeyHex });
    expect(reader.ok ? 'opened' : reader.error.code).toBe('NOT_CREATED');
  });

  test('leaves no half-made file behind and does not trip over one', async () => {
    const folder = await makeFolder();
    await writeFile(join(folder, '.new-0.db'), 'cut off');
    expect(await codeOfOpening(folder)).toBe('opened');
    expect((await readdir(folder)).filter((name) => name.startsWith('.new-'))).toEqual(['.new-0.db']);
  });
});

describe('the connection', () => {
  test('refuses a key that is not 64 hex digits before it touches the file', async () => {
    const file = join(await makeFolder(), 'x.db');
    await expect(openWriter({ file, keyHex: `x'; ATTACH 'y' AS y; --`, create: true })).rejects.toThrow(
      TypeError,
    );
    await expect(stat(file)).rejects.toThrow();
  });

  test('runs transactions one after the other, whoever asks for them at once', async () => {
    const { writer, reader } = await openTestCache();
    const steps: string[] = [];
    await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        writer.transaction(async (transaction) => {
          steps.push(`${name} begins`);
          await transaction.run('INSERT INTO tombstones (id, generation, pass) VALUES (?, 1, 1)', [name]);
          steps.push(`${name} ends`);
        }),
      ),
    );
    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(await reader.all('SELECT id FROM tombstones')).toHaveLength(3);
  });

  test('undoes a transaction that throws, and goes on with the next', async () => {
    const { writer, reader } = await openTestCache();
    const insert = (id: string) => `INSERT INTO tombstones (id, generation, pass) VALUES ('${id}', 1, 1)`;
    const failing = writer.transaction(async (transaction) => {
      await transaction.script(insert('lost'));
      throw new Error('changed my mind');
    });
    const following = writer.transaction((transaction) => transaction.script(insert('kept')));
    await expect(failing).rejects.toThrow('changed my mind');
    await following;
    expect(await reader.all('SELECT id FROM tombstones')).toEqual([{ id: 'kept' }]);
  });

  test('shows readers nothing of a transaction before it is whole', async () => {
    const { writer, reader } = await openTestCache();
    await writer.transaction(async (transaction) => {
      await transaction.run(`INSERT INTO tombstones (id, generation, pass) VALUES ('x', 1, 1)`);
      expect(await reader.all('SELECT id FROM tombstones')).toEqual([]);
    });
    expect(await reader.all('SELECT id FROM tombstones')).toHaveLength(1);
  });

  test('lets a reader write nothing', async () => {
    const { reader } = await openTestCache();
    await expect(reader.all('DELETE FROM subscribers')).rejects.toThrow(StorageFailure);
  });

  test('says that the disk is full as itself', async () => {
    const { writer } = await openTestCache();
    const filling = writer.transaction(async (transaction) => {
      await transaction.get('PRAGMA max_page_count = 40');
      await transaction.run(
        `INSERT INTO tombstones (id, generation, pass) VALUES (hex(randomblob(500000)), 1, 1)`,
      );
    });
    await expect(filling).rejects.toMatchObject({ name: 'StorageFailure', code: 'DISK_FULL' });
  });
});
