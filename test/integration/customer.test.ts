import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { databaseFileOf, openCacheReader } from '../../electron/db/cache';
import { createCustomerService, type CustomerService } from '../../electron/services/customer';
import { startUpstream, type Upstream } from '../../electron/services/training/upstream';
import type { SubscriberDocument } from '../../shared/domain/feedDocument';
import { marketPack } from '../../shared/domain/market';
import type { FullCustomerView } from '../../shared/view/customerView';
import { buildOffer, buildRichSubscriber, buildSubscriber } from '../helpers/builders';
import { syncOnce } from '../helpers/syncRun';
import { openTestCache, type TestCache } from '../helpers/testCache';

const msisdn = '2250799999990';
const noon = Date.parse('2026-11-23T12:00:00Z');
const market = marketPack('CI');

interface Counter {
  readonly upstream: Upstream;
  readonly cache: TestCache;
  readonly customers: CustomerService;
  readonly sync: () => Promise<unknown>;
  readonly fullView: () => Promise<FullCustomerView>;
}

async function openCounter(): Promise<Counter> {
  const upstream = await startUpstream({ subscribers: 20, seed: 1, tickMs: 0 });
  onTestFinished(upstream.close);
  const cache = await openTestCache();
  const customers = createCustomerService({ reader: cache.reader, market, now: () => noon });
  return {
    upstream,
    cache,
    customers,
    sync: () => syncOnce(cache, upstream.url),
    async fullView() {
      const answer = await customers.view(msisdn, 'fr');
      if (!answer.ok || answer.view.restricted) throw new Error('Not a full view.');
      return answer.view;
    },
  };
}

describe('the customer service', () => {
  test('lets a customer to the lines that are theirs and known here, and to no other', async () => {
    const { upstream, customers, sync } = await openCounter();
    const [own, other, given, unknown] = [msisdn, '2250799999991', '2250799999992', '2250799999993'];
    const line = (number: string, id: string, rest: Partial<SubscriberDocument> = {}) =>
      upstream.put(buildSubscriber({ msisdn: number, customer: { id }, ...rest }));
    line(own, 'C-1', { contracts: [other, given, unknown] });
    line(other, ' c-1 ', { contracts: [own, '2250799999994'] });
    line(given, 'C-2');
    await sync();
    const check = (number: string) => customers.checkOwnLine(own, number);
    expect(await check(own)).toEqual({ ok: true });
    expect(await check(other)).toEqual({ ok: true });
    expect(await check(unknown)).toEqual({ ok: false, error: 'NOT_FOUND' });
    for (const number of [given, '2250799999994', '2250700000001']) {
      expect([number, await check(number)]).toEqual([number, { ok: false, error: 'NOT_ALLOWED' }]);
    }

    line(own, 'C-1', { _rev: '2-b', status: 'inactive', contracts: [other] });
    await sync();
    expect(await check(own)).toEqual({ ok: true });
    expect(await check(other)).toEqual({ ok: false, error: 'NOT_ALLOWED' });
  });

  test('finds a customer by a number in any usual form, in either language', async () => {
    const { upstream, customers, sync } = await openCounter();
    upstream.put(buildRichSubscriber({ msisdn }));
    await sync();
    for (const query of ['0799999990', '+225 07 99 99 99 90', '002250799999990', msisdn]) {
      expect(await customers.view(query, 'fr')).toMatchObject({ ok: true, view: { msisdn, language: 'fr' } });
    }
    expect(await customers.view(msisdn, 'en')).toMatchObject({ ok: true, view: { language: 'en' } });
  });

  test('tells a bad number from one that nobody has', async () => {
    const { customers } = await openCounter();
    expect(await customers.view('12', 'fr')).toEqual({ ok: false, error: 'BAD_MSISDN' });
    expect(await customers.view('0799999990', 'fr')).toEqual({ ok: false, error: 'NOT_FOUND' });
  });

  test('says who pays for a use, and of a line that is not active says nothing', async () => {
    const { upstream, customers, sync } = await openCounter();
    expect(await customers.payers(msisdn, 'callOnNet', 'fr')).toEqual({ ok: false, error: 'NOT_FOUND' });
    upstream.put(buildRichSubscriber({ msisdn, _rev: '1-a' }));
    await sync();
    const answer = await customers.payers(msisdn, 'callOnNet', 'en');
    expect(answer.ok && answer.payers.paying.map(({ title }) => title)).toContain('Main account');
    expect(answer.ok && answer.payers.payment).toBeNull();
    const ofAnHour = await customers.payers(msisdn, 'callOnNet', 'en', 3_600);
    expect(ofAnHour.ok && ofAnHour.payers.payment?.due.replace(/\s/g, ' ')).toBe('1 hr');
    upstream.put(buildRichSubscriber({ msisdn, _rev: '2-b', status: 'inactive' }));
    await sync();
    expect(await customers.payers(msisdn, 'callOnNet', 'fr')).toEqual({ ok: false, error: 'NOT_ALLOWED' });
  });

  test('restricts a customer as soon as the sync has brought the restriction', async () => {
    const { upstream, customers, sync } = await openCounter();
    upstream.put(buildRichSubscriber({ msisdn, _rev: '1-a' }));
    await sync();
    expect(await customers.view(msisdn, 'fr')).toMatchObject({ view: { restricted: false } });
    upstream.put(buildRichSubscriber({ msisdn, _rev: '2-b', status: 'deactivated' }));
    await sync();
    const answer = await customers.view(msisdn, 'fr');
    expect(answer).toMatchObject({ ok: true, view: { restricted: true, status: 'deactivated' } });
    expect(JSON.stringify(answer)).not.toContain('KOUASSI');
  });

  test('shows the offers as they are now, though it does not read them for each customer', async () => {
    const { upstream, fullView, sync } = await openCounter();
    upstream.put({ ...buildRichSubscriber({ msisdn }) });
    await sync();
    const before = (await fullView()).offers.length;
    upstream.put(buildOffer({ _id: 'offer:NEW', code: 'NEW', eligible: {} }));
    await sync();
    const after = (await fullView()).offers;
    expect(after.length).toBe(before + 1);
    expect(after.map(({ code }) => code)).toContain('NEW');
  });

  test('shows what changed since the snapshot before, newest first', async () => {
    const { upstream, fullView, sync } = await openCounter();
    for (const [generation, amount] of [1_000, 900, 650].entries()) {
      upstream.put(
        buildSubscriber({
          msisdn,
          _rev: `${generation + 1}-a`,
          asOf: `2026-11-23T0${generation}:00:00Z`,
          main: { amount, currency: 'XOF' },
        }),
      );
      await sync();
    }
    const lines = (await fullView()).ledger;
    expect(lines.map(({ change, label }) => [label, change.amount])).toEqual([
      ['used', -250],
      ['used', -100],
    ]);
  });

  test('says that the cache is unavailable when its file cannot be read any more', async () => {
    const { upstream, cache, sync } = await openCounter();
    for (let index = 0; index < 200; index++) {
      upstream.put(buildRichSubscriber({ msisdn: String(2_250_799_990_000 + index) }));
    }
    await sync();
    await cache.close();
    const file = databaseFileOf(cache.location.folder);
    const bytes = await readFile(file);
    // Opened while it is sound: a list of tables that cannot be read would end it there already.
    const opened = await openCacheReader(cache.location);
    if (!opened.ok) throw new Error(opened.error.message);
    await writeFile(file, bytes.fill(0x5a, 4096 * 40));
    const customers = createCustomerService({ reader: opened.value, market, now: () => noon });
    expect(await customers.view('2250799990007', 'fr')).toEqual({ ok: false, error: 'CACHE_UNAVAILABLE' });
    await opened.value.close();
  });
});
