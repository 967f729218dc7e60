import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startUpstream, type Upstream } from '../../electron/services/training/upstream';
import { buildRichSubscriber, buildSubscriber } from '../helpers/builders';
import { buildCli, runCli, startCli, type CliRun } from '../helpers/builtCli';
import { rowOf, sendJson, startScriptedFeed } from '../helpers/scriptedFeed';
import { until } from '../helpers/syncRun';
import { makeFolder, testKeyHex } from '../helpers/testCache';

let cli = '';
beforeAll(async () => {
  cli = await buildCli('cli');
}, 120_000);

const rich = '2250799999990';
const inactive = '2250799999991';

interface Shop {
  readonly upstream: Upstream;
  readonly folder: string;
  readonly cacheFolder: string;
  /** Runs a command with the shop's settings and key. */
  readonly run: (command: string, ...args: readonly string[]) => Promise<CliRun>;
  readonly options: readonly string[];
  readonly writeSettings: (changes: object) => Promise<void>;
}

async function openShop(password?: string): Promise<Shop> {
  const auth =
    password === undefined ? {} : { auth: { type: 'basic', username: 'kiosk-17', password } as const };
  const upstream = await startUpstream({ subscribers: 30, seed: 3, tickMs: 0, ...auth });
  onTestFinished(upstream.close);
  upstream.put(buildRichSubscriber({ msisdn: rich }));
  upstream.put({ ...buildRichSubscriber({ msisdn: inactive }), status: 'inactive' });
  const folder = await makeFolder();
  const keyFile = join(folder, 'key');
  const config = join(folder, 'comptoir.json');
  const cacheFolder = join(folder, 'cache');
  await writeFile(keyFile, `${testKeyHex}\n`, { mode: 0o600 });
  const options = ['--config', config, '--key-file', keyFile];
  async function writeSettings(changes: object): Promise<void> {
    const settings = {
      mode: 'agent',
      market: 'CI',
      feed: { url: upstream.url },
      cache: { folder: cacheFolder },
    };
    await writeFile(config, JSON.stringify({ ...settings, ...changes }));
  }
  await writeSettings({});
  const run = (command: string, ...args: readonly string[]) => runCli(cli, [command, ...options, ...args]);
  return { upstream, folder, cacheFolder, run, options, writeSettings };
}

describe('sync', () => {
  test('catches up, says what it did and ends', async () => {
    const { run, upstream } = await openShop();
    const done = await run('sync', '--once');
    expect(done).toMatchObject({ exitCode: 0, output: { deleted: 0, quarantined: 0 } });
    expect(Object.keys(done.output as object)).toEqual([
      'applied',
      'deleted',
      'quarantined',
      'seq',
      'seconds',
    ]);
    expect(done.output).toMatchObject({
      applied: expect.any(Number) as number,
      seq: expect.any(String) as string,
    });
    upstream.remove(`subscriber:${rich}`);
    upstream.put({ ...buildSubscriber({ msisdn: '2250799999999' }), main: {} });
    expect((await run('sync', '--once')).output).toMatchObject({ applied: 0, deleted: 1, quarantined: 1 });
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('follows the feed until %s', async (signal) => {
    const { options, upstream } = await openShop();
    const following = startCli(cli, ['sync', ...options]);
    await until(following.stderr, (text) => text.includes('waiting for news'));
    upstream.put(buildSubscriber({ msisdn: '2250799999999' }));
    upstream.put(buildSubscriber({ msisdn: '2250799999998' }));
    const looked = await until(
      () => runCli(cli, ['lookup', ...options, '2250799999998']),
      ({ exitCode }) => exitCode === 0,
    );
    expect(looked.output).toMatchObject({ msisdn: '2250799999998' });
    following.process.kill(signal);
    expect(await following.ended).toMatchObject({ exitCode: 0, output: { deleted: 0 } });
  });

  test('refuses to write a cache that another program holds, and leaves that one alone', async () => {
    const { options, run, upstream } = await openShop();
    const following = startCli(cli, ['sync', ...options]);
    await until(following.stderr, (text) => text.includes('waiting for news'));
    const second = await run('sync', '--once');
    expect(second).toMatchObject({ exitCode: 1, output: { error: 'BUSY' } });
    expect(second.stderr).toContain('Another program holds');
    upstream.put(buildSubscriber({ msisdn: '2250799999997' }));
    await until(
      () => run('lookup', '2250799999997'),
      ({ exitCode }) => exitCode === 0,
    );
    following.process.kill('SIGTERM');
    expect(await following.ended).toMatchObject({ exitCode: 0 });
    expect(await run('sync', '--once')).toMatchObject({ exitCode: 0 });
  });

  test('gives its user name and the secret from its file', async () => {
    const { run, folder, upstream, writeSettings } = await openShop('s3cret');
    const secretFile = join(folder, 'feed.secret');
    const feed = {
      url: upstream.url,
      auth: { type: 'basic', username: 'kiosk-17', secretFile: 'feed.secret' },
    };
    await writeSettings({ feed });
    expect(await run('sync', '--once')).toMatchObject({
      exitCode: 1,
      output: { error: 'SECRET_UNREADABLE' },
    });
    await writeFile(secretFile, 'wrong', { mode: 0o600 });
    const refused = await run('sync', '--once');
    expect(refused).toMatchObject({ exitCode: 1, output: { error: 'FEED_REFUSED', applied: 0 } });
    expect(refused.stderr).toContain('HTTP 401');
    await writeFile(secretFile, 's3cret\n');
    await chmod(secretFile, 0o644);
    const done = await run('sync', '--once');
    expect(done).toMatchObject({ exitCode: 0, output: { deleted: 0 } });
    expect(done.stderr).toContain('others may read feed.auth.secretFile');
    expect(done.stderr + done.stdout).not.toContain('s3cret');
  });

  test('fails when the feed cannot be reached, and keeps what there is', async () => {
    const { run, upstream } = await openShop();
    await run('sync', '--once');
    await upstream.close();
    const failed = await run('sync', '--once');
    expect(failed).toMatchObject({ exitCode: 1, output: { error: 'FEED_UNREACHABLE' } });
    expect(failed.stderr).toContain('ECONNREFUSED');
    expect(await run('lookup', rich)).toMatchObject({ exitCode: 0 });
  });

  test('fails when a web page answers', async () => {
    const { run, upstream } = await openShop();
    upstream.setFault({ kind: 'html' });
    const failed = await run('sync', '--once');
    expect(failed).toMatchObject({ exitCode: 1, output: { error: 'FEED_GARBLED' } });
    expect(failed.stderr).toContain('not a feed');
  });

  test('goes on after being killed in the middle, with a checkpoint that says what is there', async () => {
    const { options, run, writeSettings, cacheFolder } = await openShop();
    const [pages, pageRows] = [8, 500];
    const { url, asked } = await startScriptedFeed((at, response) => {
      const since = Number(at.searchParams.get('since'));
      const numbers = Array.from(
        { length: since < pages ? pageRows : 0 },
        (_, index) => since * pageRows + index,
      );
      const results = numbers.map((index) =>
        rowOf(index, buildSubscriber({ msisdn: String(2_250_710_000_000 + index) })),
      );
      const page = { results, last_seq: Math.min(since + 1, pages) };
      setTimeout(() => sendJson(response, page), 60);
    });
    await writeSettings({ feed: { url }, cache: { folder: cacheFolder } });
    for (let kills = 0; kills < 4; kills++) {
      const running = startCli(cli, ['sync', ...options]);
      // A page is asked for while the one before it is being written.
      await until(
        () => asked.some((path) => path.endsWith(`since=${kills + 2}`)),
        (isAsked) => isAsked,
      );
      running.process.kill('SIGKILL');
      await new Promise((resolve) => running.process.once('close', resolve));
      const { cache } = (await run('doctor')).output as { cache: Examined };
      expect(cache).toMatchObject({ ok: true, complete: false, subscribers: cache.seq * pageRows });
      expect(cache.seq).toBeGreaterThan(kills);
    }
    expect(await run('sync', '--once')).toMatchObject({ exitCode: 0, output: { seq: pages } });
    expect((await run('doctor')).output).toMatchObject({
      cache: { subscribers: pages * pageRows, complete: true },
    });
  });
});

interface Examined {
  readonly seq: number;
  readonly subscribers: number;
}

describe('lookup', () => {
  test('finds a customer by their number in any usual form', async () => {
    const { run } = await openShop();
    await run('sync', '--once');
    for (const number of [
      '0799999990',
      '+225 07 99 99 99 90',
      '002250799999990',
      '2250799999990',
      '07-99-99-99-90',
    ]) {
      expect(await run('lookup', number)).toMatchObject({ exitCode: 0, output: { msisdn: rich } });
    }
  });

  test('prints the fields of the contract first, then the rest of the view', async () => {
    const { run } = await openShop();
    await run('sync', '--once');
    const { output } = await run('lookup', rich);
    const fields = Object.keys(output as object);
    expect(fields.slice(0, 7)).toEqual([
      'msisdn',
      'status',
      'restricted',
      'asOf',
      'source',
      'main',
      'balances',
    ]);
    expect(fields).toContain('consumption');
    expect(output).toMatchObject({
      msisdn: rich,
      status: 'active',
      restricted: false,
      asOf: '2026-11-22T12:00:00Z',
      source: 'cache',
      main: { currency: 'XOF', expiresAt: '2026-12-31T23:59:59Z', expired: expect.any(Boolean) as boolean },
    });
    const { balances } = output as { balances: object[] };
    expect(balances.length).toBeGreaterThan(3);
    for (const balance of balances) {
      expect(Object.keys(balance)).toEqual([
        'code',
        'label',
        'amount',
        'unit',
        'reach',
        'expiresAt',
        'expired',
      ]);
    }
  });

  test('prints of a restricted customer the main account and nothing more', async () => {
    const { run } = await openShop();
    await run('sync', '--once');
    const { output, stdout } = await run('lookup', inactive);
    expect(Object.keys(output as object)).toEqual([
      'msisdn',
      'status',
      'restricted',
      'asOf',
      'source',
      'main',
    ]);
    expect(output).toMatchObject({ status: 'inactive', restricted: true, main: { currency: 'XOF' } });
    expect(Object.keys((output as { main: object }).main)).toEqual([
      'amount',
      'currency',
      'expiresAt',
      'expired',
    ]);
    expect(stdout).not.toContain('KOUASSI');
  });

  test('says so of a number that is not there, and of what is no number', async () => {
    const { run } = await openShop();
    await run('sync', '--once');
    expect(await run('lookup', '0755555555')).toMatchObject({
      exitCode: 1,
      stdout: '{"error":"NOT_FOUND"}\n',
    });
    for (const number of ['12', 'abc', '', "07'; DROP TABLE subscribers; --"]) {
      expect(await run('lookup', number)).toMatchObject({ exitCode: 2, stdout: '{"error":"BAD_MSISDN"}\n' });
    }
  });

  test('says so when nothing was synced yet, and makes nothing', async () => {
    const { run, cacheFolder } = await openShop();
    const answer = await run('lookup', rich);
    expect(answer).toMatchObject({ exitCode: 1, output: { error: 'NOT_CREATED' } });
    expect(answer.stderr).toContain(cacheFolder);
  });
});

describe('ussd', () => {
  test('prints the first screen, a screen further in, and only the main account of a restricted customer', async () => {
    const { run } = await openShop();
    await run('sync', '--once');
    const home = await run('ussd', rich, '');
    expect(home).toMatchObject({ exitCode: 0, output: { type: 'CON', text: expect.any(String) as string } });
    const inside = await run('ussd', rich, '1');
    expect(inside.output).not.toEqual(home.output);
    const restricted = [await run('ussd', inactive, ''), await run('ussd', inactive, '2*1*1')];
    for (const { output, exitCode } of restricted) {
      expect(exitCode).toBe(0);
      expect(JSON.stringify(output)).not.toContain('Bonus');
    }
  });
});

describe('doctor', () => {
  test('finds a sound shop sound', async () => {
    const { run, upstream } = await openShop();
    await run('sync', '--once');
    expect(await run('doctor')).toMatchObject({
      exitCode: 0,
      output: {
        ok: true,
        versions: {
          node: process.versions.node,
          sqlite: expect.any(String) as string,
          sqlcipher: expect.any(String) as string,
        },
        cache: { ok: true, subscribers: 32, complete: true, quarantined: 0 },
        feed: { ok: true, url: upstream.url },
        live: null,
      },
    });
  });

  test('says which part is not', async () => {
    const { run, upstream, writeSettings } = await openShop();
    await run('sync', '--once');
    await writeSettings({ live: { url: 'http://127.0.0.1:9' } });
    upstream.setFault({ kind: 'html' });
    expect(await run('doctor')).toMatchObject({
      exitCode: 1,
      output: {
        ok: false,
        cache: { ok: true },
        feed: { ok: false, error: 'garbled' },
        live: { ok: false, error: 'offline' },
      },
    });
  });
});

describe('upstream', () => {
  test('serves a feed until it is told to stop', async () => {
    const serving = startCli(cli, ['upstream', '--subscribers', '30', '--seed', '5']);
    const line = await until(serving.stdout, (text) => text.endsWith('\n'));
    const { url } = JSON.parse(line) as { url: string };
    expect(await (await fetch(url)).json()).toMatchObject({ db_name: expect.any(String) as string });
    serving.process.kill('SIGTERM');
    expect(await serving.ended).toMatchObject({ exitCode: 0 });
  });

  test('serves the live interfaces too, and writes every SMS where a trainer can read it', async () => {
    const serving = startCli(cli, ['upstream', '--subscribers', '30', '--seed', '5']);
    const line = await until(serving.stdout, (text) => text.endsWith('\n'));
    const { liveUrl } = JSON.parse(line) as { liveUrl: string };
    const sent = await fetch(`${liveUrl}/one-time-password-sms/vwip/send-code`, {
      method: 'POST',
      body: JSON.stringify({ phoneNumber: '+2250700000001', message: 'code {{code}}' }),
    });
    expect(sent.status).toBe(200);
    await until(serving.stderr, (text) => /^SMS to 2250700000001: code \d{6}$/m.test(text));
    serving.process.kill('SIGTERM');
    expect(await serving.ended).toMatchObject({ exitCode: 0 });
  });

  test('says so when its port is in use', async () => {
    const { upstream } = await openShop();
    const { port } = new URL(upstream.url);
    const refused = await runCli(cli, ['upstream', '--port', port]);
    expect(refused).toMatchObject({ exitCode: 1, output: { error: 'PORT_IN_USE' } });
    expect(refused.stderr).toContain(port);
  });
});

test.each([[['--help']], [['sync', '-h']]])('%j shows the usage, which is no mistake', async (args) => {
  const helped = await runCli(cli, args);
  expect(helped).toMatchObject({ exitCode: 0, output: undefined });
  expect(helped.stderr).toContain('Usage:');
});

describe('wrong use', () => {
  test.each([
    [[]],
    [['audit', 'rewrite']],
    [['sync', '--twice']],
    [['lookup']],
    [['lookup', '0700000001', '0700000002']],
    [['upstream', '--port', '70000']],
    [['upstream', '--subscribers', 'many']],
  ])('%j ends with exit code 2 and the usage', async (args) => {
    const misused = await runCli(cli, args);
    expect(misused).toMatchObject({ exitCode: 2, output: { error: 'USAGE' } });
    expect(misused.stderr).toContain('Usage:');
  });

  test('a settings file that is wrong is refused key by key', async () => {
    const { run, writeSettings } = await openShop();
    await writeSettings({ feed: { url: 'nowhere' }, mode: 'kiosk' });
    expect(await run('sync', '--once')).toMatchObject({
      exitCode: 2,
      output: { error: 'BAD_SETTINGS' },
      stderr: 'mode: must be "agent" or "selfservice"\nfeed.url: must be an http(s) URL\n',
    });
  });

  test('a key that is missing or malformed is refused', async () => {
    const { options, folder } = await openShop();
    const [, config = ''] = options;
    const bad = join(folder, 'bad');
    await writeFile(bad, 'abc', { mode: 0o600 });
    expect(await runCli(cli, ['doctor', '--config', config])).toMatchObject({
      exitCode: 2,
      output: { error: 'NO_KEY' },
    });
    const malformed = await runCli(cli, ['doctor', '--config', config, '--key-file', bad]);
    expect(malformed).toMatchObject({ exitCode: 2, output: { error: 'BAD_KEY' } });
    expect(malformed.stderr).toContain('64 hexadecimal digits');
  });

  test('another key than the cache’s is refused, and the cache left as it is', async () => {
    const { run, options, folder } = await openShop();
    await run('sync', '--once');
    const other = join(folder, 'other');
    await writeFile(other, 'ab'.repeat(32), { mode: 0o644 });
    const [, config = ''] = options;
    const refused = await runCli(cli, ['sync', '--once', '--config', config, '--key-file', other]);
    expect(refused).toMatchObject({ exitCode: 1, output: { error: 'WRONG_KEY' } });
    expect(refused.stderr).toContain('others may read');
    expect(await run('lookup', rich)).toMatchObject({ exitCode: 0 });
  });

  test('a folder that cannot be written to is named', async () => {
    const { run, folder, writeSettings } = await openShop();
    await mkdir(join(folder, 'x'));
    await writeFile(join(folder, 'x', 'cache'), '');
    await writeSettings({ cache: { folder: join(folder, 'x', 'cache') } });
    const refused = await run('sync', '--once');
    expect(refused).toMatchObject({ exitCode: 1, output: { error: 'FOLDER_NOT_WRITABLE' } });
    expect(refused.stderr).toContain(join(folder, 'x', 'cache'));
  });

  test('no settings file anywhere is said, not taken for training', async () => {
    const { options } = await openShop();
    const home = await makeFolder();
    const refused = await runCli(cli, ['doctor', ...options.slice(2)], { XDG_CONFIG_HOME: home });
    expect(refused).toMatchObject({ exitCode: 2, output: { error: 'NO_SETTINGS' } });
  });
});
