import { chmodSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StartProblem } from '../../shared/ipc/commands/app';
import { call } from './bridge';
import { expect, launch, provisionKey, startAndEnd, test, writeSettings } from './fixture';
import { pictureScreen } from './screens';

const nowhere = { market: 'CI', feed: { url: 'http://127.0.0.1:9/none' } };

/** Starts the program once, so that its cache is there, and ends it. */
async function startOnce(profileFolder: string): Promise<void> {
  const { app, page } = await launch(profileFolder, ['--config', writeSettings(profileFolder, nowhere)]);
  expect(await call(page, 'app:describe', {})).toMatchObject({ ok: true });
  await app.close();
}

interface Problem {
  readonly name: string;
  /** Of the pictures that are kept, if any. */
  readonly picture: string | null;
  readonly prepare: (profileFolder: string) => void | Promise<void>;
  readonly problem: { readonly code: StartProblem['code'] };
  readonly shows: readonly string[];
}

const problems: readonly Problem[] = [
  {
    name: 'a settings file with mistakes',
    picture: 'start-bad-settings',
    prepare: (folder: string) => {
      writeSettings(folder, { market: 'XX', feed: { url: 'ftp://x' }, kiosk: 'yes' });
    },
    problem: { code: 'BAD_SETTINGS' },
    shows: ['feed.url', 'market', 'kiosk'],
  },
  {
    name: 'a machine without a key store and without a key file',
    picture: 'start-no-key-store',
    prepare: (folder: string) => {
      writeSettings(folder, nowhere);
    },
    problem: { code: 'NO_KEY_STORE' },
    shows: ['comptoir.key'],
  },
  {
    name: 'a key file that others can read',
    picture: null,
    prepare: (folder: string) => {
      provisionKey(folder);
      chmodSync(join(folder, 'comptoir.key'), 0o644);
      writeSettings(folder, nowhere);
    },
    problem: { code: 'KEY_FILE_EXPOSED' },
    shows: ['comptoir.key'],
  },
  {
    name: 'a key file that holds no key',
    picture: null,
    prepare: (folder: string) => {
      writeFileSync(join(folder, 'comptoir.key'), 'secret', { mode: 0o600 });
      writeSettings(folder, nowhere);
    },
    problem: { code: 'KEY_FILE_MALFORMED' },
    shows: ['comptoir.key'],
  },
  {
    name: 'a key that is not the one of the cache',
    picture: 'start-wrong-key',
    prepare: async (folder: string) => {
      provisionKey(folder);
      await startOnce(folder);
      provisionKey(folder);
    },
    problem: { code: 'WRONG_KEY' },
    shows: ['cache'],
  },
  {
    name: 'a cache that is damaged',
    picture: 'start-cache-damaged',
    prepare: async (folder: string) => {
      provisionKey(folder);
      await startOnce(folder);
      const file = join(folder, 'cache', 'comptoir.db');
      writeFileSync(file, Buffer.alloc(statSync(file).size, 7));
      rmSync(`${file}-wal`, { force: true });
    },
    problem: { code: 'CACHE_DAMAGED' },
    shows: ['cache'],
  },
  {
    name: 'a cache that is gone',
    picture: 'start-cache-missing',
    prepare: async (folder: string) => {
      provisionKey(folder);
      await startOnce(folder);
      rmSync(join(folder, 'cache', 'comptoir.db'));
    },
    problem: { code: 'CACHE_MISSING' },
    shows: ['cache'],
  },
  {
    name: 'a cache that is empty',
    picture: null,
    prepare: async (folder: string) => {
      provisionKey(folder);
      await startOnce(folder);
      truncateSync(join(folder, 'cache', 'comptoir.db'), 0);
    },
    problem: { code: 'CACHE_MISSING' },
    shows: ['cache'],
  },
  {
    name: 'a folder that cannot be written',
    picture: 'start-folder-locked',
    prepare: (folder: string) => {
      provisionKey(folder);
      // A file where the folder should be: not even root can write below it.
      writeFileSync(join(folder, 'occupied'), '');
      writeSettings(folder, { ...nowhere, cache: { folder: join(folder, 'occupied', 'cache') } });
    },
    problem: { code: 'FOLDER_LOCKED' },
    shows: ['occupied'],
  },
];

for (const { name, picture, prepare, problem, shows } of problems) {
  test(`${name}: a page says so, and nothing else answers`, async ({ profileFolder }) => {
    await prepare(profileFolder);
    const { app, page } = await launch(profileFolder, ['--config', join(profileFolder, 'comptoir.json')]);
    expect(await call(page, 'app:describe', {})).toEqual({ ok: false, error: 'NOT_STARTED' });
    expect(
      await call(page, 'customer:open', { query: '0700000001', reason: 'request', language: 'fr' }),
    ).toEqual({
      ok: false,
      error: 'NOT_STARTED',
    });
    expect(await call(page, 'app:startProblem', {})).toMatchObject({ ok: true, value: problem });
    for (const text of shows) {
      await expect(page.getByText(text).first()).toBeVisible();
    }
    if (picture !== null) {
      await pictureScreen(page, picture);
    }
    await app.close();
    // Whatever it was, the program has not made it worse by making a key or a cache of its own.
    expect(readdirSync(profileFolder)).not.toContain('comptoir.key.sealed');
  });
}

test('settings with mistakes end a start without a display with code 2 and a line for each', async ({
  profileFolder,
}) => {
  const settingsFile = writeSettings(profileFolder, { market: 'XX', feed: { url: 'ftp://x' } });
  const { code, lines } = await startAndEnd(profileFolder, ['--config', settingsFile], { DISPLAY: '' });
  expect(code).toBe(2);
  expect(lines).toContain('comptoir: market: must be "CI" or "CM"');
  expect(lines).toContain('comptoir: feed.url: must be an http(s) URL');
});

test('a mode that there is not ends the start with code 2 and says which there are', async ({
  profileFolder,
}) => {
  const { code, lines } = await startAndEnd(profileFolder, ['--mode', 'kiosk']);
  expect(code).toBe(2);
  expect(lines).toContain('comptoir: expected --mode agent|selfservice');
});
