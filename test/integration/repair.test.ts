/** What becomes of a cache that is damaged: what no feed brings again is saved first, the rest as far as it can be read. */
import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { databaseFileOf } from '../../electron/db/cache';
import { checkIntegrity } from '../../electron/db/integrity';
import { findUnfinishedOrders } from '../../electron/db/orders';
import { markDamaged, removeSetAside } from '../../electron/db/repairCache';
import { findLastRepair } from '../../electron/db/repairs';
import { restoreKnown } from '../../electron/db/restoreKnown';
import { openSoundCache, type SoundCache } from '../../electron/db/soundCache';
import { countSubscribers } from '../../electron/db/subscribers';
import { createAuditLog, verifyAudit } from '../../electron/services/audit';
import { startUpstream, type Upstream } from '../../electron/services/training/upstream';
import { fillShop, orders } from '../helpers/filledShop';
import { effortSeed, sizeOf } from '../helpers/effort';
import { reportFigure } from '../helpers/figures';
import { syncOnce } from '../helpers/syncRun';
import { makeFolder, testKeyHex } from '../helpers/testCache';
import { SeededRandom } from '../../electron/services/training/seededRandom';

const pageBytes = 4096;
const never = new AbortController().signal;

async function serve(subscribers: number): Promise<Upstream> {
  const upstream = await startUpstream({ subscribers, seed: 7, tickMs: 0 });
  onTestFinished(upstream.close);
  return upstream;
}

async function open(folder: string): Promise<SoundCache> {
  const opened = await openSoundCache({ folder, keyHex: testKeyHex }, 'powerCut', Date.now);
  if (!opened.ok) throw new Error(opened.error.message);
  let closing: Promise<void> | null = null;
  const close = () => (closing ??= opened.value.close());
  onTestFinished(close);
  return { ...opened.value, close };
}

async function flip(file: string, page: number, offset: number): Promise<void> {
  const bytes = await readFile(file);
  const at = page * pageBytes + offset;
  bytes[at] = (bytes[at] ?? 0) ^ 0x40;
  await writeFile(file, bytes);
}

describe('a damaged cache', () => {
  test('is replaced by one with all orders, the log and who is known, and then follows the feed again', async () => {
    const upstream = await serve(3_000);
    const { folder } = await fillShop(await makeFolder(), upstream.url);
    const file = databaseFileOf(folder);
    const pages = (await stat(file)).size / pageBytes;
    await flip(file, Math.floor(pages / 2), 1_000);
    await markDamaged(folder);

    const repaired = await open(folder);
    expect(repaired.repaired).toMatchObject({ lost: [], restored: false });
    expect(await findUnfinishedOrders(repaired.reader)).toHaveLength(orders);
    expect(await verifyAudit(repaired.reader, testKeyHex)).toMatchObject({ ok: true, entries: orders });
    expect(await countSubscribers(repaired.reader)).toBe(0);

    await restoreKnown({ folder, keyHex: testKeyHex }, repaired.writer, never);
    const known = await countSubscribers(repaired.reader);
    expect(known).toBeGreaterThan(2_900);
    upstream.remove('subscriber:2250700000005');
    expect(
      await syncOnce({ ...repaired, location: { folder, keyHex: testKeyHex } }, upstream.url),
    ).toMatchObject({
      end: 'caughtUp',
    });
    expect(await countSubscribers(repaired.reader)).toBe(2_999);
    expect(await checkIntegrity(repaired.reader)).toEqual({ problems: [] });
    expect(await findLastRepair(repaired.reader)).toMatchObject({ restored: true });
    expect((await readdir(folder)).filter((name) => name.startsWith('comptoir.damaged-'))).toHaveLength(1);
  });

  test('keeps a log that can be added to when the mark of its end is lost, and goes on saying so', async () => {
    const { folder } = await fillShop(await makeFolder(), null);
    const cache = await open(folder);
    const row = await cache.reader.get(`SELECT rootpage FROM sqlite_schema WHERE name = 'audit_end'`);
    await cache.close();
    await flip(databaseFileOf(folder), Number(row?.['rootpage']) - 1, 500);

    const { reader, writer, repaired } = await open(folder);
    expect(repaired?.lost).toEqual(['audit_end']);
    const lacking = { entries: orders, ok: false, firstBad: orders + 1 };
    expect(await verifyAudit(reader, testKeyHex)).toEqual(lacking);
    const log = createAuditLog(testKeyHex);
    await writer.transaction((transaction) =>
      log.append(transaction, {
        at: Date.now(),
        actor: 'program',
        action: 'cache:repaired',
        subject: 'cache',
        details: {},
      }),
    );
    expect(await verifyAudit(reader, testKeyHex)).toEqual({ ...lacking, entries: orders + 1 });
  });

  test('is left alone, for a person to decide, when not even its list of tables can be read', async () => {
    const { folder } = await fillShop(await makeFolder(), null);
    await flip(databaseFileOf(folder), 0, 200);
    const before = await readFile(databaseFileOf(folder));
    const opened = await openSoundCache({ folder, keyHex: testKeyHex }, 'powerCut', Date.now);
    expect(opened).toMatchObject({ ok: false, error: { code: 'DAMAGED' } });
    expect((await readFile(databaseFileOf(folder))).equals(before)).toBe(true);
  });

  test('is taken for one however often its repair is cut off between two steps', async () => {
    const { folder } = await fillShop(await makeFolder(), null);
    await markDamaged(folder);
    await (await open(folder)).close();
    // As if it had ended after the damaged file was moved, and after the rebuilt one was whole.
    const rebuilt = join(folder, 'comptoir.rebuilt-2026-11-25T10-00-00.000Z.db');
    await rename(databaseFileOf(folder), rebuilt);
    const again = await open(folder);
    expect(again.repaired).toBeNull();
    expect(await findUnfinishedOrders(again.reader)).toHaveLength(orders);
  });

  test('leaves no more than two files that were set aside, and none beyond its retention', async () => {
    const { folder } = await fillShop(await makeFolder(), null);
    for (let count = 0; count < 4; count += 1) {
      await markDamaged(folder);
      await (await open(folder)).close();
    }
    const setAside = async () =>
      (await readdir(folder)).filter((name) => name.startsWith('comptoir.damaged-'));
    expect(await setAside()).toHaveLength(2);
    await removeSetAside(folder, Date.now() + 1_000);
    expect(await setAside()).toEqual([]);
  });
});

test('random damage anywhere is detected, and costs no order and no entry that lies elsewhere', async () => {
  const flips = sizeOf({ short: 10, long: 200 });
  const upstream = await serve(1_500);
  const random = new SeededRandom(effortSeed, 31);
  const { folder: original } = await fillShop(await makeFolder(), upstream.url);
  const content = await readFile(databaseFileOf(original));
  const keyCheck = await readFile(`${databaseFileOf(original)}.keycheck`);
  const pages = content.length / pageBytes;
  let [saved, left, lost] = [0, 0, 0];
  for (let round = 0; round < flips; round += 1) {
    const folder = await makeFolder();
    const page = random.integer(0, pages - 1);
    await writeFile(databaseFileOf(folder), content);
    await writeFile(`${databaseFileOf(folder)}.keycheck`, keyCheck);
    // The last 80 bytes of a page are its seal and the reserve beside it.
    await flip(databaseFileOf(folder), page, random.integer(16, pageBytes - 17));
    const opened = await openSoundCache({ folder, keyHex: testKeyHex }, 'powerCut', Date.now);
    if (!opened.ok) {
      expect(opened.error.code).toBe('DAMAGED');
      left += 1;
      continue;
    }
    if (opened.value.repaired === null) {
      expect((await checkIntegrity(opened.value.reader)).problems).not.toEqual([]);
      await markDamaged(folder);
    }
    await opened.value.close();
    const repaired = await open(folder);
    const found = (await findUnfinishedOrders(repaired.reader)).length;
    if ((await findLastRepair(repaired.reader))?.lost.includes('orders') === true) lost += orders - found;
    else expect(found).toBe(orders);
    expect((await checkIntegrity(repaired.reader)).problems).toEqual([]);
    await repaired.close();
    saved += 1;
  }
  reportFigure(
    'Storage faults',
    'random page flips',
    `${flips} of ${flips} detected; ${saved} repaired, ${left} left to a person (first page), ` +
      `${lost} of ${saved * orders} orders lay on the damaged page`,
  );
}, 900_000);

test('a wrong key and a damaged first page are told apart, every time', async () => {
  const rounds = sizeOf({ short: 20, long: 200 });
  const random = new SeededRandom(effortSeed, 32);
  const { folder } = await fillShop(await makeFolder(), null);
  const file = databaseFileOf(folder);
  const content = await readFile(file);
  let told = 0;
  for (let round = 0; round < rounds; round += 1) {
    const isDamaged = random.chance(0.5);
    const keyHex = random.chance(0.5) ? testKeyHex : random.next().toString(16).padStart(64, 'a');
    await writeFile(file, content);
    if (isDamaged) await flip(file, 0, random.integer(0, pageBytes - 1));
    const opened = await openSoundCache({ folder, keyHex }, 'powerCut', Date.now);
    if (opened.ok) await opened.value.close();
    const expected = keyHex !== testKeyHex ? 'WRONG_KEY' : isDamaged ? 'DAMAGED' : 'opened';
    expect(opened.ok ? 'opened' : opened.error.code).toBe(expected);
    told += 1;
  }
  reportFigure('At rest', 'wrong key or damage', `${told} of ${rounds} told apart`);
}, 300_000);
