/** Guessing is slow, whatever is done to the program, its clock and its files. */
import { cp, readFile, rm } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { accessNoon, makeMachine, startRun, type AccessRun } from '../helpers/accessRun';
import { makeFolder, openTestCache } from '../helpers/testCache';

const yearMs = 365 * 24 * 3_600_000;
const minuteMs = 60_000;
const ofAya = { kind: 'customer', id: '2250700000001' } as const;
const nothing = () => Promise.resolve();

async function newLocation() {
  const cache = await openTestCache();
  await cache.close();
  return cache.location;
}

const guess = (run: AccessRun, subject: { kind: 'customer' | 'staff'; id: string } = ofAya) =>
  run.throttle.attempt(subject, () => Promise.resolve('wrong'), nothing);
const succeed = (run: AccessRun, subject: { kind: 'customer' | 'staff'; id: string } = ofAya) =>
  run.throttle.attempt(subject, () => Promise.resolve('right'), nothing);

/** Guesses as soon as it is possible, so often; the waits between, in seconds. */
async function guessing(
  run: AccessRun,
  machine: { elapsed: number },
  times: number,
): Promise<readonly number[]> {
  const waits: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const { kind, retryAfterSeconds } = await guess(run);
    expect(kind).toBe('wrong');
    waits.push(retryAfterSeconds);
    machine.elapsed += retryAfterSeconds * 1_000;
  }
  return waits;
}

describe('guessing', () => {
  test('waits 30 s after the fifth failure, twice as long each time, and half an hour from the tenth on', async () => {
    const machine = await makeMachine();
    const run = await startRun(await newLocation(), machine);
    expect(await guessing(run, machine, 11)).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 1_800, 1_800]);
    await run.stop();
  });

  test('is not looked at while it waits, and begins anew after a success', async () => {
    const machine = await makeMachine();
    const run = await startRun(await newLocation(), machine);
    for (let time = 0; time < 5; time += 1) await guess(run);
    let looks = 0;
    const throttled = await run.throttle.attempt(
      ofAya,
      () => {
        looks += 1;
        return Promise.resolve('right');
      },
      nothing,
    );
    expect(throttled).toEqual({ kind: 'throttled', retryAfterSeconds: 30 });
    expect(looks).toBe(0);
    machine.elapsed += 30_000;
    expect((await succeed(run)).kind).toBe('right');
    machine.elapsed += 60 * minuteMs;
    expect((await guess(run)).retryAfterSeconds).toBe(0);
    await run.stop();
  });

  test('at one number after the other waits for the device, which a success elsewhere does not excuse', async () => {
    const machine = await makeMachine();
    const run = await startRun(await newLocation(), machine);
    for (let number = 1; number <= 4; number += 1) {
      expect((await guess(run, { kind: 'customer', id: `225070000000${number}` })).retryAfterSeconds).toBe(0);
      await succeed(run, { kind: 'customer', id: '2250799999999' });
    }
    expect((await guess(run, { kind: 'customer', id: '2250700000005' })).retryAfterSeconds).toBe(30);
    expect((await guess(run, { kind: 'customer', id: '2250700000006' })).kind).toBe('throttled');
    // Staff sign in all the same.
    expect((await succeed(run, { kind: 'staff', id: 'k.yao' })).kind).toBe('right');
    await run.stop();
  });

  test('gains nothing by a restart, nor by a clock set ten years forward or back', async () => {
    const machine = await makeMachine();
    const location = await newLocation();
    let run = await startRun(location, machine);
    await guessing(run, machine, 10);
    machine.elapsed -= 1_800_000;
    for (const years of [10, -10, 10]) {
      machine.now = accessNoon + years * yearMs;
      await run.stop();
      run = await startRun(location, machine);
      expect(await guess(run)).toMatchObject({ kind: 'throttled', retryAfterSeconds: 1_800 });
    }
    // What has been waited and stored is not waited for again.
    machine.elapsed += 20 * minuteMs;
    await run.throttle.save();
    await run.stop();
    run = await startRun(location, machine);
    expect(await guess(run)).toMatchObject({ kind: 'throttled', retryAfterSeconds: 600 });
    await run.stop();
  });

  test('gains nothing by an old profile that is copied back', async () => {
    const machine = await makeMachine();
    const location = await newLocation();
    let run = await startRun(location, machine);
    await guess(run);
    await run.stop();
    const copy = await makeFolder();
    await cp(location.folder, copy, { recursive: true });

    let guesses = 0;
    for (let round = 0; round < 12; round += 1) {
      run = await startRun(location, machine);
      if ((await guess(run)).kind === 'wrong') guesses += 1;
      await run.stop();
      await rm(location.folder, { recursive: true });
      await cp(copy, location.folder, { recursive: true });
    }
    // With the first, five.
    expect(guesses).toBe(4);
  });

  test('with the marker taken away begins with the longest wait', async () => {
    const machine = await makeMachine();
    const location = await newLocation();
    let run = await startRun(location, machine);
    await guess(run);
    await run.stop();
    await rm(machine.markerFile);
    run = await startRun(location, machine);
    expect(await guess(run)).toMatchObject({ kind: 'throttled', retryAfterSeconds: 1_800 });
    await run.stop();
  });

  test('in parallel is one after the other', async () => {
    const machine = await makeMachine();
    const run = await startRun(await newLocation(), machine);
    const kinds = await Promise.all(Array.from({ length: 20 }, async () => (await guess(run)).kind));
    expect(kinds.filter((kind) => kind === 'wrong')).toHaveLength(5);
    await run.stop();
  });

  test('leaves no number and no login in plain, neither in the marker nor in the table', async () => {
    const machine = await makeMachine();
    const run = await startRun(await newLocation(), machine);
    await guess(run);
    await guess(run, { kind: 'staff', id: 'k.yao' });
    const marker = await readFile(machine.markerFile, 'utf8');
    const table = JSON.stringify(await run.reader.all('SELECT * FROM tries'));
    for (const text of [marker, table]) expect(text).not.toMatch(/0700000001|yao/);
    await run.stop();
  });

  test('does not count what nobody could decide', async () => {
    const machine = await makeMachine();
    const run = await startRun(await newLocation(), machine);
    for (let time = 0; time < 10; time += 1) {
      const outcome = await run.throttle.attempt(ofAya, () => Promise.resolve('undecided'), nothing);
      expect(outcome).toEqual({ kind: 'undecided', retryAfterSeconds: 0 });
    }
    await run.stop();
  });
});
