import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { KeyStore } from '../../../electron/db/databaseKey';
import {
  applyProvisioning,
  examineProvisioning,
  type ProvisionTarget,
} from '../../../electron/fleet/provision';
import { findProvisioningFiles, readProvisioningSource } from '../../../electron/fleet/provisioningSource';
import { readAccess } from '../../../electron/net/access';
import { loadSettings } from '../../../electron/services/settingsFile';
import { buildProvisioning, makeOperator } from '../../helpers/operatorFiles';
import { storeOrder } from '../../helpers/pendingOrder';
import { makeFolder, openTestCache, testKeyHex } from '../../helpers/testCache';
import { servedByTest } from '../../helpers/servedByTest';

const operator = makeOperator();
const sign = (changes: object = {}) => operator.sign('provisioning', buildProvisioning(changes));

async function makeTarget(keyStore: KeyStore | null = null): Promise<ProvisionTarget> {
  const root = await makeFolder();
  const target = { profileFolder: join(root, 'profile'), systemFolder: join(root, 'system'), keyStore };
  await mkdir(target.profileFolder);
  await mkdir(target.systemFolder);
  return target;
}

const apply = (document: string, target: ProvisionTarget) =>
  applyProvisioning(document, target, operator.publicKey);

function settingsOf(target: ProvisionTarget) {
  return loadSettings({
    named: null,
    fromEnvironment: null,
    systemFolder: target.systemFolder,
    userDataFolder: target.profileFolder,
  });
}

async function keyOf(target: ProvisionTarget): Promise<string> {
  return readFile(join(target.profileFolder, 'comptoir.key'), 'utf8');
}

/** Every byte of every file. */
async function everythingIn(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((entry) => entry.isFile())
    .map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1'));
  return (await Promise.all(texts)).join('\n');
}

describe('provisioning', () => {
  test('makes settings that the program starts with, and the secret that they name opens with the key', async () => {
    const target = await makeTarget();
    expect(await apply(sign(), target)).toMatchObject({
      ok: true,
      summary: { device: 'abj-plateau-kiosk-1' },
    });
    const found = await settingsOf(target);
    if (found.kind !== 'settings') throw new Error(found.kind);
    expect(found.settings.shop.id).toBe('ABJ-PLATEAU-01');
    const { feed, live } = found.settings;
    expect(await readAccess(feed, await keyOf(target))).toMatchObject({
      ok: true,
      header: `Basic ${Buffer.from('kiosk-1:feed-secret-of-the-shop').toString('base64')}`,
    });
    expect(live?.caFile).toBe(join(target.profileFolder, 'certificates', 'operator.pem'));
    expect(await readAccess(feed, testKeyHex)).toMatchObject({ ok: false, error: 'SECRET_UNREADABLE' });
  });

  test('leaves no secret in plain anywhere, and nothing that others than the owner may read', async () => {
    const target = await makeTarget();
    await apply(sign(), target);
    expect(await everythingIn(target.profileFolder)).not.toContain('feed-secret-of-the-shop');
    const files = await readdir(target.profileFolder, { recursive: true, withFileTypes: true });
    for (const entry of files.filter((file) => file.isFile())) {
      const { mode } = await stat(join(entry.parentPath, entry.name));
      expect([entry.name, mode & 0o077]).toEqual([entry.name, 0]);
    }
  });

  test('keeps the key in the key store where the policy wants it, and refuses where there is none', async () => {
    const without = await makeTarget();
    expect(await apply(sign({ keyPolicy: 'keyStore' }), without)).toMatchObject({ error: 'NO_KEY_STORE' });
    expect(await readdir(without.profileFolder)).toEqual([]);
    const mask = randomBytes(256);
    const masked = (bytes: Buffer) => Buffer.from(bytes.map((byte, place) => byte ^ (mask[place] ?? 0)));
    const keyStore: KeyStore = {
      isEncryptionAvailable: () => true,
      getSelectedStorageBackend: () => 'gnome_libsecret',
      encryptString: (text) => masked(Buffer.from(text)),
      decryptString: (sealed) => masked(sealed).toString(),
    };
    const target = await makeTarget(keyStore);
    expect(await apply(sign({ keyPolicy: 'keyStore' }), target)).toMatchObject({ ok: true });
    expect(await readdir(target.profileFolder)).toContain('comptoir.key.sealed');
    expect(await readdir(target.profileFolder)).not.toContain('comptoir.key');
  });

  test('pins the key that a person agreed to at first use, and then takes no other operator’s word', async () => {
    const target = await makeTarget();
    const other = makeOperator();
    expect(await applyProvisioning(sign(), target, other.publicKey)).toEqual({
      ok: false,
      error: 'WRONG_KEY',
    });
    expect(await applyProvisioning(sign(), target, null)).toEqual({ ok: false, error: 'WRONG_KEY' });
    expect(await apply(sign(), target)).toMatchObject({ ok: true });
    const foreign = other.sign('provisioning', buildProvisioning({ serial: 2 }));
    expect(await applyProvisioning(foreign, target, other.publicKey)).toEqual({
      ok: false,
      error: 'WRONG_KEY',
    });
    expect(await applyProvisioning(sign({ serial: 2 }), target, null)).toMatchObject({ ok: true });
  });

  test('asks nobody where a technician left the operator’s key, and takes only that operator’s word', async () => {
    const target = await makeTarget();
    await writeFile(join(target.systemFolder, 'operator.pub'), `${operator.publicKey}\n`);
    expect(await examineProvisioning(sign(), target)).toMatchObject({ summary: { firstUse: false } });
    expect(await applyProvisioning(sign(), target, null)).toMatchObject({ ok: true });
    const foreign = makeOperator().sign('provisioning', buildProvisioning({ serial: 2 }));
    expect(await applyProvisioning(foreign, target, null)).toEqual({ ok: false, error: 'WRONG_KEY' });
  });

  test.each([
    ['an older serial', { serial: 4 }, 'OLDER_SERIAL'],
    ['the same serial', { serial: 5 }, 'OLDER_SERIAL'],
    ['another device', { serial: 6, device: 'abj-plateau-kiosk-2' }, 'OTHER_DEVICE'],
    ['settings with mistakes', { serial: 6, settings: { market: 'XX' } }, 'BAD_PROVISIONING'],
  ])('changes nothing for %s', async (_, changes, error) => {
    const target = await makeTarget();
    await apply(sign({ serial: 5 }), target);
    const before = await everythingIn(target.profileFolder);
    expect(await apply(sign(changes), target)).toMatchObject({ ok: false, error });
    expect(await everythingIn(target.profileFolder)).toBe(before);
  });

  test('says so where the machine’s own settings file would count before', async () => {
    const target = await makeTarget();
    const path = join(target.systemFolder, 'comptoir.json');
    await writeFile(path, '{}');
    expect(await apply(sign(), target)).toEqual({ ok: false, error: 'SETTINGS_ELSEWHERE', path });
  });

  test('moves a device to another shop only when no order of its own is under way', async () => {
    const target = await makeTarget();
    await writeFile(join(target.profileFolder, 'comptoir.key'), testKeyHex, { mode: 0o600 });
    await apply(sign(), target);
    const cache = await openTestCache(join(target.profileFolder, 'cache'));
    await storeOrder(cache.writer, 'queued');
    const settings = buildProvisioning()['settings'] as object;
    const shop = { id: 'ABJ-COCODY-02', name: 'Boutique Cocody' };
    const move = sign({ serial: 2, settings: { ...settings, shop } });
    expect(await examineProvisioning(move, target)).toMatchObject({ summary: { moves: true } });
    expect(await apply(move, target)).toEqual({ ok: false, error: 'PENDING_ORDERS' });
    const stay = sign({ serial: 2, settings: { ...settings, kiosk: true } });
    expect(await apply(stay, target)).toMatchObject({ ok: true });
    await cache.writer.transaction((transaction) => transaction.run(`UPDATE orders SET state = 'completed'`));
    const later = sign({ serial: 3, settings: { ...settings, shop } });
    expect(await apply(later, target)).toMatchObject({ ok: true });
    const found = await settingsOf(target);
    expect(found.kind === 'settings' && found.settings.shop.id).toBe('ABJ-COCODY-02');
  });

  test('finds the orders under way where the present settings keep them, wherever the new ones would', async () => {
    const target = await makeTarget();
    await writeFile(join(target.profileFolder, 'comptoir.key'), testKeyHex, { mode: 0o600 });
    const settings = buildProvisioning()['settings'] as object;
    await apply(sign({ settings: { ...settings, cache: { folder: 'kept' } } }), target);
    const cache = await openTestCache(join(target.profileFolder, 'kept'));
    await storeOrder(cache.writer, 'queued');
    const shop = { id: 'ABJ-COCODY-02', name: 'Boutique Cocody' };
    const move = sign({ serial: 2, settings: { ...settings, shop, cache: { folder: 'elsewhere' } } });
    expect(await apply(move, target)).toEqual({ ok: false, error: 'PENDING_ORDERS' });
    const stay = sign({ serial: 2, settings: { ...settings, shop } });
    expect(await apply(stay, target)).toEqual({ ok: false, error: 'PENDING_ORDERS' });
  });
});

describe('where a provisioning file comes from', () => {
  test('is a stick that is plugged in, below a user’s folder or not', async () => {
    const media = await makeFolder();
    await mkdir(join(media, 'technician', 'KEY'), { recursive: true });
    await mkdir(join(media, 'USB'));
    await mkdir(join(media, 'EMPTY'));
    await writeFile(join(media, 'technician', 'KEY', 'comptoir.provisioning'), sign());
    await writeFile(join(media, 'USB', 'comptoir.provisioning'), sign());
    expect([...(await findProvisioningFiles([media, join(media, 'nowhere')]))].sort()).toEqual([
      join(media, 'USB', 'comptoir.provisioning'),
      join(media, 'technician', 'KEY', 'comptoir.provisioning'),
    ]);
  });

  test('is an address of the network, whose answer is bounded', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/file') response.end(sign());
      else if (request.url === '/endless') response.end('x'.repeat(2_000_000));
      else response.writeHead(404).end();
    });
    const base = `http://127.0.0.1:${await servedByTest(server)}`;
    const target = await makeTarget();
    const read = await readProvisioningSource(`${base}/file`);
    expect(read.ok && (await apply(read.text, target))).toMatchObject({ ok: true });
    expect(await readProvisioningSource(`${base.replace('http', 'Http')}/file`)).toEqual(read);
    expect(await readProvisioningSource(`${base}/endless`)).toEqual({
      ok: false,
      error: 'SOURCE_UNREADABLE',
    });
    expect(await readProvisioningSource(`${base}/none`)).toEqual({ ok: false, error: 'SOURCE_UNREADABLE' });
    expect(await readProvisioningSource('http://127.0.0.1:9/x')).toEqual({
      ok: false,
      error: 'SOURCE_OFFLINE',
    });
    expect(await readProvisioningSource(join(target.profileFolder, 'none'))).toEqual({
      ok: false,
      error: 'SOURCE_UNREADABLE',
    });
  });
});
