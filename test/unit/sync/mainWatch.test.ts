import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aliveEveryMs, watchMain } from '../../../electron/sync/mainWatch';

describe('the watch over the main process', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('lets one be that says it is alive, however late now and then', () => {
    const onHung = vi.fn();
    const watch = watchMain(onHung);
    for (let round = 0; round < 20; round += 1) {
      vi.advanceTimersByTime(5 * aliveEveryMs);
      watch.noteAlive();
    }
    watch.stop();
    vi.advanceTimersByTime(100 * aliveEveryMs);
    expect(onHung).not.toHaveBeenCalled();
  });

  it('ends one that has been silent for half a minute, once', () => {
    const onHung = vi.fn();
    watchMain(onHung);
    vi.advanceTimersByTime(30_000);
    expect(onHung).not.toHaveBeenCalled();
    vi.advanceTimersByTime(aliveEveryMs);
    expect(onHung).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(100 * aliveEveryMs);
    expect(onHung).toHaveBeenCalledTimes(1);
  });
});
