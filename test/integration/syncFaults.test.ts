/** The sync against a line that breaks in every way, through a proxy that breaks it. */
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { readCheckpoint } from '../../electron/db/checkpoint';
import { findUnfinishedOrders } from '../../electron/db/orders';
import { countQuarantined, countQuarantineReasons } from '../../electron/db/quarantine';
import { countSubscribers } from '../../electron/db/subscribers';
import { createAuditLog } from '../../electron/services/audit';
import { storeOrder } from '../../electron/services/orderRecords';
import { startUpstream, type Upstream } from '../../electron/services/training/upstream';
import { createChangesFeed } from '../../electron/sync/changesFeed';
import { usualOrderLimits } from '../../shared/domain/orderSettings';
import { buildSubscriber } from '../helpers/builders';
import { sizeOf } from '../helpers/effort';
import { startFaultyLine, type BrokenAnswer } from '../helpers/faultyLine';
import { reportFigure } from '../helpers/figures';
import { passFor } from '../helpers/outboxRun';
import { followFeed, stored, syncOnce, until } from '../helpers/syncRun';
import { openTestCache, testKeyHex } from '../helpers/testCache';

async function serve(subscribers: number): Promise<Upstream> {
  const upstream = await startUpstream({ subscribers, seed: 7, tickMs: 0 });
  onTestFinished(upstream.close);
  return upstream;
}

const page = '{"results":[],"last_seq":99999}';
const row = (rest: string) => `{"results":[{"id":"a"${rest}}],"last_seq":99999}`;
const gzip = { 'content-encoding': 'gzip' };
const html = { 'content-type': 'text/html' };

const badBodies: readonly (readonly [string, BrokenAnswer])[] = [
  ['a login page with status 200', { body: '<html>Bienvenue</html>', headers: html }],
  ['a login page that calls itself JSON', { body: '<html>Bienvenue</html>' }],
  ['a login page that calls itself text', { body: '<html>', headers: { 'content-type': 'text/plain' } }],
  ['nothing', { body: '' }],
  ['nothing without a type', { body: '', headers: { 'content-type': '' } }],
  ['white space', { body: ' \n\t' }],
  ['a byte order mark alone', { body: '\ufeff' }],
  ['JSON that breaks off', { body: '{"results":[{"id":"subscriber:22507' }],
  ['JSON with a comma too many', { body: '{"results":[],"last_seq":99999,}' }],
  ['two answers in one', { body: page + page }],
  ['null', { body: 'null' }],
  ['true', { body: 'true' }],
  ['a number', { body: '5' }],
  ['a text', { body: '"results"' }],
  ['a list', { body: '[]' }],
  ['an object that is no page', { body: '{"ok":true}' }],
  ['results that are no list', { body: '{"results":{},"last_seq":1}' }],
  ['no last_seq', { body: '{"results":[]}' }],
  ['a last_seq that is an object', { body: '{"results":[],"last_seq":{}}' }],
  ['a row that is null', { body: '{"results":[null],"last_seq":99999}' }],
  ['a row that is a list', { body: '{"results":[[]],"last_seq":99999}' }],
  ['a row without an id', { body: '{"results":[{"changes":[{"rev":"1-a"}]}],"last_seq":99999}' }],
  ['a row without changes', { body: row('') }],
  ['a row with empty changes', { body: row(',"changes":[]') }],
  ['a row whose revision is a number', { body: row(',"changes":[{"rev":1}]') }],
  ['what is not gzip and says it is', { body: page, headers: gzip }],
  ['half of a gzip', { body: gzipSync(page).subarray(0, 20), headers: gzip }],
  ['a gzip with a wrong checksum', { body: withWrongChecksum(page), headers: gzip }],
  ['a gigabyte in a megabyte of gzip', { body: 'gzip bomb' }],
  ['a JSON of a thousand levels', { body: '['.repeat(1000) + ']'.repeat(1000) }],
  ['bytes that are no text', { body: Buffer.from([0xff, 0xfe, 0x00, 0xc3]) }],
  ['a body that is shorter than it said', { body: page, headers: { 'content-length': '5000' } }],
];

function withWrongChecksum(text: string): Buffer {
  const packed = gzipSync(text);
  packed[packed.length - 5] = (packed[packed.length - 5] ?? 0) ^ 1;
  return packed;
}

test('a page with a bad body is refused whole: the place in the feed stays, and it goes on from there', async () => {
  const [cache, upstream] = [await openTestCache(), await serve(300)];
  const line = await startFaultyLine(upstream.url);
  await syncOnce(cache, line.url);
  const before = await readCheckpoint(cache.reader);
  upstream.put(buildSubscriber({ msisdn: '2250799999999' }));
  // So that the attempts follow each other at once.
  const random = vi.spyOn(Math, 'random').mockReturnValue(0);
  onTestFinished(() => random.mockRestore());
  // Unpacking gigabytes takes its time; that a single one is given up is tested in changesFeed.test.ts.
  const bodies = sizeOf({ short: badBodies.filter(([name]) => !name.includes('gigabyte')), long: badBodies });
  for (const [, broken] of bodies) {
    line.breakChanges(broken);
    const { end, applied } = await syncOnce(cache, line.url);
    expect(end).toMatchObject({ kind: expect.stringMatching(/^(garbled|offline|tooLarge)$/) as string });
    expect(applied).toBe(0);
    expect(await readCheckpoint(cache.reader)).toEqual(before);
  }
  line.breakChanges(null);
  expect(await syncOnce(cache, line.url)).toMatchObject({ end: 'caughtUp', applied: 1 });
  reportFigure('Sync faults', 'bad bodies', `${bodies.length} of ${bodies.length} refused, place unchanged`);
}, 120_000);

test('a server of one byte a second is given up at the deadline', async () => {
  const deadlineMs = sizeOf({ short: 2_000, long: 60_000 });
  const line = await startFaultyLine((await serve(40)).url);
  line.breakChanges({ body: page, trickleMs: 1_000 });
  const feed = createChangesFeed(line.url, null, { deadlineMs, longpollMs: 1_000 });
  onTestFinished(feed.close);
  const startedAt = performance.now();
  const answer = await feed.changes(
    { since: 1, limit: 10, feed: 'normal', includeDocuments: true },
    new AbortController().signal,
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  expect(answer).toEqual({ kind: 'offline', reason: 'DEADLINE' });
  expect(seconds).toBeGreaterThanOrEqual(deadlineMs / 1_000 - 0.1);
  expect(seconds).toBeLessThan(deadlineMs / 1_000 + 2);
  reportFigure('Sync faults', 'one byte a second', `given up after ${seconds.toFixed(1)} s`);
}, 90_000);

test('a replaced database converges, and the orders on their way stay', async () => {
  const [cache, upstream] = [await openTestCache(), await serve(400)];
  await syncOnce(cache, upstream.url);
  const records = {
    writer: cache.writer,
    audit: createAuditLog(testKeyHex),
    limits: usualOrderLimits,
    now: Date.now,
  };
  for (let count = 0; count < 50; count += 1) {
    await storeOrder(records, passFor(String(2250708000000 + count)), true);
  }
  const before = await findUnfinishedOrders(cache.reader);
  upstream.put(buildSubscriber({ msisdn: '2250799999999' }));
  await syncOnce(cache, upstream.url);
  upstream.replaceDatabase();
  const summary = await syncOnce(cache, upstream.url);
  expect(summary).toMatchObject({ end: 'caughtUp', deleted: 1 });
  expect(await countSubscribers(cache.reader)).toBe(400);
  expect(await findUnfinishedOrders(cache.reader)).toEqual(before);
  reportFigure(
    'Sync faults',
    'replaced database',
    `400 of 400 as the new one has them, ${before.length} of 50 orders kept`,
  );
});

test('monstrous documents are set aside or passed over, and the feed goes on', async () => {
  const [cache, upstream] = [await openTestCache(), await serve(40)];
  const deep: unknown = JSON.parse('{"in":'.repeat(1000) + '1' + '}'.repeat(1000));
  upstream.put({ ...buildSubscriber({ msisdn: '2250799999991' }), note: 'x'.repeat(16_777_216) });
  upstream.put({ ...buildSubscriber({ msisdn: '2250799999992' }), deep });
  upstream.put({
    ...buildSubscriber({ msisdn: '2250799999993' }),
    loyalty: { points: [1, null, { a: 'b' }] },
  });
  upstream.put({ ...buildSubscriber({ msisdn: '2250799999994' }), buckets: 'many' });
  upstream.put({ ...buildSubscriber({ msisdn: '2250799999995' }), schema: 2 });
  upstream.put({ _id: 'tariff:1', type: 'tariff' });
  upstream.put({ _id: 'odd', type: { of: 'no known kind' } });
  upstream.put(buildSubscriber({ msisdn: '2250799999999' }));
  expect(await syncOnce(cache, upstream.url)).toMatchObject({ end: 'caughtUp' });
  expect(await stored(cache, '2250799999999')).not.toBeNull();
  expect(await stored(cache, '2250799999993')).toMatchObject({ loyalty: { points: [1, null, { a: 'b' }] } });
  const quarantined = await countQuarantined(cache.reader);
  expect(quarantined).toBeGreaterThanOrEqual(4);
  const reasons = await countQuarantineReasons(cache.reader);
  reportFigure(
    'Sync faults',
    '16 MB, 1,000 levels, wrong types, higher schema, unknown types and fields',
    `${quarantined} quarantined for ${reasons.length} reasons, unknown fields kept, the feed went on`,
  );
});

describe('a first sync', () => {
  test('that is interrupted 20 times is never called complete, and nothing is purged', async () => {
    const times = 20;
    const [cache, upstream] = [await openTestCache(), await serve(6_000)];
    const line = await startFaultyLine(upstream.url);
    let fewest = 0;
    for (let interruption = 0; interruption < times; interruption += 1) {
      line.cutAfterPages(interruption % 3 === 2 ? 1 : 0);
      const following = followFeed(cache, line.url);
      await until(
        () => following.statuses.at(-1)?.state,
        (state) => state === 'offline' || state === 'garbled',
      );
      await following.stop();
      expect(following.statuses.filter(({ complete }) => complete)).toEqual([]);
      expect((await readCheckpoint(cache.reader))?.everComplete ?? false).toBe(false);
      const count = await countSubscribers(cache.reader);
      expect(count).toBeGreaterThanOrEqual(fewest);
      fewest = count;
      if (count >= 5_000) upstream.replaceDatabase();
    }
    line.cutAfterPages(null);
    expect(await syncOnce(cache, line.url)).toMatchObject({ end: 'caughtUp' });
    expect((await readCheckpoint(cache.reader))?.everComplete).toBe(true);
    expect(await countSubscribers(cache.reader)).toBe(6_000);
    reportFigure('Sync faults', 'first sync interrupted', `${times} times, 0 called complete, 0 purged`);
  }, 180_000);
});
