import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAuditLog, verifyAudit } from '../../electron/services/audit';
import { makeOrderId } from '../../electron/services/orderId';
import { insertOrder } from '../../electron/db/orders';
import { newOrder } from '../../shared/domain/order';
import { buildCli, runCli } from '../helpers/builtCli';
import { openTestCache, testKeyHex, type TestCache } from '../helpers/testCache';

const at = Date.UTC(2026, 10, 22, 12);

/** A log of so many entries, written as the program does. */
async function openLog(entries: number): Promise<TestCache> {
  const cache = await openTestCache();
  const log = createAuditLog(testKeyHex);
  await cache.writer.transaction(async (transaction) => {
    for (let number = 1; number <= entries; number += 1) {
      await log.append(transaction, {
        at: at + number,
        actor: 'staff:k.yao',
        action: 'order:placed',
        subject: `order-${number}`,
        details: { entries: 250 * number },
      });
    }
  });
  return cache;
}

/** Does to the tables what somebody with the key of the file could. */
async function tamper({ writer }: TestCache, sql: string): Promise<void> {
  await writer.transaction((transaction) => transaction.script(sql));
}

describe('the audit log', () => {
  test('is sound as it was written, and when nothing was ever written', async () => {
    const { reader } = await openLog(0);
    expect(await verifyAudit(reader, testKeyHex)).toEqual({ entries: 0, ok: true });
    const log = await openLog(2_500);
    expect(await verifyAudit(log.reader, testKeyHex)).toEqual({ entries: 2_500, ok: true });
  });

  test.each(['at = at + 1', `actor = 'staff:a.kone'`, `action = 'x'`, `subject = 'x'`, `details = '{}'`])(
    'shows an entry in which somebody set %s',
    async (change) => {
      const cache = await openLog(20);
      await tamper(cache, `UPDATE audit SET ${change} WHERE number = 7`);
      expect(await verifyAudit(cache.reader, testKeyHex)).toEqual({ entries: 20, ok: false, firstBad: 7 });
    },
  );

  test('shows two entries that changed places, with their seals or without', async () => {
    const whole = await openLog(20);
    await tamper(
      whole,
      `UPDATE audit SET number = -1 WHERE number = 7; UPDATE audit SET number = 7 WHERE number = 12;
       UPDATE audit SET number = 12 WHERE number = -1`,
    );
    expect(await verifyAudit(whole.reader, testKeyHex)).toMatchObject({ ok: false, firstBad: 7 });
    const contents = await openLog(20);
    await tamper(
      contents,
      `UPDATE audit SET subject = CASE number WHEN 7 THEN 'order-12' ELSE 'order-7' END WHERE number IN (7, 12)`,
    );
    expect(await verifyAudit(contents.reader, testKeyHex)).toMatchObject({ ok: false, firstBad: 7 });
  });

  test.each([
    ['at its beginning', 'DELETE FROM audit WHERE number <= 3', 1],
    ['in the middle', 'DELETE FROM audit WHERE number = 9', 9],
    [
      'in the middle, and closed up',
      'DELETE FROM audit WHERE number = 9; UPDATE audit SET number = number - 1 WHERE number > 9',
      9,
    ],
    ['at its end', 'DELETE FROM audit WHERE number > 15', 16],
    [
      'at its end, with the end moved',
      'DELETE FROM audit WHERE number > 15; UPDATE audit_end SET entries = 15',
      16,
    ],
    ['at its end, without an end', 'DELETE FROM audit WHERE number > 15; DELETE FROM audit_end', 16],
    ['whole', 'DELETE FROM audit', 1],
  ])('shows that it was cut %s', async (_, sql, firstBad) => {
    const cache = await openLog(20);
    await tamper(cache, sql);
    expect(await verifyAudit(cache.reader, testKeyHex)).toMatchObject({ ok: false, firstBad });
  });

  test('shows that it was taken away whole, as long as there is an order', async () => {
    const cache = await openLog(3);
    await cache.writer.transaction((transaction) =>
      insertOrder(transaction, {
        id: makeOrderId(at),
        msisdn: '2250700000001',
        intent: { kind: 'plan', plan: 'Tigre' },
        price: null,
        placedBy: 'customer',
        placedAt: at,
        since: at,
        progress: newOrder,
      }),
    );
    await tamper(cache, 'DELETE FROM audit; DELETE FROM audit_end');
    expect(await verifyAudit(cache.reader, testKeyHex)).toEqual({ entries: 0, ok: false, firstBad: 1 });
  });

  test.each([
    ['cut', 'DELETE FROM audit WHERE number > 15'],
    ['cut, with the end moved', 'DELETE FROM audit WHERE number > 15; UPDATE audit_end SET entries = 15'],
    [
      'cut, with an end of no seal',
      'DELETE FROM audit WHERE number > 15; UPDATE audit_end SET entries = 15, seal = zeroblob(32)',
    ],
  ])('that was %s stays bad whatever is written after', async (_, sql) => {
    const cache = await openLog(20);
    await tamper(cache, sql);
    const log = createAuditLog(testKeyHex);
    await cache.writer.transaction((transaction) =>
      log.append(transaction, { at, actor: 'program', action: 'status:exported', subject: 'x', details: {} }),
    );
    expect(await verifyAudit(cache.reader, testKeyHex)).toMatchObject({ ok: false, firstBad: 16 });
  });

  test('cannot be sealed with another key', async () => {
    const cache = await openLog(3);
    const forger = createAuditLog('5e'.repeat(32));
    await cache.writer.transaction((transaction) =>
      forger.append(transaction, {
        at,
        actor: 'program',
        action: 'status:exported',
        subject: 'x',
        details: {},
      }),
    );
    expect(await verifyAudit(cache.reader, testKeyHex)).toMatchObject({ ok: false, firstBad: 4 });
  });
});

describe('audit verify', () => {
  let cli = '';
  beforeAll(async () => {
    cli = await buildCli('audit');
  }, 120_000);

  test('says how many entries there are and whether they are as they were written', async () => {
    const cache = await openLog(5);
    const { folder } = cache.location;
    const keyFile = join(folder, 'key');
    const config = join(folder, 'comptoir.json');
    await writeFile(keyFile, testKeyHex, { mode: 0o600 });
    const settings = { market: 'CI', feed: { url: 'http://127.0.0.1:9/shop' }, cache: { folder } };
    await writeFile(config, JSON.stringify(settings));
    onTestFinished(cache.close);
    const verify = (...args: readonly string[]) =>
      runCli(cli, ['audit', ...args, '--config', config, '--key-file', keyFile]);
    expect(await verify('verify')).toMatchObject({ exitCode: 0, stdout: '{"entries":5,"ok":true}\n' });
    await tamper(cache, `UPDATE audit SET subject = 'other' WHERE number = 2`);
    expect(await verify('verify')).toMatchObject({
      exitCode: 1,
      output: { entries: 5, ok: false, firstBad: 2 },
    });
    expect(await verify('mend')).toMatchObject({ exitCode: 2, output: { error: 'USAGE' } });
  });
});
