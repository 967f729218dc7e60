import { describe, expect, it } from 'vitest';
import { countTaps, opensDoor, type Tap } from '../../../../renderer/maintenance/cornerTaps';

const inCorner = (at: number): Tap => ({ x: 20, y: 30, at });
const after = (taps: readonly Tap[]) => opensDoor(taps.reduce<readonly Tap[]>(countTaps, []));

describe('the hidden door', () => {
  it('opens after five taps in the corner', () => {
    expect(after([0, 300, 600, 900].map(inCorner))).toBe(false);
    expect(after([0, 300, 600, 900, 1_200].map(inCorner))).toBe(true);
  });

  it('stays closed when the taps are slow', () => {
    expect(after([0, 1_500, 3_000, 4_500, 6_000, 7_500].map(inCorner))).toBe(false);
  });

  it.each([
    [121, 20],
    [20, 121],
    [800, 900],
  ])('begins anew after a tap at %i, %i', (x, y) => {
    expect(after([inCorner(0), inCorner(1), inCorner(2), { x, y, at: 3 }, inCorner(4), inCorner(5)])).toBe(
      false,
    );
  });
});
