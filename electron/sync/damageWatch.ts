/** Finds damage before somebody meets it: the whole file is read once a day, when nothing else happens. */
import { pause } from './backoff';

export interface DamageWatchOptions {
  /** Reads the whole file; whether all of it is sound. */
  readonly isSound: () => Promise<boolean>;
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
      if (!(await isSound())) return 'damaged';
      onSound();
      await pause(times.everyMs, stop);
    } else {
      await pause(times.lookMs, stop);
    }
  }
  return 'stopped';
}
