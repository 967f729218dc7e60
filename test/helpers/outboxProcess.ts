/** A shop that places one order and is killed at a moment of its choice: the process that the fault test starts. */
import { openLiveClient } from '../../electron/live/liveClient';
import { openCacheReader, openCacheWriter } from '../../electron/db/cache';
import type { CacheWriter } from '../../electron/db/connection';
import { createAuditLog } from '../../electron/services/audit';
import { openOutbox, type OrderTransport } from '../../electron/services/orders';
import { marketPack } from '../../shared/domain/market';
import { usualOrderLimits } from '../../shared/domain/orderSettings';

const [folder = '', keyHex = '', liveUrl = '', msisdn = '', window = ''] = process.argv.slice(2);

function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

/** The first transaction stores the order, the second that it is sent, the third what the operator said. */
function dyingWriter(writer: CacheWriter): CacheWriter {
  let begun = 0;
  return {
    ...writer,
    async transaction(work) {
      begun += 1;
      const number = begun;
      if (window === 'stored' && number === 2) await die();
      const result = await writer.transaction(work);
      if (window === 'acknowledged' && number === 3) await die();
      return result;
    },
  };
}

function dyingTransport(transport: OrderTransport): OrderTransport {
  return {
    ...transport,
    async placeOrder(order, signal) {
      if (window === 'marked') await die();
      const answer = transport.placeOrder(order, signal);
      if (window === 'received') {
        // The operator has it, and its answer is still on the way.
        const known = async () => (await transport.findOrder(order.orderId, signal)).kind;
        while (!['accepted', 'completed'].includes(await known()));
        await die();
      }
      const outcome = await answer;
      if (window === 'answered') await die();
      return outcome;
    },
  };
}

const location = { folder, keyHex };
const writer = await openCacheWriter(location, 'powerCut');
const reader = await openCacheReader(location);
const live = await openLiveClient({ url: liveUrl }, marketPack('CI'));
if (!writer.ok || !reader.ok || !live.ok) throw new Error('The shop cannot open.');
const outbox = await openOutbox({
  reader: reader.value,
  writer: dyingWriter(writer.value),
  audit: createAuditLog(keyHex),
  transport: dyingTransport(live.client),
  limits: usualOrderLimits,
  now: Date.now,
  backoffMs: () => 5,
  onChanged: () => undefined,
  reportBug: (problem) => {
    throw problem;
  },
});
await outbox.place({
  msisdn,
  intent: { kind: 'pass', offer: 'PASS-NET-1J', payer: 'main' },
  price: { amount: 250, currency: 'XOF' },
  by: 'staff:k.yao',
});
