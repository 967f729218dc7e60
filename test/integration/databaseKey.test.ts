import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadDatabaseKey, type KeyStore } from '../../electron/db/databaseKey';

/** Seals for real, as a key store of one user on one machine does. */
function keyStoreOf(master: Buffer, backend = 'gnome_libsecret'): KeyStore {
  return {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => backend,
    encryptString(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', master, nonce);
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    decryptString(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', master, sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8');
    },
  };
}

const keyStore = keyStoreOf(randomBytes(32));
const noKeyStore: KeyStore = { ...keyStore, isEncryptionAvailable: () => false };
const key = 'ab'.repeat(32);

describe('the key of the cache', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'comptoir-key-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const provision = (text: string, mode = 0o600) => writeFile(join(folder, 'comptoir.key'), text, { mode });

  it('is made once, kept by the key store, and the same at the next start', async () => {
    const first = await loadDatabaseKey(folder, keyStore);
    expect(first.ok && first.key).toMatch(/^[0-9a-f]{64}$/);
    expect(await loadDatabaseKey(folder, keyStore)).toEqual(first);
  });

  it('differs from profile to profile', async () => {
    const other = await mkdtemp(join(tmpdir(), 'comptoir-key-'));
    expect(await loadDatabaseKey(folder, keyStore)).not.toEqual(await loadDatabaseKey(other, keyStore));
    await rm(other, { recursive: true });
  });

  it('lies in plain nowhere, and what seals it belongs to its owner alone', async () => {
    const loaded = await loadDatabaseKey(folder, keyStore);
    const [file, ...others] = await readdir(folder);
    expect([file, others]).toEqual(['comptoir.key.sealed', []]);
    const path = join(folder, 'comptoir.key.sealed');
    expect((await readFile(path)).includes(loaded.ok ? loaded.key : '')).toBe(false);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('cannot be had from what another user or machine sealed, and is not replaced', async () => {
    await loadDatabaseKey(folder, keyStore);
    const path = join(folder, 'comptoir.key.sealed');
    const sealed = await readFile(path);
    const elsewhere = keyStoreOf(randomBytes(32));
    expect(await loadDatabaseKey(folder, elsewhere)).toEqual({ ok: false, error: 'KEY_UNREADABLE', path });
    expect(await readFile(path)).toEqual(sealed);
  });

  it.each([
    ['there is no key store', noKeyStore],
    ['the key store only obscures', keyStoreOf(randomBytes(32), 'basic_text')],
    ['nobody knows which key store it is', keyStoreOf(randomBytes(32), 'unknown')],
  ])('is refused where %s and no key file, and none is written', async (_, store) => {
    const path = join(folder, 'comptoir.key');
    expect(await loadDatabaseKey(folder, store)).toEqual({ ok: false, error: 'NO_KEY_STORE', path });
    expect(await readdir(folder)).toEqual([]);
  });

  it('is the provisioned one where there is one, whatever else there is', async () => {
    await loadDatabaseKey(folder, keyStore);
    await provision(`${key}\n`);
    expect(await loadDatabaseKey(folder, keyStore)).toEqual({ ok: true, key });
    expect(await loadDatabaseKey(folder, noKeyStore)).toEqual({ ok: true, key });
  });

  it('is refused from a file that others may read', async () => {
    await provision(key, 0o640);
    const path = join(folder, 'comptoir.key');
    expect(await loadDatabaseKey(folder, keyStore)).toEqual({ ok: false, error: 'KEY_FILE_EXPOSED', path });
  });

  it.each(['', 'secret', key.slice(1), `${key}0`, key.replace('a', 'g')])(
    'is refused from a file that holds %j',
    async (text) => {
      await provision(text);
      const path = join(folder, 'comptoir.key');
      expect(await loadDatabaseKey(folder, keyStore)).toEqual({
        ok: false,
        error: 'KEY_FILE_MALFORMED',
        path,
      });
    },
  );

  it('is not made where it could not be kept', async () => {
    const locked = join(folder, 'occupied');
    await writeFile(locked, '');
    expect(await loadDatabaseKey(locked, keyStore)).toMatchObject({ ok: false, error: 'FOLDER_LOCKED' });
  });
});
