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
}

export function useComfort(): Comfort {
  const [textSize, setTextSize] = useState<TextSize>('normal');
  const [highContrast, setHighContrast] = useState(false);
  const [amountsHidden, setAmountsHidden] = useState(false);

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

  return {
    textSize,
    setTextSize,
    highContrast,
    toggleContrast: () => setHighContrast((now) => !now),
    amountsHidden,
    toggleAmounts: () => setAmountsHidden((now) => !now),
  };
}
