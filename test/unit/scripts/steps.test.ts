import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { ensureElectron } from '../../../scripts/electronRuntime.mjs';
import { ensure } from '../../../scripts/steps.mjs';
import { makeFolder } from '../../helpers/testCache';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

test.each([
  ['was left empty', ''],
  ['names a process that has ended', '4194304'],
])('a step is not held up by a lock that %s', async (_, content) => {
  const lockFile = join(await makeFolder(), 'setup.lock');
  writeFileSync(lockFile, content);
  const longAgo = Date.now() / 1_000 - 60;
  utimesSync(lockFile, longAgo, longAgo);
  let done = false;
  await ensure({
    title: 'Doing it',
    lockFile,
    isDone: () => done,
    run: async () => {
      done = true;
    },
  });
  expect(done).toBe(true);
});

test('a folder without an Electron is told as such, by its name', async () => {
  const before = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  onTestFinished(() => {
    if (before === undefined) delete process.env['ELECTRON_OVERRIDE_DIST_PATH'];
    else process.env['ELECTRON_OVERRIDE_DIST_PATH'] = before;
  });
  const folder = await makeFolder();
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = folder;
  await expect(ensureElectron()).rejects.toThrow(`There is no Electron in ${folder}`);
});
