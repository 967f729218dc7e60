/** The lines of a customer by their id: found in any spelling, restricted where they must be, and in the log. */
import { expect, onTestFinished, test } from 'vitest';
import { createAuditLog } from '../../electron/services/audit';
import { createCustomerLines } from '../../electron/services/customerLines';
import { startUpstream } from '../../electron/services/training/upstream';
import { findAuditEntriesAfter } from '../../electron/db/auditEntries';
import { marketPack } from '../../shared/domain/market';
import { syncOnce } from '../helpers/syncRun';
import { openTestCache, testKeyHex } from '../helpers/testCache';

test('a customer’s id leads to each of their lines, whatever its spelling, and who asked is in the log', async () => {
  const cache = await openTestCache();
  const upstream = await startUpstream({ subscribers: 40, seed: 5, tickMs: 0 });
  onTestFinished(() => upstream.close());
  await syncOnce(cache, upstream.url);
  const lines = createCustomerLines({
    ...{ reader: cache.reader, writer: cache.writer },
    audit: createAuditLog(testKeyHex),
    market: marketPack('CI'),
    now: () => 1_000,
  });
  const someone = upstream.find('subscriber:2250700000009');
  const customer = new Map(Object.entries(someone?.['customer'] ?? {}));
  const id = String(customer.get('id'));
  const found = await lines.find(`  ${id.toLowerCase()} `, 'staff:k.yao');
  expect(found).toEqual({
    ok: true,
    value: [
      { text: '07 00 00 00 09', status: 'active', plan: expect.any(String) as string },
      { text: '07 00 00 00 10', status: 'active', plan: expect.any(String) as string },
      { text: '07 00 00 00 11', status: 'inactive', plan: null },
    ],
  });
  expect(await lines.find('C-nobody', 'staff:k.yao')).toEqual({ ok: true, value: [] });
  const log = await findAuditEntriesAfter(cache.reader, 0, 10);
  expect(log.map(({ action, actor, subject }) => [action, actor, subject])).toEqual([
    ['customer:linesLookedUp', 'staff:k.yao', `customer:${id}`],
  ]);
});
