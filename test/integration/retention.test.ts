/** What is past its retention leaves, down to the bytes of the file and its WAL; and neither grows without bound. */
import { stat } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { databaseFileOf } from '../../electron/db/cache';
import { checkIntegrity } from '../../electron/db/integrity';
import { insertLedgerEntries } from '../../electron/db/ledgerEntries';
import { putLiveSections } from '../../electron/db/liveOverlay';
import { findUnfinishedOrders } from '../../electron/db/orders';
import { createAuditLog } from '../../electron/services/audit';
import { storeOrder } from '../../electron/services/orderRecords';
import { startUpstream, type Upstream } from '../../electron/services/training/upstream';
import { keepHouse } from '../../electron/sync/housekeeping';
import type { LedgerEntry } from '../../shared/domain/ledger';
import { usualOrderLimits } from '../../shared/domain/orderSettings';
import { decryptedPages } from '../helpers/decryptedPages';
import { sizeOf } from '../helpers/effort';
import { reportFigure } from '../helpers/figures';
import { passFor } from '../helpers/outboxRun';
import { followFeed, syncOnce } from '../helpers/syncRun';
import { openTestCache, testKeyHex, type TestCache } from '../helpers/testCache';

const day = 86_400_000;
const first = '2250700000001';

async function serve(subscribers: number): Promise<Upstream> {
  const upstream = await startUpstream({ subscribers, seed: 7, tickMs: 0 });
  onTestFinished(upstream.close);
  return upstream;
}

function entryAt(at: number, label: string): LedgerEntry {
  const time = new Date(at).toISOString();
  return { at: time, accountId: 'b', code: 'b', label, unit: 'XOF', kind: 'used', amount: -1 };
}

async function pagesWith(cache: TestCache, text: string): Promise<number> {
  const bytes = Buffer.from(text);
  return (await decryptedPages(cache.location)).filter((page) => page.includes(bytes)).length;
}

test('what is past its retention is in no row, no index, no free page and no frame of the WAL', async () => {
  const [cache, upstream] = [await openTestCache(), await serve(40)];
  await syncOnce(cache, upstream.url);
  const now = Date.now();
  const [past, kept] = ['CANARI-PASSE', 'CANARI-GARDE'];
  await cache.writer.transaction(async (transaction) => {
    for (let count = 0; count < 400; count += 1) {
      await insertLedgerEntries(transaction, [
        { msisdn: first, entry: entryAt(now - 91 * day, past) },
        { msisdn: first, entry: entryAt(now - 89 * day, kept) },
      ]);
    }
    await putLiveSections(transaction, first, [
      { name: 'bills', asOf: new Date(now - 91 * day).toISOString(), value: [{ id: past }] },
    ]);
  });
  const records = { audit: createAuditLog(testKeyHex), limits: usualOrderLimits, now: () => now - 91 * day };
  await storeOrder({ ...records, writer: cache.writer }, passFor(first, 'PASS-DONE'), true);
  await storeOrder({ ...records, writer: cache.writer }, passFor(first, 'PASS-ON-ITS-WAY'), true);
  await cache.writer.transaction((transaction) =>
    transaction.run(`UPDATE orders SET state = 'completed' WHERE intent LIKE '%PASS-DONE%'`),
  );
  expect(await pagesWith(cache, past)).toBeGreaterThan(0);

  await keepHouse(cache.writer, now - 90 * day);
  expect(await pagesWith(cache, past)).toBe(0);
  expect(await pagesWith(cache, kept)).toBeGreaterThan(0);
  const waiting = await findUnfinishedOrders(cache.reader);
  expect(waiting.map(({ intent }) => intent)).toMatchObject([{ offer: 'PASS-ON-ITS-WAY' }]);
  expect(await cache.reader.all('SELECT id FROM orders')).toHaveLength(1);
  reportFigure('Privacy', 'past retention, in file and WAL read with the key', '402 rows gone, 0 traces');
});

test('the WAL stays small while much is written and somebody reads', async () => {
  const subscribers = sizeOf({ short: 10_000, long: 100_000 });
  const [cache, upstream] = [await openTestCache(), await serve(subscribers)];
  const wal = `${databaseFileOf(cache.location.folder)}-wal`;
  let largest = 0;
  const following = followFeed(cache, upstream.url);
  while (following.statuses.at(-1)?.state !== 'live') {
    await cache.reader.all('SELECT count(*) FROM subscribers');
    largest = Math.max(largest, (await stat(wal)).size);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await following.stop();
  const megabytes = largest / 1_048_576;
  expect(megabytes).toBeGreaterThan(0);
  expect(megabytes).toBeLessThanOrEqual(64);
  reportFigure(
    'Resources',
    `WAL while ${subscribers} documents come in`,
    `at most ${megabytes.toFixed(1)} MB`,
  );
}, 180_000);

test('a cache that has shrunk gives its room back', async () => {
  const cache = await openTestCache();
  await cache.writer.transaction(async (transaction) => {
    for (let count = 0; count < 20; count += 1) {
      await insertLedgerEntries(
        transaction,
        Array.from({ length: 1_000 }, () => ({ msisdn: first, entry: entryAt(Date.now() - 91 * day, 'x') })),
      );
    }
  });
  await cache.writer.foldWal();
  const file = databaseFileOf(cache.location.folder);
  const before = (await stat(file)).size;
  await keepHouse(cache.writer, Date.now() - 90 * day);
  const after = (await stat(file)).size;
  expect(after).toBeLessThan(before / 4);
  expect(await checkIntegrity(cache.reader)).toEqual({ problems: [] });
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} kB`;
  reportFigure(
    'Resources',
    'database after its content went',
    `${kilobytes(before)} before, ${kilobytes(after)} after`,
  );
});
