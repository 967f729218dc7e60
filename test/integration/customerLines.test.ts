import { expect, onTestFinished, test } from 'vitest';
import { findByCustomerId } from '../../electron/db/subscribers';
import { startUpstream, type Upstream } from '../../electron/services/training/upstream';
import type { SubscriberDocument } from '../../shared/domain/feedDocument';
import { buildSubscriber } from '../helpers/builders';
import { stored, syncOnce } from '../helpers/syncRun';
import { openTestCache, type TestCache } from '../helpers/testCache';

const numbers = ['2250799999991', '2250799999992', '2250799999993'] as const;

async function serve(): Promise<Upstream> {
  const upstream = await startUpstream({ subscribers: 40, seed: 7, tickMs: 0 });
  onTestFinished(upstream.close);
  return upstream;
}

function lineOf(msisdn: string, customerId: string, _rev = '1-a'): SubscriberDocument {
  return buildSubscriber({ msisdn, _rev, customer: { id: customerId } });
}

async function linesOf(cache: TestCache, customerId: string): Promise<readonly string[]> {
  return (await findByCustomerId(cache.reader, customerId)).map(({ msisdn }) => msisdn);
}

test('all lines of a customer are found by their id, however it is typed, and follow it when it changes', async () => {
  const [cache, upstream] = [await openTestCache(), await serve()];
  upstream.put(lineOf(numbers[1], 'K-77'));
  upstream.put(lineOf(numbers[0], 'k-77'));
  upstream.put(lineOf(numbers[2], 'K-78'));
  expect(await linesOf(cache, 'K-77')).toEqual([]);
  await syncOnce(cache, upstream.url);
  expect(await linesOf(cache, ' k-77 ')).toEqual([numbers[0], numbers[1]]);
  expect(await linesOf(cache, 'K-7')).toEqual([]);

  upstream.put(lineOf(numbers[1], 'K-78', '2-b'));
  upstream.put(buildSubscriber({ msisdn: numbers[0], _rev: '2-b' }));
  upstream.remove(`subscriber:${numbers[2]}`);
  await syncOnce(cache, upstream.url);
  expect(await linesOf(cache, 'K-77')).toEqual([]);
  expect(await linesOf(cache, 'K-78')).toEqual([numbers[1]]);
});

test('a cache from before the ids were kept fills them in with its next sync, readable meanwhile', async () => {
  const [cache, upstream] = [await openTestCache(), await serve()];
  upstream.put(lineOf(numbers[0], 'K-77'));
  await syncOnce(cache, upstream.url);
  await cache.writer.transaction((transaction) =>
    transaction.script(`UPDATE subscribers SET customer = NULL; UPDATE checkpoint SET identity = '[]';`),
  );
  expect(await linesOf(cache, 'K-77')).toEqual([]);
  expect(await stored(cache, numbers[0])).not.toBeNull();
  await syncOnce(cache, upstream.url);
  expect(await linesOf(cache, 'K-77')).toEqual([numbers[0]]);
});
