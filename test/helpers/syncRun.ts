/** The sync engine on a test's own cache, with all that it says kept. */
import { onTestFinished } from 'vitest';
import { findSubscriber } from '../../electron/db/subscribers';
import { createChangesFeed, type FeedTimes } from '../../electron/sync/changesFeed';
import { runSync, type SyncSummary } from '../../electron/sync/syncEngine';
import type { SubscriberDocument } from '../../shared/domain/feedDocument';
import type { SyncState, SyncStatus } from '../../shared/ipc/syncStatus';
import type { TestCache } from './testCache';

const times: FeedTimes = { deadlineMs: 10_000, longpollMs: 5_000 };

export interface FollowingSync {
  readonly statuses: readonly SyncStatus[];
  readonly changed: readonly (readonly string[] | 'many')[];
  readonly serverTimes: readonly number[];
  /** The last status; waits for the first. */
  readonly untilState: (state: SyncState) => Promise<SyncStatus>;
  readonly stop: () => Promise<SyncSummary>;
}

export async function syncOnce(cache: TestCache, url: string): Promise<SyncSummary> {
  const feed = createChangesFeed(url, null, times);
  try {
    return await runSync(
      {
        writer: cache.writer,
        feed,
        retentionDays: 90,
        mode: 'once',
        listener: { onStatus: () => undefined, onChanged: () => undefined, onServerTime: () => undefined },
      },
      new AbortController().signal,
    );
  } finally {
    feed.close();
  }
}

export function followFeed(cache: TestCache, url: string): FollowingSync {
  const statuses: SyncStatus[] = [];
  const changed: (readonly string[] | 'many')[] = [];
  const serverTimes: number[] = [];
  const feed = createChangesFeed(url, null, times);
  const stopping = new AbortController();
  const running = runSync(
    {
      writer: cache.writer,
      feed,
      retentionDays: 90,
      mode: 'follow',
      listener: {
        onStatus: (status) => statuses.push(status),
        onChanged: (msisdns) => changed.push(msisdns),
        onServerTime: (at) => serverTimes.push(at),
      },
    },
    stopping.signal,
  );
  async function stop(): Promise<SyncSummary> {
    stopping.abort();
    const summary = await running;
    feed.close();
    return summary;
  }
  onTestFinished(async () => {
    await stop();
  });
  return {
    statuses,
    changed,
    serverTimes,
    async untilState(state) {
      const status = await until(
        () => statuses.at(-1),
        (last) => last?.state === state,
      );
      if (status === undefined) throw new Error('No status.');
      return status;
    },
    stop,
  };
}

/** Looks again and again until what is found is as wanted; the test's own time limit ends a wait in vain. */
export async function until<Value>(
  look: () => Value | Promise<Value>,
  isWanted: (value: Value) => boolean,
): Promise<Value> {
  for (;;) {
    const value = await look();
    if (isWanted(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export function stored(cache: TestCache, msisdn: string): Promise<SubscriberDocument | null> {
  return findSubscriber(cache.reader, msisdn);
}
