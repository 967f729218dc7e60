/** How often the engine asks and tries, on a clock that a test turns. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { StorageFailure, type CacheWriter } from '../../../electron/db/connection';
import { pause } from '../../../electron/sync/backoff';
import type { ChangesFeed, ChangesPage, FeedFailure } from '../../../electron/sync/changesFeed';
import { runSync, type SyncOptions, type SyncSummary } from '../../../electron/sync/syncEngine';
import type { SyncStatus } from '../../../shared/ipc/syncStatus';
import { emptyCacheWriter } from '../../helpers/emptyCache';

const answerMs = 5;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function pageOf(sequence: number, ids: readonly string[], pending: number): ChangesPage {
  const rows = ids.map((id) => ({ id, revision: '2-a', deleted: true, document: undefined }));
  return { kind: 'page', rows, lastSequence: sequence, pending, serverTime: null };
}

/** Runs on a feed of one removal, until the time is over; `news` answers whoever waits for more. */
async function runFor(
  ms: number,
  {
    mode = 'follow',
    writer = emptyCacheWriter(),
    news = () => pageOf(1, [], 0),
  }: {
    readonly mode?: SyncOptions['mode'];
    readonly writer?: CacheWriter;
    readonly news?: (waits: number) => ChangesPage | FeedFailure;
  },
) {
  const statuses: SyncStatus[] = [];
  const askedAt: number[] = [];
  let waits = 0;
  let summary: SyncSummary | null = null;
  const stop = new AbortController();
  const answered = async <Answer>(answer: Answer): Promise<Answer | FeedFailure> => {
    await pause(answerMs, stop.signal);
    return stop.signal.aborted ? { kind: 'offline', reason: 'stopped' } : answer;
  };
  const feed: ChangesFeed = {
    identity() {
      askedAt.push(Date.now());
      return answered({
        kind: 'identity',
        uuid: 'u',
        databaseName: 'db',
        instanceStartTime: '0',
        updateSequence: 1,
        serverTime: null,
      });
    },
    changes({ feed: way, since }) {
      if (way === 'normal') return answered(pageOf(1, since === 1 ? [] : ['subscriber:1'], 0));
      waits += 1;
      return answered(news(waits));
    },
    close: () => undefined,
  };
  const running = runSync(
    {
      ...{ writer, feed, mode, retentionDays: 90 },
      listener: {
        onStatus: (status) => statuses.push(status),
        onChanged: () => undefined,
        onServerTime: () => undefined,
      },
    },
    stop.signal,
  ).then((ended) => {
    summary = ended;
  });
  await vi.advanceTimersByTimeAsync(ms);
  const ended: SyncSummary | null = summary;
  stop.abort();
  await running;
  return { ended, statuses, askedAt, waits };
}

describe('a cache that cannot be written', () => {
  const full = emptyCacheWriter({
    run: async (sql) => {
      if (sql.includes('checkpoint')) return 0;
      throw new StorageFailure('DISK_FULL', 'full');
    },
  });

  test('ends a single run after some attempts, although the feed answers each time', async () => {
    const { ended } = await runFor(600_000, { mode: 'once', writer: full });
    expect(ended).toMatchObject({ end: { kind: 'cacheFailed', reason: 'DISK_FULL' } });
  });

  test('is tried again after a while that grows to half a minute', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1);
    const { askedAt } = await runFor(300_000, { writer: full });
    const pauses = askedAt.slice(1).map((at, index) => Math.floor((at - (askedAt[index] ?? 0)) / 1_000));
    expect(pauses.slice(0, 6)).toEqual([2, 4, 8, 16, 30, 30]);
  });

  test('is no longer called full once what had failed is done, without waiting for news', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1);
    let failures = 1;
    const readTo1 = {
      ...{ identity: '["u","db","0"]', since: '1', pass: 1, pass_complete: 0, ever_complete: 0 },
      ...{ documents_version: 0, unknown_types: 0 },
    };
    const { statuses } = await runFor(60_000, {
      writer: emptyCacheWriter({
        get: async (sql) => {
          if (sql.includes('count(*)')) return { count: 0 };
          return sql.includes('checkpoint') ? readTo1 : undefined;
        },
        run: async (sql) => {
          if (sql.startsWith('DELETE FROM tombstones') && failures-- > 0)
            throw new StorageFailure('DISK_FULL', 'full');
          return 0;
        },
      }),
    });
    expect(statuses.map(({ cache }) => cache.space)).toContain('full');
    expect(statuses.at(-1)?.cache.space).toBe('enough');
  });
});

describe('a feed that answers whoever waits for news', () => {
  test.each([
    ['at once and with none', pageOf(1, [], 0)],
    ['by refusing the place it gave', { kind: 'sinceRefused' }],
  ] as const)('%s is asked about once a second', async (_, answer) => {
    const { waits } = await runFor(20_000, { news: () => answer });
    expect(waits).toBeGreaterThan(10);
    expect(waits).toBeLessThan(22);
  });

  test('with news each time is asked again at once', async () => {
    const { waits } = await runFor(2_000, { news: (asked) => pageOf(1 + asked, [`subscriber:${asked}`], 1) });
    expect(waits).toBeGreaterThan(50);
  });
});
