import { expect, test, vi } from 'vitest';
import { doctorCommand } from '../../electron/cli/doctor';
import { StorageFailure } from '../../electron/db/connection';
import { readSettings } from '../../shared/domain/settings';
import { makeFolder, openTestCache } from '../helpers/testCache';

const checkIntegrity = vi.hoisted(() => vi.fn());
vi.mock('../../electron/db/integrity', async (original) => ({ ...(await original()), checkIntegrity }));

test.each([
  ['BUSY', 'BUSY'],
  ['DISK_FULL', 'DISK_FULL'],
  ['NOT_WRITABLE', 'FOLDER_NOT_WRITABLE'],
] as const)('a cache that cannot be looked at for %s is said to be %s by its folder', async (code, error) => {
  checkIntegrity.mockRejectedValueOnce(new StorageFailure(code, 'of the driver'));
  const { location } = await openTestCache();
  const read = readSettings({ market: 'CI', feed: { url: 'http://127.0.0.1:9/shop' } });
  if (!read.ok) throw new Error('The settings are wrong.');
  const { exitCode, output } = await doctorCommand({
    settings: read.settings,
    location,
    profileFolder: await makeFolder(),
  });
  expect(exitCode).toBe(1);
  expect(output).toMatchObject({
    ok: false,
    cache: { ok: false, error, message: expect.stringContaining(location.folder) as string },
    feed: { ok: false, error: 'offline' },
  });
});
