import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterRunning, noTries, withFailure, type Tries } from '../../../shared/domain/tries';

const minuteMs = 60_000;

function after(failures: number): Tries {
  return Array.from({ length: failures }).reduce<Tries>((tries) => withFailure(tries), noTries);
}

describe('failed tries', () => {
  it('cost nothing up to the fourth, 30 s at the fifth, twice as much each, and 30 min from the tenth on', () => {
    const waits = Array.from({ length: 12 }, (_, index) => after(index + 1).waitMs / 1_000);
    expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 1_800, 1_800, 1_800]);
  });

  it('are forgotten one at a time, each after a quiet stretch of running time', () => {
    expect(afterRunning(after(3), 29 * minuteMs, 10 * minuteMs)).toMatchObject({
      failures: 1,
      quietMs: 9 * minuteMs,
    });
    expect(afterRunning(after(3), 60 * minuteMs, 10 * minuteMs).failures).toBe(0);
  });

  it('wait and are forgotten as much in many steps as in one', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 20 * minuteMs }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), steps, (failures, parts) => {
        const inSteps = parts.reduce((tries, ms) => afterRunning(tries, ms, 5 * minuteMs), after(failures));
        const whole = parts.reduce((sum, ms) => sum + ms, 0);
        expect(inSteps).toEqual(afterRunning(after(failures), whole, 5 * minuteMs));
      }),
    );
  });
});
