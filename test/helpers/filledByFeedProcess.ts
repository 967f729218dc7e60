/** A process that follows a feed into a cache and places orders meanwhile, until it is killed: for the fault test. */
import { openCacheReader, openCacheWriter } from '../../electron/db/cache';
import { createAuditLog } from '../../electron/services/audit';
import { storeOrder } from '../../electron/services/orderRecords';
import { createChangesFeed } from '../../electron/sync/changesFeed';
import { runSync } from '../../electron/sync/syncEngine';
import { usualOrderLimits } from '../../shared/domain/orderSettings';

const [folder = '', keyHex = '', feedUrl = ''] = process.argv.slice(2);

const location = { folder, keyHex };
const feedWriter = await openCacheWriter(location);
const orderWriter = await openCacheWriter(location, 'powerCut');
const reader = await openCacheReader(location);
if (!feedWriter.ok || !orderWriter.ok || !reader.ok) throw new Error('The shop cannot open.');
const nothing = () => undefined;
void runSync(
  {
    writer: feedWriter.value,
    feed: createChangesFeed(feedUrl, null),
    retentionDays: 90,
    mode: 'follow',
    listener: { onStatus: nothing, onChanged: nothing, onServerTime: nothing },
  },
  new AbortController().signal,
);
const records = {
  writer: orderWriter.value,
  audit: createAuditLog(keyHex),
  limits: usualOrderLimits,
  now: Date.now,
};
for (let count = 0; ; count += 1) {
  const placed = await storeOrder(
    records,
    {
      msisdn: String(2250708000000 + (count % 100)),
      intent: { kind: 'pass', offer: 'PASS-NET-1J', payer: 'main' },
      price: null,
      by: 'staff:k.yao',
    },
    true,
  );
  // From here on the order is acknowledged: it has to outlive the kill.
  if (placed.ok) process.stdout.write(`${placed.order.id}\n`);
  await new Promise((resolve) => setTimeout(resolve, 5));
}
