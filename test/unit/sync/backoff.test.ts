import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backoffMs, pause } from '../../../electron/sync/backoff';

describe('the wait after a failure', () => {
  test('is bounded by a doubling time that stops at five minutes', () => {
    const longest = [1, 2, 3, 4, 9, 30, 10_000].map((failures) => backoffMs(failures, null, 1));
    expect(longest).toEqual([2_000, 4_000, 8_000, 16_000, 300_000, 300_000, 300_000]);
  });

  test('is anything from nothing up to its bound', () => {
    expect(backoffMs(5, null, 0)).toBe(0);
    expect(backoffMs(5, null, 0.5)).toBe(16_000);
  });

  test('is never shorter than the server asks for', () => {
    fc.assert(
      fc.property(
        fc.nat(100),
        fc.nat(3_600_000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, asked, random) => {
          expect(backoffMs(failures, asked, random)).toBeGreaterThanOrEqual(asked);
        },
      ),
    );
  });

  test('ends at once when it is told to stop, also beforehand', async () => {
    const stop = new AbortController();
    const waiting = pause(3_600_000, stop.signal);
    stop.abort();
    await waiting;
    await pause(3_600_000, stop.signal);
  });
});
