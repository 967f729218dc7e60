import { useEffect, useState, type RefObject } from 'react';

export interface ScrollSteps {
  readonly atTop: boolean;
  readonly atEnd: boolean;
  readonly up: () => void;
  readonly down: () => void;
}

/** A step keeps the last lines of the page before in sight. */
const stepShare = 0.8;

/** Moves a scrolling element by pages, for who cannot reach or swipe it; `null` while all of it fits. */
export function useScrollSteps(content: RefObject<HTMLElement | null>): ScrollSteps | null {
  const [place, setPlace] = useState<'fits' | 'top' | 'middle' | 'end'>('fits');

  useEffect(() => {
    const element = content.current;
    if (element === null) return;
    const look = (): void => {
      const hidden = element.scrollHeight - element.clientHeight;
      if (hidden <= 1) setPlace('fits');
      else if (element.scrollTop <= 1) setPlace('top');
      else setPlace(element.scrollTop >= hidden - 1 ? 'end' : 'middle');
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    for (const child of element.children) sizes.observe(child);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  });

  if (place === 'fits') return null;
  const move = (pages: number): void => {
    const element = content.current;
    element?.scrollBy({ top: pages * stepShare * element.clientHeight, behavior: 'instant' });
  };
  return { atTop: place === 'top', atEnd: place === 'end', up: () => move(-1), down: () => move(1) };
}
