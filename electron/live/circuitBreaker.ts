/**
 * Leaves a service alone that fails again and again, so that nobody waits for it and it can come back:
 *
 *   closed ──failures in a row──▶ open ──rest is over──▶ trying ──well──▶ closed
 *                                  ▲                        │
 *                                  └──failed, twice as long─┘
 *
 * Time is counted by a clock that nobody can set, because a rest until next year would be one forever.
 */
export interface CircuitBreaker {
  /** Whether one more request may go; every one that does ends with `leave`. */
  readonly enter: () => { readonly ok: true } | { readonly ok: false; readonly retryAfterMs: number };
  /** @param result `neutral`: it says nothing about the service, such as a request that was called off */
  readonly leave: (result: 'well' | 'failed' | 'neutral') => void;
  /** The service itself asked for a rest. */
  readonly restFor: (ms: number) => void;
}

const failuresToOpen = 5;
const firstRestMs = 5_000;
const longestRestMs = 300_000;

/** @param elapsed milliseconds since some start: only goes forward */
export function createCircuitBreaker(elapsed: () => number = () => performance.now()): CircuitBreaker {
  let failures = 0;
  let openUntil = -Infinity;
  let trying = false;
  return {
    enter() {
      const restMs = openUntil - elapsed();
      if (restMs > 0) return { ok: false, retryAfterMs: Math.ceil(restMs) };
      if (failures < failuresToOpen) return { ok: true };
      if (trying) return { ok: false, retryAfterMs: firstRestMs };
      trying = true;
      return { ok: true };
    },
    leave(result) {
      trying = false;
      if (result === 'neutral') return;
      failures = result === 'well' ? 0 : failures + 1;
      if (failures < failuresToOpen) return;
      const doublings = Math.min(failures - failuresToOpen, 10);
      openUntil = elapsed() + Math.min(firstRestMs * 2 ** doublings, longestRestMs);
    },
    restFor(ms) {
      openUntil = Math.max(openUntil, elapsed() + Math.min(ms, longestRestMs));
    },
  };
}
