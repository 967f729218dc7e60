/** Syncs from a server of the protocol that was not written here: express-pouchdb. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { findOffers } from '../../electron/db/documents';
import { countQuarantined } from '../../electron/db/quarantine';
import { countSubscribers } from '../../electron/db/subscribers';
import { openDocumentDatabase } from '../../electron/net/documentDatabase';
import { buildOffer, buildRichSubscriber, buildSubscriber } from '../helpers/builders';
import { servePeer } from '../helpers/peerDatabase';
import { followFeed, stored, syncOnce, until } from '../helpers/syncRun';
import { openTestCache, testKeyHex } from '../helpers/testCache';

function msisdnOf(index: number): string {
  return String(2_250_700_000_000 + index);
}

/** Without the revision that the server is to give. */
function unrevised(document: object): object {
  return Object.fromEntries(Object.entries(document).filter(([field]) => field !== '_rev'));
}

describe('a feed served by express-pouchdb', () => {
  test('is caught up with: documents, deletions and what is not valid', async () => {
    const [cache, { url, database }] = [await openTestCache(), await servePeer()];
    await database.bulkDocs(
      Array.from({ length: 2_300 }, (_, index) => unrevised(buildSubscriber({ msisdn: msisdnOf(index) }))),
    );
    await database.put(unrevised(buildRichSubscriber({ msisdn: msisdnOf(5_000) })));
    await database.put(unrevised(buildOffer()));
    await database.put({ _id: 'subscriber:2250799999999', type: 'subscriber' });
    await database.remove(await database.get(`subscriber:${msisdnOf(7)}`));

    expect(await syncOnce(cache, url)).toMatchObject({ end: 'caughtUp', applied: 2_301, quarantined: 1 });
    expect(await countSubscribers(cache.reader)).toBe(2_300);
    expect(await countQuarantined(cache.reader)).toBe(1);
    expect(await findOffers(cache.reader)).toHaveLength(1);
    expect(await stored(cache, msisdnOf(7))).toBeNull();
    expect(await stored(cache, msisdnOf(5_000))).toEqual(await database.get(`subscriber:${msisdnOf(5_000)}`));
    expect(await syncOnce(cache, url)).toMatchObject({ end: 'caughtUp', applied: 0, deleted: 0 });
  });

  test('is followed: changes and deletions come by themselves', async () => {
    const [cache, { url, database }] = [await openTestCache(), await servePeer()];
    await database.put(unrevised(buildSubscriber({ msisdn: msisdnOf(1) })));
    const following = followFeed(cache, url);
    await following.untilState('live');
    const { _rev } = await database.get(`subscriber:${msisdnOf(1)}`);
    await database.put({
      ...buildSubscriber({ msisdn: msisdnOf(1), main: { amount: 9, currency: 'XOF' } }),
      _rev,
    });
    await until(
      async () => (await stored(cache, msisdnOf(1)))?.main.amount,
      (amount) => amount === 9,
    );
    await database.remove(await database.get(`subscriber:${msisdnOf(1)}`));
    await until(
      () => stored(cache, msisdnOf(1)),
      (document) => document === null,
    );
    expect(await following.stop()).toMatchObject({ end: 'stopped', applied: 2, deleted: 1 });
  });

  test('is read anew when its database was destroyed and made again', async () => {
    const [cache, { url, database }] = [await openTestCache(), await servePeer()];
    for (const index of [1, 2, 3])
      await database.put(unrevised(buildSubscriber({ msisdn: msisdnOf(index) })));
    await syncOnce(cache, url);
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(200);
    expect((await fetch(url, { method: 'PUT' })).status).toBe(201);
    const subscriber = buildSubscriber({ msisdn: msisdnOf(4) });
    const body = JSON.stringify(unrevised(subscriber));
    const headers = { 'content-type': 'application/json' };
    expect(
      (await fetch(`${url}/${encodeURIComponent(subscriber._id)}`, { method: 'PUT', headers, body })).status,
    ).toBe(201);
    expect(await syncOnce(cache, url)).toMatchObject({ end: 'caughtUp', applied: 1, deleted: 3 });
    expect(await countSubscribers(cache.reader)).toBe(1);
  });
});

describe('a database of documents served by express-pouchdb', () => {
  test('keeps what is written, tells of conflicts, and lists by the beginning of ids', async () => {
    const { url } = await servePeer();
    const database = await openDocumentDatabase({ url }, testKeyHex);
    onTestFinished(database.close);
    expect(await database.find('device:kiosk/1')).toEqual({ ok: true, value: null });
    const put = await database.put('device:kiosk/1', { at: 1 }, null);
    expect(await database.put('device:kiosk/1', { at: 2 }, null)).toEqual({ ok: true, value: null });
    const rev = put.ok ? put.value : null;
    expect(await database.put('device:kiosk/1', { at: 2 }, rev)).toMatchObject({ ok: true });
    expect(await database.find('device:kiosk/1')).toMatchObject({ value: { _id: 'device:kiosk/1', at: 2 } });
    await database.put('settings:kiosk-1', {}, null);
    expect(await database.list('device:', 10)).toMatchObject({ ok: true, value: [{ at: 2 }] });
    expect(await database.list('audit:', 10)).toEqual({ ok: true, value: [] });
  });
});
