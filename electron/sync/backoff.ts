/** The bound where nothing has failed yet. */
const leastBoundMs = 1_000;
const longestMs = 300_000;

/**
 * How long to wait after so many failures in a row: anything up to a bound that doubles to five minutes, so that a
 * hundred shops which lost the same server do not come back to it together. What the server itself asks for counts
 * as the least.
 *
 * @param random from 0 to 1
 */
export function backoffMs(failures: number, retryAfterMs: number | null, random: number): number {
  const bound = Math.min(longestMs, leastBoundMs * 2 ** Math.min(failures, 20));
  return Math.round(random * bound) + (retryAfterMs ?? 0);
}

/** Resolves after the time, or at once when the signal comes; leaves nothing behind. */
export function pause(waitMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, waitMs);
    signal.addEventListener('abort', end);
  });
}
