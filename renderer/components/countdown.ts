import { useCallback, useEffect, useState } from 'react';

const tickMs = 250;

/** Whole seconds that are left, ticking, zero when it is over; and what starts it anew for so many seconds. */
export function useCountdown(): readonly [secondsLeft: number, start: (seconds: number) => void] {
  const [untilMs, setUntilMs] = useState<number | null>(null);
  const [secondsLeft, setSecondsLeft] = useState(0);

  const start = useCallback((seconds: number) => {
    setUntilMs(seconds === 0 ? null : performance.now() + seconds * 1_000);
    setSecondsLeft(seconds);
  }, []);

  useEffect(() => {
    if (untilMs === null) return;
    const timer = window.setInterval(() => {
      const left = Math.max(0, Math.ceil((untilMs - performance.now()) / 1_000));
      setSecondsLeft(left);
      if (left === 0) setUntilMs(null);
    }, tickMs);
    return () => window.clearInterval(timer);
  }, [untilMs]);

  return [secondsLeft, start];
}
