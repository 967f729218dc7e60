/** What becomes of orders when things break, with the figures. */
import { spawn } from 'node:child_process';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openLiveClient, type LiveClient } from '../../electron/live/liveClient';
import { countUnfinishedOrders, findLatestOrders, findUnfinishedOrders } from '../../electron/db/orders';
import { verifyAudit } from '../../electron/services/audit';
import type { Upstream } from '../../electron/services/training/upstream';
import { validateFeedDocument } from '../../shared/domain/feedValidation';
import type { SubscriberDocument } from '../../shared/domain/feedDocument';
import { marketPack } from '../../shared/domain/market';
import { buildRichSubscriber } from '../helpers/builders';
import { buildForNode } from '../helpers/builtCli';
import { sizeOf } from '../helpers/effort';
import { reportFigure } from '../helpers/figures';
import { startOperator } from '../helpers/operatorCalls';
import { sentBlindly, startOrderWitness } from '../helpers/orderWitness';
import { passFor, placeOrder, runOutbox } from '../helpers/outboxRun';
import { openTestCache, testKeyHex } from '../helpers/testCache';

const rounds = sizeOf({ short: 5, long: 100 });
const price = 250;
const rich = 100_000;

async function openClient(url: string): Promise<LiveClient> {
  const opened = await openLiveClient({ url }, marketPack('CI'));
  if (!opened.ok) throw new Error(opened.error);
  onTestFinished(opened.client.close);
  return opened.client;
}

function putCustomer(upstream: Upstream, msisdn: string): void {
  upstream.put(
    buildRichSubscriber({ msisdn, main: { amount: rich, currency: 'XOF' }, buckets: [], options: [] }),
  );
}

function customerAt(upstream: Upstream, msisdn: string): SubscriberDocument {
  const read = validateFeedDocument(upstream.find(`subscriber:${msisdn}`));
  if (read.kind !== 'valid' || read.document.type !== 'subscriber') throw new Error('The customer is gone.');
  return read.document;
}

/** How often the pass took effect, by what was paid and by what was given. */
function effectsAt(upstream: Upstream, msisdn: string): readonly number[] {
  const { main, buckets = [] } = customerAt(upstream, msisdn);
  return [(rich - main.amount) / price, buckets.length];
}

const untilTrue = async (isTrue: () => Promise<boolean>): Promise<void> => {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 20));
};

describe('a shop that is killed', () => {
  let program = '';
  beforeAll(async () => {
    program = await buildForNode('outbox', 'test/helpers/outboxProcess.ts');
  }, 120_000);

  test.each([
    ['after the order was stored, before it was marked as sent', 'stored'],
    ['after the order was marked as sent, before it was sent', 'marked'],
    ['after the operator received it, before it answered', 'received'],
    ['after the answer came, before it was stored', 'answered'],
    ['after the answer was stored', 'acknowledged'],
  ])(
    '%s has its order take effect exactly once',
    async (moment, window) => {
      const { upstream } = await startOperator({ orderMs: 10, now: Date.now });
      const witness = await startOrderWitness(upstream.liveUrl);
      const client = await openClient(witness.url);
      let once = 0;
      for (let round = 0; round < rounds; round += 1) {
        const msisdn = String(2250708000000 + round);
        putCustomer(upstream, msisdn);
        if (window === 'received') {
          upstream.setFaults([
            { fault: { kind: 'late', delayMs: 20_000 }, on: ['orders'], method: 'POST', times: 1 },
          ]);
        }
        const cache = await openTestCache();
        const args = [program, cache.location.folder, testKeyHex, witness.url, msisdn, window];
        const shop = spawn(process.execPath, args, { stdio: 'inherit' });
        const signal = await new Promise((resolve) => shop.once('close', (_code, by) => resolve(by)));
        expect(signal).toBe('SIGKILL');
        const { outbox } = await runOutbox(client, { now: Date.now, backoffMs: () => 5 }, cache);
        await untilTrue(async () => (await countUnfinishedOrders(cache.reader)) === 0);
        const [order] = await outbox.latest();
        expect(order?.progress.state).toBe('completed');
        expect(effectsAt(upstream, msisdn)).toEqual([1, 1]);
        expect(await verifyAudit(cache.reader, testKeyHex)).toMatchObject({ ok: true });
        await outbox.stop();
        await cache.close();
        once += 1;
      }
      const sent = witness.passed.filter(({ kind }) => kind === 'order').length;
      expect(sentBlindly(witness.passed)).toEqual([]);
      expect(sent).toBe(rounds);
      reportFigure('Outbox', `killed ${moment}`, `${rounds} kills, ${once} orders once, ${sent} sendings`);
    },
    rounds * 20_000 + 30_000,
  );
});

describe('500 orders that were taken offline', () => {
  test('all come to their right end once, each customer’s in order, over a line that loses and repeats', async () => {
    const { upstream } = await startOperator({ orderMs: 50, now: Date.now });
    const witness = await startOrderWitness(upstream.liveUrl);
    const client = await openClient(witness.url);
    const cache = await openTestCache();
    const { outbox } = await runOutbox(
      client,
      { now: Date.now, backoffMs: (failures) => Math.min(2 ** failures, 50) },
      cache,
    );
    const customers = Array.from({ length: 100 }, (_, index) => String(2250708100000 + index));
    for (const msisdn of customers) putCustomer(upstream, msisdn);

    upstream.setFault({ kind: 'offline' });
    for (let count = 0; count < 5; count += 1) {
      // The last one of each customer is refused: there is no such pass.
      for (const msisdn of customers) {
        await placeOrder(outbox, passFor(msisdn, count === 4 ? 'PASS-NONE' : 'PASS-NET-1J'));
      }
    }
    expect(await countUnfinishedOrders(cache.reader)).toBe(500);

    const on = ['orders'] as const;
    upstream.setFaults([
      { fault: { kind: 'lostAnswer' }, on, probability: 0.1 },
      { fault: { kind: 'status', status: 500 }, on, probability: 0.05 },
      { fault: { kind: 'status', status: 500, afterEffect: true }, on, probability: 0.05 },
      { fault: { kind: 'duplicate' }, on, probability: 0.05 },
    ]);
    const startedAt = performance.now();
    await untilTrue(async () => (await countUnfinishedOrders(cache.reader)) === 0);
    const seconds = (performance.now() - startedAt) / 1000;

    const all = (await findLatestOrders(cache.reader, 500)).toReversed();
    for (const msisdn of customers) {
      expect(effectsAt(upstream, msisdn)).toEqual([4, 4]);
      const placed = all.filter((order) => order.msisdn === msisdn);
      expect(placed.map(({ progress }) => progress.state)).toEqual([
        'completed',
        'completed',
        'completed',
        'completed',
        'rejected',
      ]);
      const lastSent = placed.map(({ id }) =>
        witness.passed.findLastIndex(({ kind, orderId }) => kind === 'order' && orderId === id),
      );
      expect(lastSent).toEqual(lastSent.toSorted((a, b) => a - b));
    }
    expect(sentBlindly(witness.passed)).toEqual([]);
    expect(await findUnfinishedOrders(cache.reader)).toEqual([]);
    expect(await verifyAudit(cache.reader, testKeyHex)).toMatchObject({ ok: true });
    const orders = witness.passed.filter(({ kind }) => kind === 'order').length;
    const questions = witness.passed.length - orders;
    reportFigure(
      'Outbox',
      '500 offline orders over a bad line',
      `ended in ${seconds.toFixed(1)} s, ${orders} sendings, ${questions} questions, 0 blind`,
    );
  }, 180_000);
});
