/** The cache on a machine that breaks: killed processes, files that are cut off, a disk that is full, folders that are locked. */
import { execFileSync, spawn, type ChildProcessByStdio } from 'node:child_process';
import { copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { databaseFileOf, openCacheReader, openCacheWriter } from '../../electron/db/cache';
import { readCheckpoint } from '../../electron/db/checkpoint';
import { checkIntegrity } from '../../electron/db/integrity';
import { findOrder } from '../../electron/db/orders';
import { openSoundCache } from '../../electron/db/soundCache';
import { countSubscribers } from '../../electron/db/subscribers';
import { verifyAudit } from '../../electron/services/audit';
import { SeededRandom } from '../../electron/services/training/seededRandom';
import { buildSubscriber } from '../helpers/builders';
import { buildForNode } from '../helpers/builtCli';
import { effortSeed, sizeOf } from '../helpers/effort';
import { reportFigure } from '../helpers/figures';
import { rowOf, sendJson, startScriptedFeed } from '../helpers/scriptedFeed';
import { followFeed, syncOnce, until } from '../helpers/syncRun';
import { makeFolder, openTestCache, testKeyHex, type TestCache } from '../helpers/testCache';

const firstNumber = 2250700000000;

/** A feed of so many subscribers, one change each, whose places are plain numbers. */
async function serveNumbers(subscribers: number): Promise<{ readonly url: string }> {
  return startScriptedFeed(
    (at, response) => {
      const since = Number(at.searchParams.get('since'));
      const end = Math.min(subscribers, since + Number(at.searchParams.get('limit')));
      if (since >= subscribers) return;
      const results = [];
      for (let place = since + 1; place <= end; place += 1) {
        results.push(rowOf(place, buildSubscriber({ msisdn: String(firstNumber + place) })));
      }
      sendJson(response, { results, last_seq: end, pending: subscribers - end });
    },
    () => subscribers,
  );
}

/** What the checkpoint says and what is stored have to be one: each place of this feed is one subscriber. */
async function expectPrefix({ reader }: Pick<TestCache, 'reader'>): Promise<number> {
  const since = Number((await readCheckpoint(reader))?.since ?? 0);
  expect(await countSubscribers(reader)).toBe(since);
  return since;
}

describe('a shop that is killed while it writes', () => {
  let program = '';
  beforeAll(async () => {
    program = await buildForNode('filledByFeed', 'test/helpers/filledByFeedProcess.ts');
  }, 120_000);

  test('keeps every order it acknowledged and a cache that is sound and as far as its checkpoint', async () => {
    const kills = sizeOf({ short: 8, long: 200 });
    const subscribers = sizeOf({ short: 8_000, long: 50_000 });
    const random = new SeededRandom(effortSeed, 21);
    const { url } = await serveNumbers(subscribers);
    let folder = await makeFolder();
    const acknowledged = new Set<string>();
    let [checked, began, most] = [0, 1, 0];
    for (let kill = 0; kill < kills; kill += 1) {
      const shop = spawn(process.execPath, [program, folder, testKeyHex, url], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      shop.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
      const ended = new Promise<unknown>((resolve) => shop.once('close', (_code, by) => resolve(by)));
      await untilItSpeaks(shop);
      await new Promise((resolve) => setTimeout(resolve, random.integer(100, 1_500)));
      shop.kill('SIGKILL');
      expect(await ended).toBe('SIGKILL');
      for (const id of said.split('\n').slice(0, -1)) acknowledged.add(id);

      const cache = await openTestCache(folder);
      expect((await checkIntegrity(cache.reader)).problems).toEqual([]);
      const since = await expectPrefix(cache);
      for (const id of said.split('\n').slice(0, -1))
        expect(await findOrder(cache.reader, id)).not.toBeNull();
      const [orders] = await cache.reader.all('SELECT count(*) AS count FROM orders');
      const log = await verifyAudit(cache.reader, testKeyHex);
      expect(log).toEqual({ ok: true, entries: orders?.['count'] });
      await cache.close();
      checked += 1;
      most = Math.max(most, since);
      // All has come: from the beginning again, so that every kill meets a writer.
      if (since === subscribers) {
        folder = await makeFolder();
        began += 1;
      }
    }
    reportFigure(
      'Storage faults',
      `kill -9 while ${subscribers} documents come in`,
      `${kills} kills in ${began} first syncs, ${checked} sound with checkpoint = applied, ` +
        `${acknowledged.size} acknowledged orders, 0 lost`,
    );
    expect(most).toBeGreaterThan(0);
  }, 1_800_000);
});

test('a WAL that is cut off anywhere leaves a state that once was committed', async () => {
  const cuts = sizeOf({ short: 25, long: 500 });
  const random = new SeededRandom(effortSeed, 22);
  const folder = await makeFolder();
  const writer = await openCacheWriter({ folder, keyHex: testKeyHex });
  if (!writer.ok) throw new Error(writer.error.message);
  onTestFinished(() => writer.value.close());
  // Each transaction leaves as many tombstones as its number says.
  const committed = 60;
  for (let number = 1; number <= committed; number += 1) {
    await writer.value.transaction(async (transaction) => {
      await transaction.run('DELETE FROM tombstones');
      for (let row = 0; row < number; row += 1) {
        await transaction.run('INSERT INTO tombstones (id, generation, pass) VALUES (?, ?, 1)', [
          `${row}:${'x'.repeat(200)}`,
          number,
        ]);
      }
    });
  }
  const file = databaseFileOf(folder);
  const wal = await readFile(`${file}-wal`);
  const seen = new Set<number>();
  for (let cut = 0; cut < cuts; cut += 1) {
    const copy = await makeFolder();
    await copyFile(file, databaseFileOf(copy));
    await copyFile(`${file}.keycheck`, `${databaseFileOf(copy)}.keycheck`);
    await writeFile(`${databaseFileOf(copy)}-wal`, wal.subarray(0, random.integer(0, wal.length)));
    const reader = await openCacheReader({ folder: copy, keyHex: testKeyHex });
    if (!reader.ok) {
      // Cut before the tables themselves were committed.
      expect(reader.error.code).toBe('NOT_CREATED');
      continue;
    }
    const rows = await reader.value.all('SELECT generation FROM tombstones');
    expect(rows.every((row) => row['generation'] === rows.length)).toBe(true);
    expect((await checkIntegrity(reader.value)).problems).toEqual([]);
    seen.add(rows.length);
    await reader.value.close();
  }
  reportFigure(
    'Storage faults',
    'WAL cut at random offsets',
    `${cuts} of ${cuts} a committed prefix, ${seen.size} different ones`,
  );
}, 900_000);

describe('a disk that is full', () => {
  test('at any write is said as such, loses nothing, and the sync goes on when there is room', async ({
    skip,
  }) => {
    const fillings = sizeOf({ short: 4, long: 40 });
    const subscribers = 4_000;
    const { url } = await serveNumbers(subscribers);
    const disk = await makeFolder();
    if (!mountDisk(disk, 24)) skip('only the superuser can make a small disk');
    onTestFinished(() => void execFileSync('umount', ['-l', disk]));
    const ballast = join(disk, 'ballast');
    let resumed = 0;
    for (let filling = 0; filling < fillings; filling += 1) {
      const folder = join(disk, `cache-${filling}`);
      await mkdir(folder);
      const cache = await openTestCache(folder);
      // Each time a little more room: the disk is full at another write.
      await fillUp(ballast, 65_536 + filling * 49_152);
      const following = followFeed(cache, url);
      const full = await until(
        () => following.statuses.at(-1),
        (status) => status?.state === 'cacheFailed' || status?.state === 'live',
      );
      if (full?.state === 'cacheFailed') {
        expect(full.cache.space).toBe('full');
        await expectPrefix(cache);
      }
      execFileSync('rm', ['-f', ballast]);
      const live = await following.untilState('live');
      expect(live).toMatchObject({ subscribers, complete: true });
      await until(
        () => following.statuses.at(-1)?.cache.space,
        (space) => space === 'enough',
      );
      await following.stop();
      await expectPrefix(cache);
      expect((await checkIntegrity(cache.reader)).problems).toEqual([]);
      await cache.close();
      execFileSync('rm', ['-rf', folder]);
      resumed += 1;
    }
    reportFigure(
      'Storage faults',
      'disk full at another write each time',
      `${resumed} of ${fillings} said so and resumed`,
    );
  }, 900_000);
});

/** Leaves only so many bytes free. */
async function fillUp(file: string, leaveBytes: number): Promise<void> {
  execFileSync('sh', ['-c', `head -c 1g /dev/zero > "$1" 2>/dev/null || true`, 'sh', file]);
  const { size } = await stat(file);
  execFileSync('truncate', ['-s', String(Math.max(0, size - leaveBytes)), file]);
}

function mountDisk(folder: string, megabytes: number): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('a folder that cannot be written', () => {
  test('is named, whether the disk is mounted for reading or a file stands in its place', async ({
    skip,
  }) => {
    const disk = await makeFolder();
    if (!mountDisk(disk, 8)) skip('only the superuser can make a small disk');
    onTestFinished(() => void execFileSync('umount', ['-l', disk]));
    const folder = join(disk, 'cache');
    const cache = await openTestCache(folder);
    await syncOnce(cache, (await serveNumbers(100)).url);
    await cache.close();
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const locked = await openSoundCache({ folder, keyHex: testKeyHex }, 'powerCut', Date.now);
    expect(locked).toMatchObject({ ok: false, error: { code: 'FOLDER_NOT_WRITABLE' } });
    expect(locked.ok ? '' : locked.error.message).toContain(folder);
    execFileSync('mount', ['-o', 'remount,rw', disk]);

    const occupied = join(disk, 'occupied');
    await writeFile(occupied, '');
    const opened = await openSoundCache({ folder: occupied, keyHex: testKeyHex }, 'powerCut', Date.now);
    expect(opened).toMatchObject({ ok: false, error: { code: 'FOLDER_NOT_WRITABLE' } });
    expect(opened.ok ? '' : opened.error.message).toContain(occupied);
    reportFigure(
      'Storage faults',
      'read-only disk, file in place of the folder',
      '2 of 2 refused by the folder’s name',
    );
  });

  test('is refused to a second program, however the first one came to hold it', async () => {
    const folder = await makeFolder();
    const holder = spawn(process.execPath, [await holderProgram(), folder, testKeyHex], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onTestFinished(() => void holder.kill('SIGKILL'));
    await untilItSpeaks(holder);
    const second = await openSoundCache({ folder, keyHex: testKeyHex }, 'powerCut', Date.now);
    expect(second).toMatchObject({ ok: false, error: { code: 'BUSY' } });
    const gone = new Promise((resolve) => holder.once('close', resolve));
    holder.kill('SIGKILL');
    await gone;
    const third = await openSoundCache({ folder, keyHex: testKeyHex }, 'powerCut', Date.now);
    expect(third.ok).toBe(true);
    if (third.ok) await third.value.close();
  }, 60_000);
});

/** Waits for a whole line; rejects with what it complained of when the process ends before. */
function untilItSpeaks(child: ChildProcessByStdio<null, Readable, Readable>): Promise<void> {
  return new Promise((resolve, reject) => {
    let [said, complained] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (said.includes('\n')) resolve();
    });
    child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString('utf8')));
    child.once('error', reject);
    child.once('close', (code, by) => reject(new Error(`ended with ${by ?? code}: ${complained}`)));
  });
}

function holderProgram(): Promise<string> {
  return buildForNode('cacheHolder', 'test/helpers/cacheHolderProcess.ts');
}
