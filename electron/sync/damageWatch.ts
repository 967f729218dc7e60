/** Finds damage before somebody meets it: the whole file is read once a day, when nothing else happens. */
import { pause } from './backoff';

export interface DamageWatchOptions {
  /** Reads the whole file; whether all of it is sound. `null`: it could not be read this time. */
  readonly isSound: () => Promise<boolean | null>;
  /** Whether nothing arrives and nothing is waited for. */
  readonly isIdle: () => boolean;
  readonly onSound: () => void;
  readonly times?: DamageWatchTimes;
}

export interface DamageWatchTimes {
  readonly firstAfterMs: number;
  readonly everyMs: number;
  /** Between two looks whether it is idle. */
  readonly lookMs: number;
}

const usualTimes: DamageWatchTimes = { firstAfterMs: 900_000, everyMs: 86_400_000, lookMs: 30_000 };

/** Ends with what was found, or when it is told to. */
export async function watchForDamage(
  { isSound, isIdle, onSound, times = usualTimes }: DamageWatchOptions,
  stop: AbortSignal,
): Promise<'damaged' | 'stopped'> {
  await pause(times.firstAfterMs, stop);
  while (!stop.aborted) {
    if (isIdle()) {
      const sound = await isSound();
      if (sound === false) return 'damaged';
      if (sound) onSound();
      await pause(sound ? times.everyMs : times.firstAfterMs, stop);
    } else {
      await pause(times.lookMs, stop);
    }
  }
  return 'stopped';
}
