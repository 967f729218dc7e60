import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startHeartbeat } from '../../../electron/fleet/heartbeat';
import { buildDeviceReport } from '../../helpers/deviceReports';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test.each(['describe', 'onBeat'] as const)('beats on after %s failed as nobody foresaw', async (failing) => {
  const bugs: unknown[] = [];
  let turns = 0;
  let beats = 0;
  const failAtFirst = async (): Promise<void> => {
    turns += 1;
    if (turns === 1) throw new Error('not foreseen');
  };
  const heartbeat = startHeartbeat({
    database: {
      find: async () => ({ ok: true, value: null }),
      async put() {
        beats += 1;
        return { ok: true, value: '1-a' };
      },
    },
    async describe() {
      if (failing === 'describe') await failAtFirst();
      return buildDeviceReport();
    },
    onBeat: () => (failing === 'onBeat' ? failAtFirst() : Promise.resolve()),
    everyMs: 1_000,
    onFailing: () => undefined,
    onBug: (problem) => bugs.push(problem),
  });
  await vi.advanceTimersByTimeAsync(60_000);
  await heartbeat.stop();
  expect(bugs).toEqual([new Error('not foreseen')]);
  expect(beats).toBeGreaterThan(10);
});
