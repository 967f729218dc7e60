/** A day of a feed that fails, on a clock that a test turns: how often it is asked, and how long it is left alone. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ChangesFeed, FeedFailure } from '../../../electron/sync/changesFeed';
import { runSync } from '../../../electron/sync/syncEngine';
import { SeededRandom } from '../../../electron/services/training/seededRandom';
import type { SyncStatus } from '../../../shared/ipc/syncStatus';
import { effortSeed, sizeOf } from '../../helpers/effort';
import { emptyCacheWriter } from '../../helpers/emptyCache';
import { reportFigure } from '../../helpers/figures';

const hourMs = 3_600_000;
const longestMs = 300_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Asks a feed that only fails, for so many hours; the moments at which it was asked and the failures it gave. */
async function askFor(hours: number, failureOf: (attempt: number) => FeedFailure) {
  const asked: number[] = [];
  const failures: FeedFailure[] = [];
  const statuses: SyncStatus[] = [];
  const feed: ChangesFeed = {
    identity: async () => {
      asked.push(Date.now());
      const failure = failureOf(asked.length);
      failures.push(failure);
      return failure;
    },
    changes: async () => ({ kind: 'quiet' }),
    close: () => undefined,
  };
  const stop = new AbortController();
  const running = runSync(
    {
      writer: emptyCacheWriter(),
      feed,
      retentionDays: 90,
      mode: 'follow',
      listener: {
        onStatus: (status) => statuses.push(status),
        onChanged: () => undefined,
        onServerTime: () => undefined,
      },
    },
    stop.signal,
  );
  await vi.advanceTimersByTimeAsync(hours * hourMs);
  stop.abort();
  await running;
  return { asked, failures, statuses };
}

test('24 hours of errors, limits and broken connections: full jitter, five minutes at most, Retry-After obeyed', async () => {
  const hours = sizeOf({ short: 6, long: 24 });
  const random = new SeededRandom(effortSeed, 11);
  vi.spyOn(Math, 'random').mockImplementation(() => random.fraction());
  const kinds: readonly [FeedFailure, ...FeedFailure[]] = [
    { kind: 'offline', reason: 'HTTP 500' },
    { kind: 'offline', reason: 'ECONNRESET' },
    { kind: 'rateLimited', retryAfterMs: null },
    { kind: 'rateLimited', retryAfterMs: 40_000 },
  ];
  const { asked, failures, statuses } = await askFor(hours, () => random.pick(kinds));

  const waits = asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
  let longest = 0;
  for (const [index, waitMs] of waits.entries()) {
    const failure = failures[index];
    const asLeast = failure?.kind === 'rateLimited' ? (failure.retryAfterMs ?? 0) : 0;
    const bound = Math.min(longestMs, 1_000 * 2 ** (index + 1));
    expect(waitMs).toBeGreaterThanOrEqual(asLeast);
    expect(waitMs - asLeast).toBeLessThanOrEqual(bound + 1);
    longest = Math.max(longest, waitMs - asLeast);
  }
  // Full jitter: as often near nothing as near the bound, and half of it on average.
  const settled = waits.slice(10).map((waitMs, index) => {
    const failure = failures[index + 10];
    return waitMs - (failure?.kind === 'rateLimited' ? (failure.retryAfterMs ?? 0) : 0);
  });
  const mean = settled.reduce((sum, waitMs) => sum + waitMs, 0) / settled.length;
  expect(mean).toBeGreaterThan(longestMs * 0.35);
  expect(mean).toBeLessThan(longestMs * 0.65);
  expect(settled.filter((waitMs) => waitMs < longestMs / 4).length).toBeGreaterThan(settled.length / 10);
  expect(settled.filter((waitMs) => waitMs > (longestMs * 3) / 4).length).toBeGreaterThan(
    settled.length / 10,
  );
  const states = new Set(statuses.map(({ state }) => state));
  expect([...states].sort()).toEqual(['offline']);
  reportFigure(
    'Sync faults',
    `${hours} simulated hours of 500, 429 and reset`,
    `${asked.length} attempts, ${Math.round(mean / 1_000)} s apart on average, at most ` +
      `${Math.round(longest / 1_000)} s beyond what the server asked for`,
  );
});

test('shops that lost the same server together do not come back to it together', async () => {
  const lasts: number[] = [];
  for (let shop = 0; shop < 20; shop += 1) {
    const startedAt = Date.now();
    const { asked } = await askFor(0.5, () => ({ kind: 'offline', reason: 'ECONNREFUSED' }));
    // The last one is that of being stopped.
    lasts.push((asked.at(-2) ?? 0) - startedAt);
  }
  expect(new Set(lasts.map((at) => Math.round(at / 1_000))).size).toBeGreaterThan(10);
});
