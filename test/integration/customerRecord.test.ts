import { expect, onTestFinished, test } from 'vitest';
import { findCustomerRecord } from '../../electron/db/customerRecord';
import { insertOrder } from '../../electron/db/orders';
import { startUpstream } from '../../electron/services/training/upstream';
import { buildSubscriber } from '../helpers/builders';
import { buildOrder } from '../helpers/orders';
import { syncOnce } from '../helpers/syncRun';
import { openTestCache } from '../helpers/testCache';

const [msisdn, other] = ['2250799999990', '2250799999991'];

async function openSyncedCache() {
  const upstream = await startUpstream({ subscribers: 1, seed: 1, tickMs: 0 });
  onTestFinished(upstream.close);
  const cache = await openTestCache();
  /** The `count`th publication of the line: each has 10 F less. */
  const publish = (count: number) => {
    const asOf = new Date(Date.UTC(2026, 10, 22, 12, count)).toISOString();
    const main = { amount: 10_000 - 10 * count, currency: 'XOF', expiresAt: '2026-12-31T23:59:59Z' };
    upstream.put(buildSubscriber({ msisdn, _rev: `${count + 1}-a`, asOf, main }));
    return syncOnce(cache, upstream.url);
  };
  return { cache, publish, record: () => findCustomerRecord(cache.reader, msisdn) };
}

test('a balance never comes without the entry that explains it, while both are being written', async () => {
  const { publish, record } = await openSyncedCache();
  await publish(0);
  const publications = 40;
  const amounts = new Set<number>();
  let written = false;
  async function readAllTheWhile(): Promise<void> {
    while (!written) {
      const found = await record();
      const amount = found?.subscriber.document.main.amount ?? 0;
      const explained = found?.ledger.reduce((sum, entry) => sum - entry.amount, amount);
      expect(explained).toBe(10_000);
      amounts.add(amount);
    }
  }
  async function publishAll(): Promise<void> {
    try {
      for (let count = 1; count <= publications; count++) await publish(count);
    } finally {
      written = true;
    }
  }
  await Promise.all([publishAll(), readAllTheWhile()]);
  expect(amounts.size).toBeGreaterThan(publications / 4);
});

test('the newest hundred entries and the newest fifty orders of the line come first, and nobody else’s', async () => {
  const { cache, publish, record } = await openSyncedCache();
  await publish(0);
  await cache.writer.transaction(async (transaction) => {
    for (let count = 1; count <= 120; count++) {
      for (const line of [msisdn, other]) {
        const orderOfLine = buildOrder({ id: `${line}-${count}`, msisdn: line });
        await insertOrder(transaction, orderOfLine);
        await transaction.run(
          `INSERT INTO ledger (msisdn, at, account_id, code, unit, kind, amount) VALUES (?, ?, 'b', 'b', 'B', 'used', ?)`,
          // Two entries of each moment: among them the one that was written later comes first.
          [Number(line), Math.floor(count / 2) * 1_000, -count],
        );
      }
    }
  });
  const found = await record();
  const countdown = (from: number, length: number) => Array.from({ length }, (_, index) => from - index);
  expect(found?.ledger.map(({ amount }) => -amount)).toEqual(countdown(120, 100));
  expect(found?.orders.map(({ id }) => id)).toEqual(countdown(120, 50).map((count) => `${msisdn}-${count}`));
});

test('a number that is not in the cache has no record, whatever was once ordered for it', async () => {
  const { cache, record } = await openSyncedCache();
  await cache.writer.transaction((transaction) => insertOrder(transaction, buildOrder({ msisdn })));
  expect(await record()).toBeNull();
});
