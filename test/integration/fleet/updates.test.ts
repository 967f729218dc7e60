import { randomBytes } from 'node:crypto';
import { access, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  keepCacheBefore,
  noteStartedWell,
  readFailedVersions,
  restoreCacheBefore,
  updateFolderOf,
} from '../../../electron/fleet/updateFolder';
import { startProgramUpdates } from '../../../electron/programUpdates';
import { checkForUpdate, type UpdateCheckOptions } from '../../../electron/fleet/updates';
import { makeOperator, type TestOperator } from '../../helpers/operatorFiles';
import { storeOrder } from '../../helpers/pendingOrder';
import { until } from '../../helpers/syncRun';
import { makeFolder, openTestCache, testKeyHex } from '../../helpers/testCache';
import { sha256, startUpdateServer, type UpdateServer } from '../../helpers/updateServer';

const operator = makeOperator();
const program = randomBytes(400_000);

interface Publishing {
  readonly version?: string;
  readonly by?: TestOperator;
  readonly served?: Buffer;
  readonly target?: string;
}

function publish(
  server: UpdateServer,
  { version = '1.1.0', by = operator, served = program, target = 'linux-x64' }: Publishing = {},
) {
  const file = `comptoir-${version}.tar`;
  const artefact = { target, file, sizeBytes: program.length, sha256: sha256(program) };
  server.files.set(file, served);
  server.files.set('comptoir-update.json', by.sign('update', { version, artefacts: [artefact] }));
}

async function makeDevice(server: UpdateServer, changes: Partial<UpdateCheckOptions> = {}) {
  const profile = await makeFolder();
  const folder = updateFolderOf(profile);
  const look = (more: Partial<UpdateCheckOptions> = {}) =>
    checkForUpdate({
      endpoint: { url: server.url, publicKey: operator.publicKey },
      keyHex: testKeyHex,
      presentVersion: '1.0.0',
      target: 'linux-x64',
      folder,
      failedVersions: [],
      startedAt: performance.timeOrigin,
      signal: new AbortController().signal,
      ...changes,
      ...more,
    });
  return { profile, folder, look };
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

describe('an update over loopback', () => {
  test('that is newer and signed lies ready, whole, with what proves it', async () => {
    const server = await startUpdateServer();
    publish(server);
    const { folder, look } = await makeDevice(server);
    expect(await look()).toEqual({ kind: 'ready', version: '1.1.0' });
    expect((await readFile(join(folder.ready, 'artefact'))).equals(program)).toBe(true);
    expect(await readdir(folder.ready)).toEqual(['artefact', 'manifest.bin', 'manifest.sig']);
    expect(await isThere(folder.part)).toBe(false);
    const asked = server.requests.length;
    expect(await look()).toEqual({ kind: 'ready', version: '1.1.0' });
    // The manifest alone: the artefact is there.
    expect(server.requests.length).toBe(asked + 1);
  });

  test.each<[string, Publishing, object]>([
    ['the same version', { version: '1.0.0' }, { kind: 'upToDate' }],
    ['an older version', { version: '0.9.9' }, { kind: 'upToDate' }],
    ['one that another key signed', { by: makeOperator() }, { kind: 'refused', code: 'WRONG_KEY' }],
    [
      'one whose artefact was tampered with',
      { served: randomBytes(program.length) },
      { kind: 'refused', code: 'BAD_HASH' },
    ],
    [
      'one whose artefact is longer',
      { served: Buffer.concat([program, program]) },
      { kind: 'refused', code: 'TOO_LARGE' },
    ],
    ['one whose artefact is truncated', { served: program.subarray(0, 1_000) }, { kind: 'offline' }],
    ['one for another kind of machine', { target: 'win32-x64' }, { kind: 'refused', code: 'NO_ARTEFACT' }],
  ])('that is %s is not taken', async (_, publishing, outcome) => {
    const server = await startUpdateServer();
    publish(server, publishing);
    const { folder, look } = await makeDevice(server);
    expect(await look()).toEqual(outcome);
    expect(await isThere(folder.ready)).toBe(false);
  });

  test.each([
    ['unsigned', JSON.stringify({ version: '1.1.0', artefacts: [] }), 'NOT_SIGNED'],
    ['a page of the network', '<!doctype html><h1>Bienvenue</h1>', 'NOT_SIGNED'],
    ['empty', '', 'NOT_SIGNED'],
    ['endless', ' '.repeat(100_000), 'NO_MANIFEST'],
    ['signed as settings', operator.sign('provisioning', { version: '1.1.0' }), 'NOT_SIGNED'],
    ['signed and wrong', operator.sign('update', { version: '1.1.0', artefacts: [] }), 'BAD_MANIFEST'],
    [
      'changed after it was signed',
      operator.sign('update', { version: '1.1.0' }).replace(/"payload": "[^"]+"/, '"payload": "e30="'),
      'BAD_SIGNATURE',
    ],
  ])('whose manifest is %s is refused', async (_, manifest, code) => {
    const server = await startUpdateServer();
    server.files.set('comptoir-update.json', manifest);
    const { look } = await makeDevice(server);
    expect(await look()).toEqual({ kind: 'refused', code });
  });

  test('that lay ready before this start was left by the switch: it is no reason to start again', async () => {
    const server = await startUpdateServer();
    publish(server);
    const { look } = await makeDevice(server);
    expect(await look()).toEqual({ kind: 'ready', version: '1.1.0' });
    expect(await look({ startedAt: Date.now() + 1_000 })).toEqual({ kind: 'left', version: '1.1.0' });
    publish(server, { version: '1.1.1' });
    expect(await look()).toEqual({ kind: 'ready', version: '1.1.1' });
  });

  test('that did not start here before is not tried again', async () => {
    const server = await startUpdateServer();
    publish(server);
    const { profile, look } = await makeDevice(server);
    await writeFile(join(profile, 'failed'), '1.1.0\n');
    expect(await look({ failedVersions: await readFailedVersions(profile) })).toEqual({
      kind: 'refused',
      code: 'FAILED_BEFORE',
    });
    publish(server, { version: '1.1.1' });
    expect(await look({ failedVersions: ['1.1.0'] })).toEqual({ kind: 'ready', version: '1.1.1' });
  });

  test('that breaks off goes on where it was at the next look', async () => {
    const server = await startUpdateServer();
    publish(server);
    const { folder, look } = await makeDevice(server);
    server.cutAfter(150_000);
    expect(await look()).toEqual({ kind: 'offline' });
    const { length: came } = await readFile(join(folder.part, sha256(program)));
    expect(came).toBeGreaterThan(0);
    server.cutAfter(null);
    expect(await look()).toEqual({ kind: 'ready', version: '1.1.0' });
    expect((await readFile(join(folder.ready, 'artefact'))).equals(program)).toBe(true);
    const resumed = server.requests.filter(({ range }) => range !== undefined);
    expect(resumed.map(({ range }) => range)).toEqual([`bytes=${came}-`]);
  });

  test('is a matter of another day when nobody answers', async () => {
    const server = await startUpdateServer();
    const { look } = await makeDevice(server);
    const endpoint = { url: 'http://127.0.0.1:9', publicKey: operator.publicKey };
    expect(await look({ endpoint })).toEqual({ kind: 'offline' });
    expect(await look()).toEqual({ kind: 'refused', code: 'NO_MANIFEST' });
  });
});

test('the program goes on looking for updates when one could not be stored', async () => {
  const server = await startUpdateServer();
  publish(server, { target: `${process.platform}-${process.arch}` });
  const profile = await makeFolder();
  const inTheWay = join(profile, 'updates');
  await writeFile(inTheWay, '');
  const events: string[] = [];
  const note = (event: string) => void events.push(event);
  const updates = startProgramUpdates({
    endpoint: { url: server.url, publicKey: operator.publicKey, everyMinutes: 0.001 },
    keyHex: testKeyHex,
    presentVersion: '1.0.0',
    profileFolder: profile,
    cacheFolder: join(profile, 'cache'),
    home: profile,
    log: { info: note, warn: note, bug: note, problems: () => [] },
    noteError: () => undefined,
    onReady: () => note('ready'),
  });
  onTestFinished(updates.stop);
  await until(
    () => events,
    (told) => told.includes('bug:update'),
  );
  await rm(inTheWay);
  await until(updates.isReady, (isReady) => isReady);
});

describe('the cache of a version that an update takes over from', () => {
  test('comes back with its orders when the newer version changed it and did not start', async () => {
    const profile = await makeFolder();
    const folder = updateFolderOf(profile);
    const cacheFolder = join(profile, 'cache');
    const cache = await openTestCache(cacheFolder);
    const order = await storeOrder(cache.writer);
    await cache.close();
    await keepCacheBefore(folder, cacheFolder, '1.0.0');
    await writeFile(join(cacheFolder, 'comptoir.db'), 'of a newer version');
    expect(await restoreCacheBefore(folder, cacheFolder, '0.9.0')).toBe(false);
    expect(await restoreCacheBefore(folder, cacheFolder, '1.0.0')).toBe(true);
    const restored = await openTestCache(cacheFolder);
    expect(await restored.reader.all('SELECT id FROM orders')).toEqual([{ id: order }]);
    const left = await readFile(join(`${cacheFolder}-of-failed-update`, 'comptoir.db'), 'utf8');
    expect(left).toBe('of a newer version');
    expect(await restoreCacheBefore(folder, cacheFolder, '1.0.0')).toBe(false);
  });

  test('stays as it is while it cannot be put back whole', async () => {
    const profile = await makeFolder();
    const folder = updateFolderOf(profile);
    const cacheFolder = join(profile, 'cache');
    await mkdir(cacheFolder);
    await writeFile(join(cacheFolder, 'comptoir.db'), 'of the version before');
    await keepCacheBefore(folder, cacheFolder, '1.0.0');
    await writeFile(join(cacheFolder, 'comptoir.db'), 'of a newer version');
    // As far as a copy gets whose disk is full or whose power is cut.
    await rm(join(folder.before, 'cache'), { recursive: true });
    await expect(restoreCacheBefore(folder, cacheFolder, '1.0.0')).rejects.toThrow('ENOENT');
    expect(await readFile(join(cacheFolder, 'comptoir.db'), 'utf8')).toBe('of a newer version');
    await mkdir(join(folder.before, 'cache'));
    await writeFile(join(folder.before, 'cache', 'comptoir.db'), 'of the version before');
    await mkdir(`${cacheFolder}.restoring`);
    await writeFile(join(`${cacheFolder}.restoring`, 'half'), '');
    expect(await restoreCacheBefore(folder, cacheFolder, '1.0.0')).toBe(true);
    expect(await readdir(cacheFolder)).toEqual(['comptoir.db']);
  });

  test('is given up once the newer version has started well, and not before', async () => {
    const profile = await makeFolder();
    const folder = updateFolderOf(profile);
    const cacheFolder = join(profile, 'cache');
    await mkdir(cacheFolder);
    await mkdir(folder.ready, { recursive: true });
    await keepCacheBefore(folder, cacheFolder, '1.0.0');
    await noteStartedWell(folder, '1.0.0');
    expect([await isThere(folder.before), await isThere(folder.ready)]).toEqual([true, true]);
    await noteStartedWell(folder, '1.1.0');
    expect([await isThere(folder.before), await isThere(folder.ready)]).toEqual([false, false]);
    expect(await readFile(folder.started, 'utf8')).toBe('1.1.0');
  });
});
