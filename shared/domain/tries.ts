/**
 * How often a secret was tried in vain, and how long nobody may try again. Waits and forgetting run only while the
 * program does: whatever a clock is set to, and however often the program is started, no wait gets shorter.
 */

export interface Tries {
  /** In vain, since the last success. */
  readonly failures: number;
  /** Until the next try, in milliseconds of running time. */
  readonly waitMs: number;
  /** Running time since the last failure, or since the last one that was forgotten. */
  readonly quietMs: number;
}

export const noTries: Tries = { failures: 0, waitMs: 0, quietMs: 0 };

/** From this failure on there is a wait, which doubles with each further one. */
const firstWaitAt = 5;
const firstWaitMs = 30_000;
/** From this failure on the wait is always the longest. */
export const longestWaitAt = 10;
export const longestWaitMs = 30 * 60_000;

/** The wait after so many failures. */
function waitMsAfter(failures: number): number {
  if (failures < firstWaitAt) return 0;
  if (failures >= longestWaitAt) return longestWaitMs;
  return firstWaitMs * 2 ** (failures - firstWaitAt);
}

export function withFailure({ failures }: Tries): Tries {
  return { failures: failures + 1, waitMs: waitMsAfter(failures + 1), quietMs: 0 };
}

/** @param forgetAfterMs running time without a failure after which one of them is forgotten */
export function afterRunning(tries: Tries, ms: number, forgetAfterMs: number): Tries {
  const quietMs = tries.quietMs + ms;
  const forgotten = Math.floor(quietMs / forgetAfterMs);
  return {
    failures: Math.max(0, tries.failures - forgotten),
    waitMs: Math.max(0, tries.waitMs - ms),
    quietMs: quietMs - forgotten * forgetAfterMs,
  };
}
