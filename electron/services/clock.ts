/**
 * The clock by which balances expire. It never goes back: whatever the system's clock is set to, now is at least
 * the latest moment that was ever reached, across restarts too, so that an expired balance stays expired. The one
 * exception is the feed's own clock, which may take back a jump forward that was wrong.
 */
import { readClockState, writeClockState } from '../db/clockState';
import { StorageFailure, type CacheReader, type CacheWriter } from '../db/connection';

export interface TrustedClock {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** What the feed's clock says, epoch milliseconds. */
  readonly noteServerTime: (at: number) => void;
  /** Stores how far the clock has come. Resolves also when the disk refuses: the clock goes on without it. */
  readonly save: () => Promise<void>;
}

export interface ClockSources {
  /** The system's clock, epoch milliseconds: may be set back and forth. */
  readonly systemNow: () => number;
  /** Milliseconds since some start: only goes forward. */
  readonly elapsed: () => number;
}

const machineSources: ClockSources = { systemNow: () => Date.now(), elapsed: () => performance.now() };

/** Clocks differ by seconds and answers take their time: what is within this is the same moment. */
const toleranceMs = 120_000;

/** @param cache `writer` is `null` where the cache can only be read: then nothing is remembered */
export async function createTrustedClock(
  cache: { readonly reader: CacheReader; readonly writer: CacheWriter | null },
  { systemNow, elapsed }: ClockSources = machineSources,
): Promise<TrustedClock> {
  const stored = await readClockState(cache.reader);
  const highWater = stored?.highWater ?? 0;
  // The system's clock was put right since the feed last corrected it: the correction would now be the error.
  const isPutRight =
    stored !== null && systemNow() >= highWater && systemNow() + stored.offset < highWater - toleranceMs;
  let offset = isPutRight ? 0 : (stored?.offset ?? 0);
  // The moment that was surely reached, and when it was so: from there it goes on by itself.
  let reached = { at: highWater, elapsed: elapsed() };

  function now(): number {
    const at = Math.round(Math.max(systemNow() + offset, reached.at + elapsed() - reached.elapsed));
    reached = { at, elapsed: elapsed() };
    return at;
  }

  return {
    now,
    noteServerTime(at) {
      if (Math.abs(at - now()) <= toleranceMs) return;
      offset = at - systemNow();
      reached = { at, elapsed: elapsed() };
    },
    async save() {
      const { writer } = cache;
      if (writer === null) return;
      const state = { highWater: now(), offset };
      try {
        await writer.transaction((transaction) => writeClockState(transaction, state));
      } catch (error) {
        if (!(error instanceof StorageFailure)) throw error;
      }
    },
  };
}
