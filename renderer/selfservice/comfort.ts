/** How this visitor reads the screen. Lasts for one visit. */
import { useEffect, useState } from 'react';

/** Steps of the text size, smallest first. */
export const textSizes = ['normal', 'large', 'largest'] as const;
export type TextSize = (typeof textSizes)[number];

const magnification: Readonly<Record<TextSize, number>> = { normal: 1, large: 1.2, largest: 1.4 };

export interface Comfort {
  readonly textSize: TextSize;
  readonly setTextSize: (size: TextSize) => void;
  readonly highContrast: boolean;
  readonly toggleContrast: () => void;
  readonly amountsHidden: boolean;
  readonly toggleAmounts: () => void;
  /** Everything to touch is in the lower part of a tall screen. */
  readonly lowered: boolean;
  readonly toggleLowered: () => void;
}

export function useComfort(): Comfort {
  const [textSize, setTextSize] = useState<TextSize>('normal');
  const [highContrast, setHighContrast] = useState(false);
  const [amountsHidden, setAmountsHidden] = useState(false);
  const [lowered, setLowered] = useState(false);

  useEffect(() => {
    const root = document.documentElement;
    root.style.setProperty('--magnify', String(magnification[textSize]));
    return () => {
      root.style.removeProperty('--magnify');
    };
  }, [textSize]);

  useEffect(() => {
    const root = document.documentElement;
    if (highContrast) root.dataset['contrast'] = 'high';
    return () => {
      delete root.dataset['contrast'];
    };
  }, [highContrast]);

  useEffect(() => {
    const root = document.documentElement;
    if (lowered) root.dataset['reach'] = 'low';
    return () => {
      delete root.dataset['reach'];
    };
  }, [lowered]);

  // Keys that lead somewhere are shown to who uses keys.
  useEffect(() => {
    const root = document.documentElement;
    const keys = (): void => void (root.dataset['input'] = 'keys');
    const touch = (): void => {
      delete root.dataset['input'];
    };
    window.addEventListener('keydown', keys, true);
    window.addEventListener('pointerdown', touch, true);
    return () => {
      touch();
      window.removeEventListener('keydown', keys, true);
      window.removeEventListener('pointerdown', touch, true);
    };
  }, []);

  return {
    textSize,
    setTextSize,
    highContrast,
    toggleContrast: () => setHighContrast((now) => !now),
    amountsHidden,
    toggleAmounts: () => setAmountsHidden((now) => !now),
    lowered,
    toggleLowered: () => setLowered((now) => !now),
  };
}
