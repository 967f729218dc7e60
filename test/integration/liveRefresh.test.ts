import { describe, expect, onTestFinished, test } from 'vitest';
import { findSubscriberWithLive, putLiveSections } from '../../electron/db/liveOverlay';
import { openLiveClient } from '../../electron/live/liveClient';
import { createCustomerService } from '../../electron/services/customer';
import { createLiveRefresh } from '../../electron/services/liveRefresh';
import {
  startUpstream,
  type Upstream,
  type UpstreamOptions,
} from '../../electron/services/training/upstream';
import type { SubscriberDocument } from '../../shared/domain/feedDocument';
import { marketPack } from '../../shared/domain/market';
import type { CustomerView, FullCustomerView, LiveState } from '../../shared/view/customerView';
import { buildRichSubscriber } from '../helpers/builders';
import { syncOnce, until } from '../helpers/syncRun';
import { openTestCache, type TestCache } from '../helpers/testCache';

const msisdn = '2250799999990';
const noon = Date.parse('2026-11-23T12:00:00Z');
const market = marketPack('CI');

interface Counter {
  readonly upstream: Upstream;
  readonly cache: TestCache;
  readonly view: () => Promise<CustomerView>;
  readonly fullView: () => Promise<FullCustomerView>;
  readonly start: () => void;
  readonly stop: () => void;
  /** The view when the operator's systems have been asked, and it stands so. */
  readonly untilLive: (state: LiveState) => Promise<CustomerView>;
  readonly answers: () => number;
  readonly bugs: readonly unknown[];
}

interface CounterOptions {
  readonly upstream?: Partial<UpstreamOptions>;
  /** In place of the upstream's own interfaces. */
  readonly liveUrl?: string;
  readonly deadlineMs?: number;
  /** Nobody is asked before. */
  readonly askedAfter?: Promise<void>;
  /** By the counter's clock. */
  readonly now?: number;
}

/** A shop with one customer in the cache, as of the day before. */
async function openCounter(options: CounterOptions = {}): Promise<Counter> {
  const upstream = await startUpstream({
    subscribers: 5,
    seed: 1,
    tickMs: 0,
    now: () => noon,
    ...options.upstream,
  });
  onTestFinished(upstream.close);
  const cache = await openTestCache();
  upstream.put(customer({}));
  await syncOnce(cache, upstream.url);
  const opened = await openLiveClient({ url: options.liveUrl ?? upstream.liveUrl }, market);
  if (!opened.ok) throw new Error(opened.error);
  onTestFinished(opened.client.close);
  let answers = 0;
  const bugs: unknown[] = [];
  const live = createLiveRefresh({
    async ask(...question) {
      if (options.askedAfter !== undefined) await options.askedAfter;
      return opened.client.fetchCustomer(...question);
    },
    reader: cache.reader,
    writer: cache.writer,
    now: () => options.now ?? noon,
    deadlineMs: options.deadlineMs ?? 10_000,
    onAnswered: () => {
      answers += 1;
    },
    onBug: (problem) => bugs.push(problem),
  });
  onTestFinished(live.stop);
  const customers = createCustomerService({
    reader: cache.reader,
    market,
    now: () => noon,
    liveProgress: live.progress,
  });
  async function view(): Promise<CustomerView> {
    const answer = await customers.view(msisdn, 'fr');
    if (!answer.ok) throw new Error(answer.error);
    return answer.view;
  }
  return {
    upstream,
    cache,
    view,
    async fullView() {
      const full = await view();
      if (full.restricted) throw new Error('The view is restricted');
      return full;
    },
    start: () => live.start(msisdn),
    stop: live.stop,
    untilLive: (state) => until(view, (now) => now.live.state === state),
    answers: () => answers,
    bugs,
  };
}

function customer(overrides: Partial<SubscriberDocument>): SubscriberDocument & Record<string, unknown> {
  return { ...buildRichSubscriber({ msisdn, ...overrides }) };
}

/** The operator knows it now; the feed brings it later. */
function changeUpstream({ upstream }: Counter, overrides: Partial<SubscriberDocument>): void {
  upstream.put(customer({ _rev: '2-b', ...overrides }));
}

describe('a customer who is opened', () => {
  test('is shown from the cache at once, then with the operator’s figures in place', async () => {
    let letAsk: () => void = () => undefined;
    const askedAfter = new Promise<void>((resolve) => (letAsk = resolve));
    const counter = await openCounter({ askedAfter });
    changeUpstream(counter, { main: { amount: 4242, currency: 'XOF', expiresAt: '2026-12-31T23:59:59Z' } });
    counter.start();
    const before = await counter.fullView();
    expect(before.main.figure).toMatchObject({ amount: 1250, source: 'cache', asOf: '2026-11-22T12:00:00Z' });
    expect(before.live).toEqual({ state: 'asking', asOf: null });
    letAsk();
    const after = await counter.untilLive('fresh');
    expect(after.main.figure).toMatchObject({
      amount: 4242,
      source: 'live',
      asOf: '2026-11-23T12:00:00.000Z',
    });
    expect(after).toMatchObject({ source: 'live', asOf: { at: '2026-11-23T12:00:00.000Z' } });
    expect(counter.bugs).toEqual([]);
  });

  test('keeps the size and the hours of balances, which the operator’s interfaces do not tell', async () => {
    const counter = await openCounter();
    const before = await counter.fullView();
    counter.start();
    await counter.untilLive('fresh');
    const after = await counter.fullView();
    const shape = ({ bonus }: FullCustomerView) =>
      bonus?.map(({ headings }) =>
        headings.map(({ accounts }) =>
          accounts.map(({ code, remainingPercent, window, figure }) => [
            code,
            remainingPercent,
            window,
            figure.amount,
          ]),
        ),
      );
    expect(shape(after)).toEqual(shape(before));
    expect(after.bonus?.[0]?.totals[0]?.source).toBe('live');
    expect(after.customer?.name).toBe('Aya KOUASSI');
  });

  test('is restricted at once when the operator has restricted the line, whatever else comes', async () => {
    const counter = await openCounter();
    counter.upstream.setFaults([
      { fault: { kind: 'status', status: 500 }, on: ['balances', 'usage', 'bills'] },
    ]);
    changeUpstream(counter, { status: 'inactive' });
    counter.start();
    const view = await counter.untilLive('partial');
    expect(view).toMatchObject({ restricted: true, status: 'inactive' });
    expect(JSON.stringify(view)).not.toMatch(/KOUASSI|bonus/);
  });

  test('shows what came before the slowest part has', async () => {
    const counter = await openCounter();
    counter.upstream.setFaults([{ fault: { kind: 'late', delayMs: 60_000 }, on: ['usage'] }]);
    counter.start();
    const early = await until(counter.view, ({ main }) => main.figure.source === 'live');
    expect(early.live.state).toBe('asking');
    counter.stop();
  });

  test('keeps a part that does not come from the cache, as of then, and says that it did not', async () => {
    const counter = await openCounter();
    counter.upstream.setFaults([{ fault: { kind: 'status', status: 500 }, on: ['balances'] }]);
    counter.start();
    const view = await counter.untilLive('partial');
    expect(view.main.figure).toMatchObject({ source: 'cache', asOf: '2026-11-22T12:00:00Z' });
    expect(view).toMatchObject({
      source: 'cache',
      asOf: { at: '2026-11-22T12:00:00Z' },
      live: { state: 'partial', asOf: { at: '2026-11-23T12:00:00.000Z' } },
    });
    const { consumption } = await counter.fullView();
    expect(consumption?.internet.data?.source).toBe('live');
  });

  test('gives a part that is late up at the deadline', async () => {
    const counter = await openCounter({ deadlineMs: 2_000 });
    counter.upstream.setFaults([{ fault: { kind: 'late', delayMs: 60_000 }, on: ['usage'] }]);
    counter.start();
    const view = await counter.untilLive('partial');
    expect(view.main.figure.source).toBe('live');
  });

  test('stays as in the cache when the operator cannot be reached', async () => {
    const counter = await openCounter({ liveUrl: 'http://127.0.0.1:1' });
    const before = await counter.view();
    counter.start();
    const after = await counter.untilLive('failed');
    expect(after).toEqual({ ...before, live: { state: 'failed', asOf: null } });
  });

  test('stays as in the cache when the operator refuses the credentials', async () => {
    const counter = await openCounter({ upstream: { liveAuth: { type: 'bearer', token: 'other' } } });
    counter.start();
    expect((await counter.untilLive('failed')).main.figure).toMatchObject({ amount: 1250, source: 'cache' });
  });

  test.each([
    { kind: 'html' },
    { kind: 'garbage' },
    { kind: 'wrongTypes' },
    { kind: 'deepNesting', levels: 50_000 },
    { kind: 'status', status: 429 },
  ] as const)('stays as in the cache when the operator answers with $kind', async (fault) => {
    const counter = await openCounter();
    const before = await counter.view();
    counter.upstream.setFault(fault);
    counter.start();
    const after = await counter.untilLive('failed');
    expect(after).toEqual({ ...before, live: { state: 'failed', asOf: null } });
    expect(counter.bugs).toEqual([]);
  });

  test('of whom the operator knows nothing is not shown without bonuses', async () => {
    const counter = await openCounter();
    counter.upstream.remove(`subscriber:${msisdn}`);
    counter.start();
    await counter.untilLive('failed');
    const { bonus } = await counter.fullView();
    expect(bonus?.flatMap(({ headings }) => headings)).not.toEqual([]);
  });

  test('who is closed is asked about no more, and nothing of them is stored', async () => {
    const counter = await openCounter();
    counter.upstream.setFault({ kind: 'late', delayMs: 20 });
    counter.start();
    counter.stop();
    const other = await openCounter();
    other.start();
    await other.untilLive('fresh');
    // The answer that nobody waits for has come by then.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(counter.answers()).toBe(0);
    expect((await findSubscriberWithLive(counter.cache.reader, msisdn))?.sections).toEqual([]);
  });
});

describe('what the operator said', () => {
  test('is dropped when the feed catches up, and the feed’s own is shown', async () => {
    const counter = await openCounter();
    counter.start();
    await counter.untilLive('fresh');
    const asOf = '2026-11-23T12:30:00Z';
    changeUpstream(counter, { asOf, main: { amount: 99, currency: 'XOF' } });
    await syncOnce(counter.cache, counter.upstream.url);
    expect((await counter.view()).main.figure).toMatchObject({ amount: 99, source: 'cache', asOf });
    expect((await findSubscriberWithLive(counter.cache.reader, msisdn))?.sections).toEqual([]);
  });

  test('outlasts a feed that brings something older', async () => {
    const counter = await openCounter();
    changeUpstream(counter, {
      asOf: '2026-11-23T11:00:00Z',
      main: { amount: 4242, currency: 'XOF' },
    });
    counter.start();
    await counter.untilLive('fresh');
    await syncOnce(counter.cache, counter.upstream.url);
    expect((await counter.view()).main.figure).toMatchObject({ amount: 4242, source: 'live' });
  });

  test('never replaces what the feed has said since', async () => {
    const counter = await openCounter();
    await counter.cache.writer.transaction((transaction) =>
      putLiveSections(transaction, msisdn, [
        { name: 'main', asOf: '2026-11-22T11:59:59Z', value: { amount: 1, currency: 'XOF' } },
        { name: 'status', asOf: '2026-11-22T12:00:00Z', value: 'deactivated' },
      ]),
    );
    expect(await counter.view()).toMatchObject({ restricted: false, main: { figure: { amount: 1250 } } });
  });

  test('of a clock that is ahead counts as of now, so that the next feed counts again', async () => {
    const ahead = noon + 3_600_000;
    const counter = await openCounter({ upstream: { now: () => ahead } });
    counter.start();
    expect((await counter.untilLive('fresh')).main.figure.asOf).toBe('2026-11-23T12:00:00.000Z');
  });

  test('goes with the subscriber', async () => {
    const counter = await openCounter();
    counter.start();
    await counter.untilLive('fresh');
    counter.upstream.remove(`subscriber:${msisdn}`);
    await syncOnce(counter.cache, counter.upstream.url);
    const left = await counter.cache.reader.get('SELECT count(*) AS count FROM live_sections');
    expect(left).toEqual({ count: 0 });
  });

  test('is not stored of somebody who is not in the cache', async () => {
    const { cache } = await openCounter();
    await cache.writer.transaction((transaction) =>
      putLiveSections(transaction, '2250700000099', [
        { name: 'status', asOf: '2026-11-23T12:00:00Z', value: 'active' },
      ]),
    );
    const stored = await cache.reader.get('SELECT count(*) AS count FROM live_sections');
    expect(stored).toEqual({ count: 0 });
  });
});
