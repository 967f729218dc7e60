import { useEffect } from 'react';
import { invoke } from '../../bridge';

const inputs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Locks the counter when nobody has touched anything for so long. */
export function useIdleLock(lockAfterSeconds: number): void {
  useEffect(() => {
    let lastInput = performance.now();
    const notice = (): void => {
      lastInput = performance.now();
    };
    let timer = 0;
    const look = (): void => {
      const leftMs = lastInput + lockAfterSeconds * 1_000 - performance.now();
      if (leftMs <= 0) void invoke('staff:lock', { cause: 'idle' });
      timer = window.setTimeout(look, Math.max(leftMs, 1_000));
    };
    look();
    for (const input of inputs) window.addEventListener(input, notice, { capture: true, passive: true });
    return () => {
      window.clearTimeout(timer);
      for (const input of inputs) window.removeEventListener(input, notice, { capture: true });
    };
  }, [lockAfterSeconds]);
}
