import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readCheckpoint } from '../../electron/db/checkpoint';
import { findOffers } from '../../electron/db/documents';
import { findCustomerRecord } from '../../electron/db/customerRecord';
import { countQuarantined, countQuarantineReasons } from '../../electron/db/quarantine';
import { countSubscribers } from '../../electron/db/subscribers';
import { startUpstream, type Upstream } from '../../electron/services/training/upstream';
import { buildSubscriber, buildOffer } from '../helpers/builders';
import { rowOf, sendJson, startScriptedFeed } from '../helpers/scriptedFeed';
import { followFeed, stored, syncOnce, until } from '../helpers/syncRun';
import { openTestCache, type TestCache } from '../helpers/testCache';

async function serve(subscribers = 40): Promise<Upstream> {
  const upstream = await startUpstream({ subscribers, seed: 7, tickMs: 0 });
  onTestFinished(upstream.close);
  return upstream;
}

const first = '2250700000001';
const added = '2250799999999';

async function mainAmount(cache: TestCache, msisdn: string): Promise<number | undefined> {
  return (await stored(cache, msisdn))?.main.amount;
}

describe('catching up', () => {
  test('brings every subscriber as the feed has it, offers and the rest too', async () => {
    const [cache, upstream] = [await openTestCache(), await serve(2_500)];
    const summary = await syncOnce(cache, upstream.url);
    expect(summary).toMatchObject({ end: 'caughtUp', deleted: 0, quarantined: 0 });
    expect(await countSubscribers(cache.reader)).toBe(2_500);
    expect(await stored(cache, first)).toEqual(upstream.find(`subscriber:${first}`));
    expect((await findOffers(cache.reader)).length).toBeGreaterThan(0);
    const checkpoint = await readCheckpoint(cache.reader);
    expect(checkpoint).toMatchObject({
      pass: 1,
      passComplete: true,
      everComplete: true,
      since: summary.sequence,
    });
  });

  test('applies nothing the second time, and only what is new the third', async () => {
    const [cache, upstream] = [await openTestCache(), await serve()];
    await syncOnce(cache, upstream.url);
    expect(await syncOnce(cache, upstream.url)).toMatchObject({ end: 'caughtUp', applied: 0, deleted: 0 });
    upstream.put(buildSubscriber({ msisdn: added }));
    upstream.remove(`subscriber:${first}`);
    expect(await syncOnce(cache, upstream.url)).toMatchObject({ end: 'caughtUp', applied: 1, deleted: 1 });
    expect(await stored(cache, added)).toMatchObject({ msisdn: added });
    expect(await stored(cache, first)).toBeNull();
  });

  test('keeps fields that it does not know', async () => {
    const [cache, upstream] = [await openTestCache(), await serve()];
    upstream.put({ ...buildSubscriber({ msisdn: added }), loyalty: { points: 12.5, tags: ['gold', null] } });
    await syncOnce(cache, upstream.url);
    expect(await stored(cache, added)).toMatchObject({ loyalty: { points: 12.5, tags: ['gold', null] } });
  });

  test('counts documents of unknown types and passes over them', async () => {
    const [cache, upstream] = [await openTestCache(), await serve()];
    upstream.put({ _id: 'tariff:1', type: 'tariff' });
    upstream.put({ _id: '_design/views', views: {} });
    expect(await syncOnce(cache, upstream.url)).toMatchObject({ end: 'caughtUp', quarantined: 0 });
    expect((await readCheckpoint(cache.reader))?.unknownTypes).toBe(2);
  });

  test('removes an offer that is deleted', async () => {
    const [cache, upstream] = [await openTestCache(), await serve()];
    upstream.put(buildOffer({ _id: 'offer:X', code: 'X' }));
    await syncOnce(cache, upstream.url);
    upstream.remove('offer:X');
    await syncOnce(cache, upstream.url);
    expect((await findOffers(cache.reader)).filter(({ code }) => code === 'X')).toEqual([]);
  });
});

describe('quarantine', () => {
  test('keeps out what is not valid, with the reason and without the value, and goes on', async () => {
    const [cache, upstream] = [await openTestCache(), await serve()];
    upstream.put({ ...buildSubscriber({ msisdn: added }), status: 'SECRET-VALUE' });
    upstream.put({ ...buildSubscriber({ msisdn: '2250799999998' }), schema: 2 });
    upstream.put(buildSubscriber({ msisdn: '2250799999997' }));
    expect(await syncOnce(cache, upstream.url)).toMatchObject({ end: 'caughtUp', quarantined: 2 });
    expect(await stored(cache, added)).toBeNull();
    expect(await stored(cache, '2250799999997')).not.toBeNull();
    const reasons = JSON.stringify(await countQuarantineReasons(cache.reader));
    expect(reasons).toContain('/status must be');
    expect(reasons).toContain('/schema must not be above 1');
    expect(reasons).not.toContain('SECRET-VALUE');
  });

  test('leaves what was valid before readable, and lets go of a document when a valid revision comes', async () => {
    const [cache, upstream] = [await openTestCache(), await serve()];
    upstream.put(buildSubscriber({ msisdn: added, _rev: '1-a' }));
    await syncOnce(cache, upstream.url);
    upstream.put({
      ...buildSubscriber({ msisdn: added, _rev: '2-b' }),
      main: { amount: 1.5, currency: 'XOF' },
    });
    expect(await syncOnce(cache, upstream.url)).toMatchObject({ quarantined: 1 });
    expect(await mainAmount(cache, added)).toBe(1250);
    upstream.put(buildSubscriber({ msisdn: added, _rev: '3-c', main: { amount: 7, currency: 'XOF' } }));
    expect(await syncOnce(cache, upstream.url)).toMatchObject({ applied: 1, quarantined: 0 });
    expect(await countQuarantined(cache.reader)).toBe(0);
    expect(await mainAmount(cache, added)).toBe(7);
  });

  test('lets go of a document that is deleted', async () => {
    const [cache, upstream] = [await openTestCache(), await serve()];
    upstream.put({ ...buildSubscriber({ msisdn: added }), asOf: 'yesterday' });
    await syncOnce(cache, upstream.url);
    expect(await countQuarantined(cache.reader)).toBe(1);
    upstream.remove(`subscriber:${added}`);
    await syncOnce(cache, upstream.url);
    expect(await countQuarantined(cache.reader)).toBe(0);
  });

  test('takes in a document that is nested a thousand deep, and one that is too large, without stopping', async () => {
    const [cache, upstream] = [await openTestCache(), await serve()];
    const deep: unknown = JSON.parse('{"in":'.repeat(1000) + '1' + '}'.repeat(1000));
    upstream.put({ ...buildSubscriber({ msisdn: added }), deep });
    upstream.put({ ...buildSubscriber({ msisdn: '2250799999998' }), note: 'x'.repeat(16_000_000) });
    upstream.put(buildSubscriber({ msisdn: '2250799999997' }));
    expect(await syncOnce(cache, upstream.url)).toMatchObject({ end: 'caughtUp', quarantined: 2 });
    expect(await stored(cache, '2250799999997')).not.toBeNull();
  });

  test('gets past a document that is larger than any page may be', async () => {
    const cache = await openTestCache();
    const huge = { ...buildSubscriber({ msisdn: added }), note: 'x'.repeat(40_000_000) };
    const rows = [
      rowOf(1, buildSubscriber({ msisdn: first })),
      rowOf(2, huge),
      rowOf(3, buildSubscriber({ msisdn: '2250799999997' })),
    ];
    const { url, asked } = await startScriptedFeed((at, response) => {
      const since = Number(at.searchParams.get('since'));
      const results = rows.slice(since, since + Number(at.searchParams.get('limit')));
      const bare = at.searchParams.get('include_docs') === 'false';
      sendJson(response, {
        results: bare ? results.map((row) => ({ ...row, doc: undefined })) : results,
        last_seq: since + results.length,
        pending: rows.length - since - results.length,
      });
    });
    expect(await syncOnce(cache, url)).toMatchObject({
      end: 'caughtUp',
      applied: 2,
      quarantined: 1,
      sequence: 3,
    });
    expect(asked.filter((line) => line.includes('include_docs=false'))).toHaveLength(1);
  });
});

describe('order and repetition', () => {
  test('ignores a revision older than the stored one, and one older than a deletion', async () => {
    const cache = await openTestCache();
    const amounts = (amount: number, _rev: string) =>
      buildSubscriber({ msisdn: added, _rev, main: { amount, currency: 'XOF' } });
    const gone = buildSubscriber({ msisdn: first, _rev: '4-d' });
    const pages = [
      [rowOf(1, amounts(3, '3-c')), rowOf(2, amounts(2, '2-b')), rowOf(3, amounts(3, '3-c'))],
      [rowOf(4, amounts(1, '1-a')), { id: gone._id, seq: 5, changes: [{ rev: '5-e' }], deleted: true }],
      [rowOf(6, gone)],
    ];
    const { url } = await startScriptedFeed((at, response) => {
      const since = Number(at.searchParams.get('since'));
      sendJson(response, { results: pages[since] ?? [], last_seq: Math.min(since + 1, pages.length) });
    });
    expect(await syncOnce(cache, url)).toMatchObject({ end: 'caughtUp', applied: 1 });
    expect(await mainAmount(cache, added)).toBe(3);
    expect(await stored(cache, first)).toBeNull();
  });

  test('is not held for ever by a server that gives the same page again and again', async () => {
    const cache = await openTestCache();
    const { url } = await startScriptedFeed((_, response) =>
      sendJson(response, { results: [rowOf(1, buildSubscriber({ msisdn: added }))], last_seq: 1 }),
    );
    expect(await syncOnce(cache, url)).toMatchObject({ end: 'caughtUp', applied: 1, sequence: 1 });
  });
});

describe('the ledger', () => {
  test('gets the differences when a newer revision replaces a stored one, and goes with the subscriber', async () => {
    const [cache, upstream] = [await openTestCache(), await serve()];
    upstream.put(buildSubscriber({ msisdn: added, asOf: '2026-11-22T12:00:00Z' }));
    await syncOnce(cache, upstream.url);
    expect((await findCustomerRecord(cache.reader, added))?.ledger).toEqual([]);
    const main = { amount: 1_000, currency: 'XOF', expiresAt: '2026-12-31T23:59:59Z' };
    upstream.put(buildSubscriber({ msisdn: added, _rev: '2-b', asOf: '2026-11-22T13:00:00Z', main }));
    await syncOnce(cache, upstream.url);
    expect((await findCustomerRecord(cache.reader, added))?.ledger).toEqual([
      {
        at: '2026-11-22T13:00:00.000Z',
        accountId: 'main',
        code: 'main',
        unit: 'XOF',
        kind: 'used',
        amount: -250,
      },
    ]);
    upstream.remove(`subscriber:${added}`);
    await syncOnce(cache, upstream.url);
    expect(await cache.reader.all('SELECT * FROM ledger')).toEqual([]);
  });

  test('forgets what is older than it is to reach back', async () => {
    const [cache, upstream] = [await openTestCache(), await serve()];
    const insert = (at: number) =>
      cache.writer.transaction((transaction) =>
        transaction.run(
          `INSERT INTO ledger (msisdn, at, account_id, code, unit, kind, amount) VALUES (?, ?, 'b', 'b', 'B', 'used', -1)`,
          [Number(first), at],
        ),
      );
    await insert(Date.now() - 91 * 86_400_000);
    await insert(Date.now() - 89 * 86_400_000);
    await syncOnce(cache, upstream.url);
    expect((await findCustomerRecord(cache.reader, first))?.ledger).toHaveLength(1);
  });
});

describe('a replaced database', () => {
  test('is read anew while the old data stays readable, and only then is removed what it does not hold', async () => {
    const [cache, upstream] = [await openTestCache(), await serve()];
    upstream.put(buildSubscriber({ msisdn: added, _rev: '9-z' }));
    upstream.put(buildOffer({ _id: 'offer:OLD', code: 'OLD' }));
    upstream.put({ ...buildSubscriber({ msisdn: '2250799999998' }), asOf: 'never' });
    await syncOnce(cache, upstream.url);

    upstream.replaceDatabase();
    upstream.setFault({ kind: 'status', status: 500 });
    expect((await syncOnce(cache, upstream.url)).end).toMatchObject({ kind: 'offline' });
    expect(await stored(cache, added)).not.toBeNull();

    upstream.setFault(null);
    const summary = await syncOnce(cache, upstream.url);
    expect(summary).toMatchObject({ end: 'caughtUp', deleted: 2 });
    expect(await stored(cache, added)).toBeNull();
    expect(await countSubscribers(cache.reader)).toBe(40);
    expect(await countQuarantined(cache.reader)).toBe(0);
    expect(await readCheckpoint(cache.reader)).toMatchObject({ pass: 2, passComplete: true });
  });

  test('may hold the same subscriber under a lower generation, which then counts', async () => {
    const [cache, upstream] = [await openTestCache(), await serve()];
    upstream.put(buildSubscriber({ msisdn: added, _rev: '9-z' }));
    await syncOnce(cache, upstream.url);
    upstream.replaceDatabase();
    upstream.put(buildSubscriber({ msisdn: added, _rev: '1-a', main: { amount: 5, currency: 'XOF' } }));
    await syncOnce(cache, upstream.url);
    expect(await mainAmount(cache, added)).toBe(5);
  });

  test('purges nothing as long as the pass over it is interrupted, however often', async () => {
    const [cache, upstream] = [await openTestCache(), await serve(3_000)];
    upstream.put(buildSubscriber({ msisdn: added }));
    await syncOnce(cache, upstream.url);
    upstream.replaceDatabase();
    for (let interruptions = 0; interruptions < 5; interruptions++) {
      const following = followFeed(cache, upstream.url);
      await until(
        () => following.statuses.length,
        (count) => count > 0,
      );
      await following.stop();
      const checkpoint = await readCheckpoint(cache.reader);
      if (checkpoint?.pass === 2 && checkpoint.passComplete) break;
      expect(await stored(cache, added)).not.toBeNull();
    }
    expect((await syncOnce(cache, upstream.url)).end).toBe('caughtUp');
    expect(await stored(cache, added)).toBeNull();
  });

  test('is noticed by a feed that is shorter than what was already read of it', async () => {
    const cache = await openTestCache();
    let documents = ['2250799999991', '2250799999992', '2250799999993'];
    let length = 3;
    const { url } = await startScriptedFeed(
      (at, response) => {
        const since = Number(at.searchParams.get('since'));
        const rows = documents.map((msisdn, index) => rowOf(index + 1, buildSubscriber({ msisdn })));
        sendJson(response, { results: rows.slice(since), last_seq: length });
      },
      () => length,
    );
    await syncOnce(cache, url);
    documents = ['2250799999993'];
    length = 1;
    expect(await syncOnce(cache, url)).toMatchObject({ end: 'caughtUp', deleted: 2, sequence: 1 });
    expect(await countSubscribers(cache.reader)).toBe(1);
  });

  test('is asked for no changes where it says itself that there are none, unless a pass has yet to end', async () => {
    const cache = await openTestCache();
    let isBroken = true;
    const rows = [first, added].map((msisdn, index) => rowOf(index + 1, buildSubscriber({ msisdn })));
    const { url, asked } = await startScriptedFeed(
      (_, response) => {
        if (isBroken) response.destroy();
        else sendJson(response, { results: rows, last_seq: 2 });
      },
      // As a node of a cluster that has not heard of them says before the first of them is read.
      () => (isBroken ? 0 : 2),
    );
    expect(await syncOnce(cache, url)).not.toMatchObject({ end: 'caughtUp' });
    isBroken = false;
    expect(await syncOnce(cache, url)).toMatchObject({ end: 'caughtUp', applied: 2, sequence: 2 });
    const before = asked.length;
    expect(await syncOnce(cache, url)).toMatchObject({ end: 'caughtUp', applied: 0, sequence: 2 });
    expect(asked.slice(before)).toEqual(['/db/', '/']);
  });

  test('is read anew as well when the server refuses the place to go on from', async () => {
    const cache = await openTestCache();
    let refusing = false;
    const { url } = await startScriptedFeed(
      (at, response) => {
        const since = at.searchParams.get('since');
        if (since === '0') {
          const msisdn = refusing ? added : first;
          sendJson(response, {
            results: [rowOf(1, buildSubscriber({ msisdn }))],
            last_seq: refusing ? 'b' : 'a',
          });
        } else if (refusing && since === 'a') {
          response.statusCode = 400;
          sendJson(response, { error: 'bad_request', reason: 'unknown since' });
        } else sendJson(response, { results: [], last_seq: since });
      },
      () => 'x',
    );
    await syncOnce(cache, url);
    refusing = true;
    expect(await syncOnce(cache, url)).toMatchObject({
      end: 'caughtUp',
      applied: 1,
      deleted: 1,
      sequence: 'b',
    });
    expect(await stored(cache, first)).toBeNull();
    expect(await stored(cache, added)).not.toBeNull();
  });
});

describe('following the feed', () => {
  test('shows its progress, then waits and applies news as they come', async () => {
    const all = 10_000;
    const [cache, upstream] = [await openTestCache(), await serve(all)];
    const following = followFeed(cache, upstream.url);
    const live = await following.untilState('live');
    expect(live).toMatchObject({ subscribers: all, quarantined: 0, complete: true, progress: null });
    expect(live.lastContactAt).not.toBeNull();
    const catching = following.statuses.filter(({ state }) => state === 'catchingUp');
    expect(catching[0]?.complete).toBe(false);
    for (const { progress, complete, subscribers } of catching) {
      expect(progress).not.toBeNull();
      // Between the last page and `live` the cache is tidied up.
      if (subscribers < all) expect(complete).toBe(false);
    }
    // At once or one after the other, as fast as they are written.
    const named = new Set(following.changed.flatMap((msisdns) => (msisdns === 'many' ? [] : msisdns)));
    expect(following.changed.includes('many') || named.size === all).toBe(true);
    expect(following.serverTimes).toHaveLength(1);

    upstream.put(buildSubscriber({ msisdn: added }));
    await until(
      () => following.changed.at(-1),
      (last) => last?.includes(added) === true,
    );
    expect(following.changed.at(-1)).toEqual([added]);
    await until(
      () => following.statuses.at(-1)?.subscribers,
      (count) => count === all + 1,
    );
    upstream.remove(`subscriber:${added}`);
    await until(
      () => stored(cache, added),
      (document) => document === null,
    );
    expect(await following.stop()).toMatchObject({ end: 'stopped', deleted: 1 });
  });

  test('says nothing more often than four times a second', async () => {
    const [cache, upstream] = [await openTestCache(), await serve(3_000)];
    const following = followFeed(cache, upstream.url);
    const startedAt = performance.now();
    await following.untilState('live');
    const quarters = Math.ceil((performance.now() - startedAt) / 250);
    expect(following.statuses.length).toBeLessThanOrEqual(quarters + 1);
  });

  test('takes being offline for a state, and goes on when the feed is back', async () => {
    const [cache, upstream] = [await openTestCache(), await serve()];
    upstream.setFault({ kind: 'offline' });
    const following = followFeed(cache, upstream.url);
    const offline = await following.untilState('offline');
    expect(Date.parse(offline.nextAttemptAt ?? '')).not.toBeNaN();
    upstream.setFault(null);
    expect(await following.untilState('live')).toMatchObject({ subscribers: 40, nextAttemptAt: null });
    upstream.setFault({ kind: 'offline' });
    expect(await following.untilState('offline')).toMatchObject({ subscribers: 40, complete: true });
  });

  test.each(['html', 'empty', 'garbage', 'truncatedGzip'] as const)(
    'changes nothing when the answer is %s, and goes on when the feed is itself again',
    async (kind) => {
      const [cache, upstream] = [await openTestCache(), await serve()];
      await syncOnce(cache, upstream.url);
      const before = await readCheckpoint(cache.reader);
      upstream.put(buildSubscriber({ msisdn: added }));
      upstream.setFault({ kind });
      const following = followFeed(cache, upstream.url);
      await following.untilState('garbled');
      expect(await readCheckpoint(cache.reader)).toEqual(before);
      upstream.setFault(null);
      await following.untilState('live');
      expect(await stored(cache, added)).not.toBeNull();
    },
  );

  test('comes back when the server said it may, not before', async () => {
    const [cache, upstream] = [await openTestCache(), await serve()];
    upstream.setFault({ kind: 'status', status: 429, retryAfterSeconds: 2 });
    const following = followFeed(cache, upstream.url);
    const asked = Date.now();
    const limited = await following.untilState('offline');
    expect(Date.parse(limited.nextAttemptAt ?? '') - asked).toBeGreaterThanOrEqual(1_500);
    upstream.setFault(null);
    await following.untilState('live');
    expect(Date.now() - asked).toBeGreaterThanOrEqual(1_500);
  });

  test('stops and says so when its credentials are refused', async () => {
    const [cache, upstream] = [await openTestCache(), await serve()];
    upstream.setFault({ kind: 'status', status: 401 });
    const following = followFeed(cache, upstream.url);
    await following.untilState('refused');
    expect((await following.stop()).end).toEqual({ kind: 'refused', status: 401 });
  });

  test('notices a replaced database while it waits for news', async () => {
    const [cache, upstream] = [await openTestCache(), await serve()];
    upstream.put(buildSubscriber({ msisdn: added }));
    const following = followFeed(cache, upstream.url);
    await following.untilState('live');
    upstream.replaceDatabase();
    await until(
      () => stored(cache, added),
      (document) => document === null,
    );
    expect(await countSubscribers(cache.reader)).toBe(40);
  });

  test('takes a cache that cannot be written for a state, loses nothing and goes on', async () => {
    const [cache, upstream] = [await openTestCache(), await serve()];
    await cache.writer.transaction((transaction) => transaction.get('PRAGMA max_page_count = 1'));
    const following = followFeed(cache, upstream.url);
    await following.untilState('cacheFailed');
    expect(await countSubscribers(cache.reader)).toBe(0);
    await cache.writer.transaction((transaction) => transaction.get('PRAGMA max_page_count = 1000000'));
    expect(await following.untilState('live')).toMatchObject({ subscribers: 40 });
  });
});

test('leaves no number and no name in plain in any file', async () => {
  const [cache, upstream] = [await openTestCache(), await serve(1_000)];
  const canaries = Array.from({ length: 100 }, (_, index) => ({
    msisdn: `22507333${String(index).padStart(5, '0')}`,
    name: `Canari ZQXW${String(index).padStart(3, '0')}`,
  }));
  for (const { msisdn, name } of canaries) {
    upstream.put({
      ...buildSubscriber({ msisdn, customer: { name } }),
      asOf: name.endsWith('7') ? name : '2026-11-22T12:00:00Z',
    });
  }
  await syncOnce(cache, upstream.url);
  const { folder } = cache.location;
  for (const name of await readdir(folder)) {
    const content = await readFile(join(folder, name));
    for (const canary of canaries.flatMap(({ msisdn, name: own }) => [msisdn, own])) {
      expect(content.includes(canary, 0, 'utf8')).toBe(false);
      expect(content.includes(canary, 0, 'utf16le')).toBe(false);
    }
  }
  expect(await readdir(folder)).toContain('comptoir.db-wal');
});
