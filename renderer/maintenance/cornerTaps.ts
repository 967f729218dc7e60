/** The hidden door: five taps in a corner where nothing else is pressed. */
import { useEffect, useEffectEvent } from 'react';

export interface Tap {
  /** CSS pixels from the left and the top of the window. */
  readonly x: number;
  readonly y: number;
  /** Milliseconds of whatever clock. */
  readonly at: number;
}

const cornerPx = 120;
const tapsNeeded = 5;
const withinMs = 4_000;

/** Those that count towards the door after another tap: one elsewhere begins anew, as does waiting. */
export function countTaps(counted: readonly Tap[], tap: Tap): readonly Tap[] {
  if (tap.x > cornerPx || tap.y > cornerPx) return [];
  return [...counted.filter(({ at }) => tap.at - at < withinMs), tap];
}

export function opensDoor(counted: readonly Tap[]): boolean {
  return counted.length >= tapsNeeded;
}

/** Calls `onKnock` after five taps in the upper left corner. What lies there gets its taps all the same. */
export function useCornerTaps(onKnock: () => void): void {
  const knock = useEffectEvent(onKnock);
  useEffect(() => {
    let counted: readonly Tap[] = [];
    const notice = ({ clientX, clientY, timeStamp }: PointerEvent): void => {
      counted = countTaps(counted, { x: clientX, y: clientY, at: timeStamp });
      if (!opensDoor(counted)) return;
      counted = [];
      knock();
    };
    window.addEventListener('pointerdown', notice, { capture: true });
    return () => window.removeEventListener('pointerdown', notice, { capture: true });
  }, []);
}
