import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchSpace } from '../../../electron/sync/cacheSpace';

const megabyte = 1_048_576;

describe('the room on the cache’s disk', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is told as it shrinks and as it comes back', async () => {
    let free = 2_000 * megabyte;
    const told: string[] = [];
    const watch = watchSpace(
      async () => free,
      (space) => told.push(space),
    );
    for (const next of [400, 30, 700]) {
      await vi.advanceTimersByTimeAsync(15_000);
      free = next * megabyte;
    }
    await vi.advanceTimersByTimeAsync(15_000);
    watch.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual(['enough', 'enough', 'low', 'full', 'enough']);
  });

  it('is none once the disk has refused, whatever it says, until something could be written', async () => {
    const told: string[] = [];
    const watch = watchSpace(
      async () => 2_000 * megabyte,
      (space) => told.push(space),
    );
    await vi.advanceTimersByTimeAsync(0);
    watch.noteFull();
    await vi.advanceTimersByTimeAsync(15_000);
    watch.noteWritten();
    watch.stop();
    expect(told).toEqual(['enough', 'full', 'full', 'enough']);
  });

  it('is taken for enough where it cannot be asked', async () => {
    const told: (number | null)[] = [];
    const watch = watchSpace(
      () => Promise.reject(new Error('no such call')),
      (_, free) => told.push(free),
    );
    await vi.advanceTimersByTimeAsync(0);
    watch.stop();
    expect(told).toEqual([null]);
  });
});
