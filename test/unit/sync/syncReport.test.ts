import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSyncReport } from '../../../electron/sync/syncReport';
import type { SyncStatus } from '../../../shared/ipc/syncStatus';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a sync that has ended is not told of any more, whatever was still under way', async () => {
  const statuses: SyncStatus[] = [];
  const report = createSyncReport({
    onStatus: (status) => statuses.push(status),
    onChanged: () => undefined,
    onServerTime: () => undefined,
  });
  report.enter('live');
  report.end();
  report.noteSpace('low', 1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(statuses.map(({ state, cache }) => [state, cache.space])).toEqual([['live', 'enough']]);
});
