import { useEffect, useState } from 'react';

const tickMs = 250;

/**
 * Whole seconds until a moment of `performance.now()`, ticking; zero when it is over.
 *
 * @param untilMs `null`: there is nothing to wait for
 */
export function useCountdown(untilMs: number | null): number {
  const [, tick] = useState(0);
  const left = untilMs === null ? 0 : Math.max(0, Math.ceil((untilMs - performance.now()) / 1_000));
  const isWaiting = left > 0;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = window.setInterval(() => tick((turn) => turn + 1), tickMs);
    return () => window.clearInterval(timer);
  }, [isWaiting, untilMs]);
  return left;
}

export function secondsFromNow(seconds: number): number | null {
  return seconds === 0 ? null : performance.now() + seconds * 1_000;
}
