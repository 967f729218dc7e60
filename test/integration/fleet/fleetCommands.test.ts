import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildCli, runCli } from '../../helpers/builtCli';
import { buildProvisioning } from '../../helpers/operatorFiles';
import { storeOrder } from '../../helpers/pendingOrder';
import { makeFolder, openTestCache, testKeyHex } from '../../helpers/testCache';

let cli = '';
beforeAll(async () => {
  cli = await buildCli('fleetCli');
}, 120_000);

describe('the operator’s commands', () => {
  test('make a key, sign a file, and set a device up with it', async () => {
    const folder = await makeFolder();
    const at = (name: string) => join(folder, name);
    const made = await runCli(cli, ['keygen', '--out', at('key.pem')]);
    const { publicKey } = made.output as { publicKey: string };
    expect((await stat(at('key.pem'))).mode & 0o777).toBe(0o600);
    expect(await runCli(cli, ['keygen', '--out', at('key.pem')])).toMatchObject({ exitCode: 1 });

    const sign = [
      'sign',
      'provisioning',
      '--signing-key',
      at('key.pem'),
      '--in',
      at('in.json'),
      '--out',
      at('signed'),
    ];
    await writeFile(at('in.json'), JSON.stringify(buildProvisioning({ serial: 0 })));
    const refused = await runCli(cli, sign);
    expect(refused).toMatchObject({ exitCode: 1, output: { error: 'BAD_FILE' } });
    expect(refused.stderr).toContain('serial: must be');
    // As Windows editors save it.
    await writeFile(at('in.json'), `\uFEFF${JSON.stringify(buildProvisioning())}`);
    expect(await runCli(cli, sign)).toMatchObject({ exitCode: 0 });

    const profile = at('profile');
    await mkdir(profile);
    const provision = ['provision', at('signed'), '--profile', profile];
    expect(await runCli(cli, provision)).toMatchObject({
      exitCode: 1,
      output: { error: 'OPERATOR_KEY_NEEDED', operatorKey: publicKey, device: 'abj-plateau-kiosk-1' },
    });
    expect(await readdir(profile)).toEqual([]);
    const done = await runCli(cli, [...provision, '--operator-key', publicKey]);
    expect(done).toMatchObject({ exitCode: 0, output: { serial: 1, firstUse: true } });
    expect(done.stdout + done.stderr).not.toContain('feed-secret-of-the-shop');
    expect(await runCli(cli, provision)).toMatchObject({ exitCode: 1, output: { error: 'OLDER_SERIAL' } });
  });

  test.each([
    [['keygen']],
    [['sign', 'settings']],
    [['sign', 'update', '--in', 'x']],
    [['provision']],
    [['wipe', '--profile']],
    [['wipe']],
  ])('used wrongly (%j) end with code 2', async (args) => {
    expect(await runCli(cli, args)).toMatchObject({ exitCode: 2, output: { error: 'USAGE' } });
  });
});

describe('wipe', () => {
  const canary = 'KOUASSI-CANARY-0700000001';

  /** A profile with a canary in each kind of file that a device has. */
  async function makeDevice(cacheSettings: object = { folder: 'cache' }) {
    const profile = await makeFolder();
    await mkdir(join(profile, 'logs'));
    await mkdir(join(profile, 'secrets'));
    await writeFile(join(profile, 'logs', 'comptoir.log'), canary);
    await writeFile(join(profile, 'secrets', 'feed.secret'), canary);
    await writeFile(join(profile, 'comptoir.key'), testKeyHex, { mode: 0o600 });
    const config = join(profile, 'comptoir.json');
    await writeFile(
      config,
      JSON.stringify({ market: 'CI', feed: { url: 'http://127.0.0.1:9/x' }, cache: cacheSettings }),
    );
    const cache = await openTestCache(join(profile, 'cache'));
    const run = (...more: string[]) =>
      runCli(cli, [
        'wipe',
        '--config',
        config,
        '--key-file',
        join(profile, 'comptoir.key'),
        '--profile',
        profile,
        ...more,
      ]);
    return { profile, cache, run };
  }

  test('leaves nothing of the device, its customers or its keys', async () => {
    const { profile, cache, run } = await makeDevice();
    await cache.close();
    expect(await run()).toMatchObject({ exitCode: 0, output: { wiped: profile } });
    expect(await readdir(profile)).toEqual([]);
  });

  test('is refused while an order is under way, and keeps everything', async () => {
    const { profile, cache, run } = await makeDevice();
    await storeOrder(cache.writer, 'parked');
    await cache.close();
    expect(await run()).toMatchObject({ exitCode: 1, output: { error: 'PENDING_ORDERS', pendingOrders: 1 } });
    expect(await readFile(join(profile, 'logs', 'comptoir.log'), 'utf8')).toBe(canary);
    expect(await run('--even-pending-orders')).toMatchObject({ exitCode: 0 });
    expect(await readdir(profile)).toEqual([]);
  });

  test('looks for orders in the profile that is named where its settings name no folder for the cache', async () => {
    const { profile, cache, run } = await makeDevice({});
    await storeOrder(cache.writer, 'parked');
    await cache.close();
    expect(await run()).toMatchObject({ exitCode: 1, output: { error: 'PENDING_ORDERS', pendingOrders: 1 } });
    expect(await readdir(profile)).toContain('cache');
  });

  test('is refused when nobody can tell whether orders are under way', async () => {
    const { profile, cache, run } = await makeDevice();
    await cache.close();
    await writeFile(join(profile, 'cache', 'comptoir.db'), Buffer.alloc(8_192, 7));
    expect(await run()).toMatchObject({ exitCode: 1, output: { error: 'CACHE_UNREADABLE' } });
    expect(await run('--even-pending-orders')).toMatchObject({ exitCode: 0 });
  });

  test('is refused where the cache opens and only its orders are damaged', async () => {
    const { profile, cache, run } = await makeDevice();
    const pages = await cache.reader.all(`SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'orders'`);
    await cache.close();
    const file = join(profile, 'cache', 'comptoir.db');
    const bytes = await readFile(file);
    for (const { rootpage } of pages) bytes.fill(7, (Number(rootpage) - 1) * 4_096, Number(rootpage) * 4_096);
    await writeFile(file, bytes);
    expect(await run()).toMatchObject({ exitCode: 1, output: { error: 'CACHE_UNREADABLE' } });
  });
});
