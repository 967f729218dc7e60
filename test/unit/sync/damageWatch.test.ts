import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchForDamage } from '../../../electron/sync/damageWatch';

const times = { firstAfterMs: 900, everyMs: 86_400, lookMs: 30 };

describe('the watch for damage', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** What each look finds, in order; when it looked, in milliseconds, and how often that was sound. */
  async function watchIdle(found: readonly (boolean | null)[]) {
    const looked: number[] = [];
    const startedAt = Date.now();
    let sound = 0;
    const watching = watchForDamage(
      {
        isSound: async () => found[looked.push(Date.now() - startedAt) - 1] ?? null,
        isIdle: () => true,
        onSound: () => (sound += 1),
        times,
      },
      new AbortController().signal,
    );
    await vi.advanceTimersByTimeAsync(1_000_000);
    expect(await watching).toBe('damaged');
    return { looked, sound };
  }

  it('reads the whole file some time after the start and then once in a while, until it finds damage', async () => {
    const { looked, sound } = await watchIdle([true, true, false]);
    expect(looked).toEqual([900, 87_300, 173_700]);
    expect(sound).toBe(2);
  });

  it('takes what could not be read neither for damaged nor for sound, and looks again sooner', async () => {
    const { looked, sound } = await watchIdle([null, true, false]);
    expect(looked).toEqual([900, 1_800, 88_200]);
    expect(sound).toBe(1);
  });

  it('waits as long as something arrives, and ends when it is told to', async () => {
    let looked = 0;
    const stop = new AbortController();
    const watching = watchForDamage(
      {
        isSound: async () => {
          looked += 1;
          return true;
        },
        isIdle: () => false,
        onSound: () => undefined,
        times,
      },
      stop.signal,
    );
    await vi.advanceTimersByTimeAsync(10_000);
    stop.abort();
    expect(await watching).toBe('stopped');
    expect(looked).toBe(0);
  });
});
