import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleMarks } from '../../../../renderer/selfservice/charts/chartScale';

describe('the scale of a chart', () => {
  it('has round steps of what it counts', () => {
    expect(scaleMarks(323_000_000, 'B')).toEqual([0, 100e6, 200e6, 300e6, 400e6]);
    expect(scaleMarks(4, 'sms')).toEqual([0, 1, 2, 3, 4]);
    expect(scaleMarks(1, 'sms')).toEqual([0, 1]);
    expect(scaleMarks(1250, 'XOF')).toEqual([0, 500, 1000, 1500]);
  });

  it('counts time in minutes and hours, not in hundreds of seconds', () => {
    expect(scaleMarks(420, 's')).toEqual([0, 120, 240, 360, 480]);
    expect(scaleMarks(2 * 3600, 's')).toEqual([0, 1800, 3600, 5400, 7200]);
  });

  it('starts at nothing, ends at or just above the highest value, and has few marks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
        fc.constantFrom('B' as const, 's' as const, 'sms' as const, 'XOF' as const),
        (highest, unit) => {
          const marks = scaleMarks(highest, unit);
          const step = marks[1]! - marks[0]!;
          expect(marks[0]).toBe(0);
          expect(marks.at(-1)).toBeGreaterThanOrEqual(highest);
          expect(marks.at(-1)! - step).toBeLessThan(highest);
          expect(marks.length).toBeLessThanOrEqual(5);
          expect(marks.every(Number.isInteger)).toBe(true);
        },
      ),
    );
  });
});
