import { describe, expect, test } from 'vitest';
import { createCircuitBreaker } from '../../../electron/live/circuitBreaker';

function createTimedBreaker() {
  const clock = { now: 0 };
  const breaker = createCircuitBreaker(() => clock.now);
  const fail = (times: number) => {
    for (let count = 0; count < times; count++) {
      if (breaker.enter().ok) breaker.leave('failed');
    }
  };
  return { clock, breaker, fail };
}

describe('the circuit breaker', () => {
  test('lets requests through until five in a row have failed', () => {
    const { breaker, fail } = createTimedBreaker();
    fail(4);
    expect(breaker.enter()).toEqual({ ok: true });
    breaker.leave('failed');
    expect(breaker.enter()).toEqual({ ok: false, retryAfterMs: 5_000 });
  });

  test('begins counting anew when one goes well', () => {
    const { breaker, fail } = createTimedBreaker();
    fail(4);
    breaker.leave('well');
    fail(4);
    expect(breaker.enter()).toEqual({ ok: true });
  });

  test('does not count what says nothing about the service', () => {
    const { breaker, fail } = createTimedBreaker();
    fail(4);
    breaker.leave('neutral');
    expect(breaker.enter()).toEqual({ ok: true });
  });

  test('tries with one request after the rest, the others wait', () => {
    const { clock, breaker, fail } = createTimedBreaker();
    fail(5);
    clock.now = 5_000;
    expect(breaker.enter()).toEqual({ ok: true });
    expect(breaker.enter().ok).toBe(false);
    breaker.leave('well');
    expect(breaker.enter()).toEqual({ ok: true });
    expect(breaker.enter()).toEqual({ ok: true });
  });

  test('rests twice as long each time the try fails, never more than five minutes', () => {
    const { clock, breaker, fail } = createTimedBreaker();
    fail(5);
    const rests: number[] = [];
    for (let count = 0; count < 10; count++) {
      const entry = breaker.enter();
      if (entry.ok) throw new Error('should rest');
      rests.push(entry.retryAfterMs);
      clock.now += entry.retryAfterMs;
      fail(1);
    }
    expect(rests).toEqual([
      5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000, 300_000, 300_000,
    ]);
  });

  test('asks a service that is down for a day less than 300 times', () => {
    const { clock, breaker } = createTimedBreaker();
    let asked = 0;
    for (; clock.now < 86_400_000; clock.now += 1_000) {
      if (!breaker.enter().ok) continue;
      asked += 1;
      breaker.leave('failed');
    }
    expect(asked).toBeGreaterThan(280);
    expect(asked).toBeLessThan(300);
  });

  test('rests when the service asks for it', () => {
    const { clock, breaker } = createTimedBreaker();
    breaker.restFor(7_000);
    expect(breaker.enter()).toEqual({ ok: false, retryAfterMs: 7_000 });
    clock.now = 7_000;
    expect(breaker.enter()).toEqual({ ok: true });
  });
});
