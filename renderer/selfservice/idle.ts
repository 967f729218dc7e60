/** Notices that nobody is there any more. */
import { useEffect, useEffectEvent, useState } from 'react';

export interface IdleTimes {
  readonly warnAfterSeconds: number;
  readonly resetAfterSeconds: number;
}

/** A moving finger or mouse is somebody, too. */
const inputs = [
  'pointerdown',
  'pointermove',
  'pointerup',
  'pointercancel',
  'keydown',
  'wheel',
  'click',
] as const;

/** A page that is being read aloud is listened to, but not for ever: nobody may be there any more. */
const longestReadingMs = 180_000;

/** How often the clock of a warning that is shown is read. */
const tickMs = 200;

/**
 * Whole seconds until the reset while the warning is to be shown, otherwise `null`. Nothing runs before the first
 * input: a screen that nobody has touched has nothing to forget.
 * @param isReading Whether the screen is being read aloud.
 * @param isWarned Whether the warning would be shown: an input that answers none does what it is for.
 * @param onReset Called once when the time is over.
 */
export function useIdle(
  { warnAfterSeconds, resetAfterSeconds }: IdleTimes,
  isReading: boolean,
  isWarned: boolean,
  onReset: () => void,
): number | null {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const reset = useEffectEvent(onReset);
  const listens = useEffectEvent(() => isReading);
  const asks = useEffectEvent(() => isWarned);

  useEffect(() => {
    let lastInput: number | null = null;
    let listenedUntil = 0;
    let warning = false;
    let pressed = false;
    let timer: number | undefined;

    const look = (): void => {
      if (lastInput === null) return;
      const now = performance.now();
      if (listens() && now - lastInput < longestReadingMs) listenedUntil = now;
      const idleMs = now - Math.max(lastInput, listenedUntil);
      const warnMs = warnAfterSeconds * 1000;
      const resetMs = resetAfterSeconds * 1000;
      if (idleMs >= resetMs) {
        stop();
        reset();
        return;
      }
      // The press that answers the warning must not also press what lies under it: the warning stays until that
      // press is over, and goes with its click.
      if (warning && pressed) {
        timer = window.setTimeout(look, tickMs);
        return;
      }
      warning = idleMs >= warnMs;
      setSecondsLeft(warning ? Math.ceil((resetMs - idleMs) / 1000) : null);
      timer = window.setTimeout(look, warning ? tickMs : warnMs - idleMs);
    };

    const noticeInput = (event: Event): void => {
      const first = lastInput === null;
      lastInput = performance.now();
      if (event.type.startsWith('pointer') && event.type !== 'pointermove') {
        pressed = event.type === 'pointerdown';
      }
      if (first) timer = window.setTimeout(look, warnAfterSeconds * 1000);
      if (!warning || event.type.startsWith('pointer')) return;
      // Likewise the key that answers it does nothing else.
      if (asks()) {
        if (event.type === 'keydown') event.preventDefault();
        event.stopPropagation();
      }
      window.clearTimeout(timer);
      look();
    };

    const stop = (): void => {
      window.clearTimeout(timer);
      for (const input of inputs) window.removeEventListener(input, noticeInput, true);
    };

    for (const input of inputs) window.addEventListener(input, noticeInput, { capture: true });
    return stop;
  }, [warnAfterSeconds, resetAfterSeconds]);

  return secondsLeft;
}
