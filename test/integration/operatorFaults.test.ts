import Type from 'typebox';
import { describe, expect, it } from 'vitest';
import type { Upstream } from '../../electron/services/training/upstream';
import {
  ask,
  orderAnswer,
  orderBody,
  paths,
  read,
  send,
  startOperator,
  tmfErrorAnswer,
} from '../helpers/operatorCalls';
import { buildRichSubscriber } from '../helpers/builders';
import { until } from '../helpers/syncRun';

const customer = '2250799999999';
const line = { 'logicalResource.id': customer };
const mainAccount = Type.Object({ main: Type.Object({ amount: Type.Integer() }) });
const placed = Type.Array(orderAnswer);

async function start() {
  const running = await startOperator({ orderMs: 0 });
  running.upstream.put(buildRichSubscriber({ msisdn: customer, main: { amount: 10_000, currency: 'XOF' } }));
  return running;
}

function dayPass(id: string): unknown {
  return orderBody(id, customer, { action: 'add', offer: 'PASS-NET-1J' });
}

function spent({ find }: Upstream): number {
  const answer = { status: 200, headers: new Headers(), body: find(`subscriber:${customer}`) };
  return 10_000 - read(mainAccount, answer).main.amount;
}

async function outcomeOf(answer: Promise<{ readonly status: number }>): Promise<number | 'cut'> {
  return answer.then(
    ({ status }) => status,
    () => 'cut',
  );
}

describe('on demand', () => {
  it('an answer is lost after its effect, and the order is there when asked for', async () => {
    const { upstream } = await start();
    upstream.setFaults([{ fault: { kind: 'lostAnswer' }, on: ['orders'], method: 'POST' }]);
    expect(await outcomeOf(send(upstream, paths.order, dayPass('o-1')))).toBe('cut');
    expect(spent(upstream)).toBe(250);
    const found = read(placed, await ask(upstream, paths.order, { externalId: 'o-1' }));
    expect(found.map(({ state }) => state)).toEqual(['completed']);
  });

  it('a connection is cut before any effect', async () => {
    const { upstream } = await start();
    upstream.setFaults([{ fault: { kind: 'offline' }, on: ['orders'], times: 1 }]);
    expect(await outcomeOf(send(upstream, paths.order, dayPass('o-1')))).toBe('cut');
    expect(spent(upstream)).toBe(0);
    expect((await ask(upstream, paths.order, { externalId: 'o-1' })).body).toEqual([]);
  });

  it('a request that arrives twice has effect once', async () => {
    const { upstream } = await start();
    upstream.setFault({ kind: 'duplicate' });
    expect(read(orderAnswer, await send(upstream, paths.order, dayPass('o-1'))).state).toBe('completed');
    expect(spent(upstream)).toBe(250);
  });

  it('the server fails in the words of the interface, before or after the effect', async () => {
    const { upstream } = await start();
    upstream.setFault({ kind: 'status', status: 429, retryAfterSeconds: 3 }, 2);
    const busy = await send(upstream, paths.order, dayPass('o-1'));
    expect(busy.headers.get('retry-after')).toBe('3');
    expect(read(tmfErrorAnswer, busy)).toMatchObject({ code: 'TOO_MANY_REQUESTS', status: '429' });
    const codes = await send(upstream, paths.sendCode, {});
    expect(codes.body).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
    expect(spent(upstream)).toBe(0);
    upstream.setFault({ kind: 'status', status: 500, afterEffect: true }, 1);
    expect((await send(upstream, paths.order, dayPass('o-1'))).status).toBe(500);
    expect(spent(upstream)).toBe(250);
  });

  it('only the interface that is meant misbehaves', async () => {
    const { upstream } = await start();
    upstream.setFaults([{ fault: { kind: 'status', status: 500 }, on: ['balances', 'bills'] }]);
    expect((await ask(upstream, paths.bucket, line)).status).toBe(500);
    expect((await ask(upstream, paths.bill, { 'relatedParty.id': 'C-100001' })).status).toBe(500);
    expect((await ask(upstream, paths.product, { 'realizingResource.value': customer })).status).toBe(200);
    expect((await fetch(upstream.url)).status).toBe(200);
  });

  it('faults come as often as told, and the same seed tells the same story', async () => {
    const { upstream } = await start();
    const story = async (seed: number) => {
      upstream.setFaults(
        [
          { fault: { kind: 'status', status: 500 }, probability: 0.1 },
          { fault: { kind: 'lostAnswer' }, probability: 0.1 },
          { fault: { kind: 'duplicate' }, probability: 0.05 },
        ],
        seed,
      );
      const outcomes: (number | 'cut')[] = [];
      for (let request = 0; request < 200; request += 1) {
        outcomes.push(await outcomeOf(send(upstream, paths.sendCode, {})));
      }
      return outcomes;
    };
    const first = await story(1);
    expect(await story(1)).toEqual(first);
    expect(await story(2)).not.toEqual(first);
    for (const outcome of [500, 'cut'] as const) {
      const times = first.filter((one) => one === outcome).length;
      expect(times).toBeGreaterThan(8);
      expect(times).toBeLessThan(36);
    }
  });

  it('an answer is late, and what was asked is done before it', async () => {
    const { upstream } = await start();
    upstream.setFaults([{ fault: { kind: 'late', delayMs: 60_000 }, on: ['orders'], times: 1 }]);
    const patience = new AbortController();
    const impatient = fetch(`${upstream.liveUrl}${paths.order}`, {
      method: 'POST',
      body: JSON.stringify(dayPass('o-1')),
      signal: patience.signal,
    });
    await until(
      () => spent(upstream),
      (amount) => amount === 250,
    );
    patience.abort();
    expect(await outcomeOf(impatient)).toBe('cut');
  });

  it('an answer of the size that was told comes, and is JSON', async () => {
    const { upstream } = await start();
    upstream.setFault({ kind: 'huge', bytes: 50_000_000 });
    const huge = await fetch(`${upstream.liveUrl}${paths.bucket}`);
    const text = await huge.text();
    expect(text.length).toBeGreaterThan(49_800_000);
    expect(text.length).toBeLessThanOrEqual(50_000_000);
    expect(Array.isArray(JSON.parse(text))).toBe(true);
  });

  it('an answer is nested as deep as told', async () => {
    const { upstream } = await start();
    upstream.setFault({ kind: 'deepNesting', levels: 100_000 });
    const deep = await (await fetch(`${upstream.liveUrl}${paths.bucket}`)).text();
    expect(deep).toBe('['.repeat(100_000) + ']'.repeat(100_000));
  });

  it('an answer has every type wrong', async () => {
    const { upstream } = await start();
    upstream.setFault({ kind: 'wrongTypes' });
    const answer = await ask(upstream, paths.bucket, {
      ...line,
      fields: 'id,usageType,remainingValue,isShared',
    });
    expect(answer.body).toMatchObject({
      0: { id: 4, usageType: 8, isShared: [false], remainingValue: { amount: '10000', units: 3 } },
    });
  });

  it('an answer is a page of something else', async () => {
    const { upstream } = await start();
    upstream.setFault({ kind: 'html' });
    const page = await fetch(`${upstream.liveUrl}${paths.bucket}`);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await page.text()).toMatch(/^<!doctype html>/);
  });
});
