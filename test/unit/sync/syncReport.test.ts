import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSyncReport } from '../../../electron/sync/syncReport';
import type { SyncStatus } from '../../../shared/ipc/syncStatus';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('names whom other data is stored of, and only says that they are many where they are more than a thousand', () => {
  const told: unknown[] = [];
  const report = createSyncReport({
    onStatus: () => undefined,
    onChanged: (msisdns) => told.push(msisdns),
    onServerTime: () => undefined,
  });
  const note = (changedMsisdns: readonly string[]) =>
    report.noteApplied({
      applied: changedMsisdns.length,
      rows: changedMsisdns.length,
      pending: 0,
      subscribersAdded: 0,
      quarantinedAdded: 0,
      changedMsisdns,
    });
  const numbersFrom = (first: number) => Array.from({ length: 600 }, (_, place) => String(first + place));
  const [some, others] = [numbersFrom(2_250_700_000_001), numbersFrom(2_250_700_000_601)];
  note(some);
  vi.advanceTimersByTime(250);
  note(some);
  note(others);
  vi.advanceTimersByTime(250);
  note(others);
  vi.advanceTimersByTime(250);
  expect(told).toEqual([some, 'many', others]);
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
