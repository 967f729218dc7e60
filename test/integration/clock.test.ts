import { describe, expect, test } from 'vitest';
import { createTrustedClock, type TrustedClock } from '../../electron/services/clock';
import { openTestCache, type TestCache } from '../helpers/testCache';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const noon = Date.UTC(2026, 10, 23, 12);

/** A machine whose clock can be set, and which can be switched off and on. */
function makeMachine(cache: TestCache) {
  const machine = { systemNow: noon, elapsed: 0 };
  return {
    start: (): Promise<TrustedClock> =>
      createTrustedClock(cache, { systemNow: () => machine.systemNow, elapsed: () => machine.elapsed }),
    letPass(ms: number) {
      machine.systemNow += ms;
      machine.elapsed += ms;
    },
    setClock(at: number) {
      machine.systemNow = at;
    },
  };
}

describe('the trusted clock', () => {
  test('is the system’s clock as long as that goes forward', async () => {
    const machine = makeMachine(await openTestCache());
    const clock = await machine.start();
    expect(clock.now()).toBe(noon);
    machine.letPass(hourMs);
    expect(clock.now()).toBe(noon + hourMs);
  });

  test('goes on from where it was when the system’s clock is set back', async () => {
    const machine = makeMachine(await openTestCache());
    const clock = await machine.start();
    clock.now();
    machine.setClock(noon - 30 * dayMs);
    expect(clock.now()).toBe(noon);
    machine.letPass(hourMs);
    expect(clock.now()).toBe(noon + hourMs);
  });

  test('remembers across a restart how late it was', async () => {
    const machine = makeMachine(await openTestCache());
    await (await machine.start()).save();
    machine.setClock(noon - 365 * dayMs);
    expect((await machine.start()).now()).toBe(noon);
  });

  test('takes back a wrong jump forward when the feed says so, and remembers that', async () => {
    const machine = makeMachine(await openTestCache());
    machine.setClock(noon + 4 * 365 * dayMs);
    const clock = await machine.start();
    expect(clock.now()).toBe(noon + 4 * 365 * dayMs);
    clock.noteServerTime(noon);
    expect(clock.now()).toBe(noon);
    machine.letPass(hourMs);
    expect(clock.now()).toBe(noon + hourMs);
    await clock.save();
    expect((await machine.start()).now()).toBe(noon + hourMs);
  });

  test('drops its correction when the system’s clock has been put right meanwhile', async () => {
    const machine = makeMachine(await openTestCache());
    machine.setClock(noon + 365 * dayMs);
    const clock = await machine.start();
    clock.noteServerTime(noon);
    await clock.save();
    machine.setClock(noon + dayMs);
    expect((await machine.start()).now()).toBe(noon + dayMs);
  });

  test('goes forward at once when the feed is ahead', async () => {
    const machine = makeMachine(await openTestCache());
    const clock = await machine.start();
    clock.noteServerTime(noon + dayMs);
    expect(clock.now()).toBe(noon + dayMs);
  });

  test('does not flicker over the seconds by which two clocks always differ', async () => {
    const machine = makeMachine(await openTestCache());
    const clock = await machine.start();
    clock.noteServerTime(noon - 60_000);
    expect(clock.now()).toBe(noon);
  });

  test('works where the cache can only be read, and then remembers nothing', async () => {
    const cache = await openTestCache();
    const clock = await createTrustedClock({ reader: cache.reader, writer: null });
    await clock.save();
    expect(await cache.reader.all('SELECT * FROM clock')).toEqual([]);
  });
});
