/** How customers show who they are, and that nothing tells whether a number exists. */
import { describe, expect, test } from 'vitest';
import { findSubscriber } from '../../electron/db/subscribers';
import type { SmsCodeDesk } from '../../electron/services/identity';
import { openLiveClient } from '../../electron/live/liveClient';
import { demoCredentials } from '../../electron/services/training/demoCredentials';
import { startUpstream } from '../../electron/services/training/upstream';
import { marketPack } from '../../shared/domain/market';
import type { SentCode, ValidatedCode } from '../../shared/domain/smsCode';
import { onTestFinished } from 'vitest';
import { accessNoon, makeMachine, startRun, type AccessRun } from '../helpers/accessRun';
import { sizeOf } from '../helpers/effort';
import { reportFigure } from '../helpers/figures';
import { syncOnce, until } from '../helpers/syncRun';
import { openTestCache } from '../helpers/testCache';

const minuteMs = 60_000;
const known = '07 00 00 00 01';
const unknown = '07 99 99 99 99';

/** A kiosk on the training's subscribers and its operator. */
async function openKiosk(options: { readonly upstreamNow?: () => number } = {}) {
  const upstream = await startUpstream({
    subscribers: 30,
    seed: 1,
    tickMs: 0,
    ...(options.upstreamNow !== undefined && { now: options.upstreamNow }),
  });
  onTestFinished(upstream.close);
  const cache = await openTestCache();
  await syncOnce(cache, upstream.url);
  const live = await openLiveClient({ url: upstream.liveUrl }, marketPack('CI'));
  if (!live.ok) throw new Error(live.error);
  onTestFinished(() => live.client.close());
  const machine = await makeMachine();
  const run = await startRun(cache.location, machine, live.client);
  onTestFinished(() => run.stop());
  return { upstream, cache, machine, run };
}

const sent = { kind: 'sent', resendAfterSeconds: 30, validForSeconds: 600 };

describe('a PIN', () => {
  test('proves its own number in any usual form', async () => {
    const { run } = await openKiosk();
    const proven = { kind: 'proven', msisdn: '2250700000001' };
    for (const form of [known, '+225 0700000001', '002250700000001']) {
      expect(await run.identity.checkPin(form, '1234')).toEqual(proven);
    }
    expect(await run.identity.checkPin('12', '1234')).toEqual({ kind: 'BAD_MSISDN' });
    expect((await run.actions()).at(-1)).toEqual([
      'customer',
      'customer:identified',
      'subscriber:2250700000001',
    ]);
  });

  test('that is wrong, of an unknown number or of one without a PIN: the same answers, all the way to the wait', async () => {
    const { run, cache, machine } = await openKiosk();
    const withoutPin = '07 00 00 00 30';
    expect((await findSubscriber(cache.reader, '2250700000030'))?.pin).toBeUndefined();
    const answers: unknown[] = [];
    for (const [number, pin] of [
      [known, '0000'],
      [unknown, '1234'],
      [withoutPin, '1234'],
    ] as const) {
      const told: unknown[] = [];
      for (let time = 0; time < 6; time += 1) told.push(await run.identity.checkPin(number, pin));
      answers.push(told);
      // Until the device has forgotten.
      machine.elapsed += 60 * minuteMs;
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[0]).toEqual([
      ...Array.from({ length: 4 }, () => ({ kind: 'refused', retryAfterSeconds: 0 })),
      { kind: 'refused', retryAfterSeconds: 30 },
      { kind: 'throttled', retryAfterSeconds: 30 },
    ]);
  });

  test('takes as long to refuse of an unknown number as of a known one', async () => {
    const { run, machine } = await openKiosk();
    const rounds = sizeOf({ short: 12, long: 1_000 });
    const taken: Record<string, number[]> = { [known]: [], [unknown]: [] };
    for (let round = 0; round < rounds; round += 1) {
      // In turn, so that a busy machine is busy for both.
      for (const number of round % 2 === 0 ? [known, unknown] : [unknown, known]) {
        machine.elapsed += 24 * 60 * minuteMs;
        const begun = performance.now();
        expect((await run.identity.checkPin(number, '0000')).kind).toBe('refused');
        taken[number]?.push(performance.now() - begun);
      }
    }
    const median = (values: readonly number[] = []) =>
      values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
    const [wrong, nobody] = [median(taken[known]), median(taken[unknown])];
    const difference = Math.abs(wrong - nobody) / Math.max(wrong, nobody);
    reportFigure(
      'Sign-in',
      `unknown number and wrong PIN, medians of ${rounds}`,
      `${nobody.toFixed(1)} and ${wrong.toFixed(1)} ms, ${(100 * difference).toFixed(1)} % apart`,
    );
    expect(difference).toBeLessThan(sizeOf({ short: 0.5, long: 0.1 }));
  }, 600_000);

  test('of the feed is the same work as the stand-in for none', () => {
    for (const verifier of Object.values(demoCredentials.pins)) {
      expect(verifier).toMatch(/^\$scrypt\$ln=15,r=8,p=1\$/);
    }
  });
});

describe('a code by SMS', () => {
  const codeOf = (upstream: { lastCode: (msisdn: string) => string | null }): string =>
    upstream.lastCode('2250700000001') ?? '';
  const other = (code: string): string => (code === '000000' ? '000001' : '000000');

  test('has six digits, proves the number once, and then no more', async () => {
    const { run, upstream } = await openKiosk();
    expect(await run.identity.sendCode(known, 'fr')).toEqual(sent);
    const code = codeOf(upstream);
    expect(code).toMatch(/^\d{6}$/);
    expect(await run.identity.confirmCode(other(code))).toEqual({ kind: 'refused', retryAfterSeconds: 0 });
    expect(await run.identity.confirmCode(code)).toEqual({ kind: 'proven', msisdn: '2250700000001' });
    expect(await run.identity.confirmCode(code)).toEqual({ kind: 'codeDead' });
  });

  test('is dead after five wrong ones, right or not', async () => {
    const { run, upstream, machine } = await openKiosk();
    await run.identity.sendCode(known, 'fr');
    const code = codeOf(upstream);
    for (let time = 1; time < 5; time += 1) {
      expect((await run.identity.confirmCode(other(code))).kind).toBe('refused');
    }
    expect(await run.identity.confirmCode(other(code))).toEqual({ kind: 'codeDead' });
    machine.elapsed += 30_000;
    expect(await run.identity.confirmCode(code)).toEqual({ kind: 'codeDead' });
  });

  test('dies when another is sent, which is not possible at once', async () => {
    const { run, upstream, machine } = await openKiosk();
    await run.identity.sendCode(known, 'fr');
    const first = codeOf(upstream);
    expect(await run.identity.sendCode(known, 'fr')).toEqual({ kind: 'throttled', retryAfterSeconds: 30 });
    machine.elapsed += 30_000;
    expect(await run.identity.sendCode(known, 'fr')).toEqual(sent);
    const second = codeOf(upstream);
    if (first !== second) expect((await run.identity.confirmCode(first)).kind).toBe('refused');
    expect((await run.identity.confirmCode(second)).kind).toBe('proven');
  });

  test('is dead after ten minutes, after the visit, and after a restart', async () => {
    const { run, upstream, machine, cache } = await openKiosk();
    await run.identity.sendCode(known, 'fr');
    machine.elapsed += 10 * minuteMs;
    expect(await run.identity.confirmCode(codeOf(upstream))).toEqual({ kind: 'codeDead' });
    await run.identity.sendCode(known, 'fr');
    run.identity.forget();
    expect(await run.identity.confirmCode(codeOf(upstream))).toEqual({ kind: 'codeDead' });
    machine.elapsed += minuteMs;
    await run.identity.sendCode(known, 'fr');
    const again = await startRun(cache.location, machine, null);
    expect(await again.identity.confirmCode(codeOf(upstream))).toEqual({ kind: 'codeDead' });
    await again.stop();
  });

  test('for a number that gets none is asked for, refused and dead in the same way', async () => {
    const { run } = await openKiosk();
    const tell = async (number: string) => [
      await run.identity.sendCode(number, 'fr'),
      await run.identity.confirmCode('000000'),
      await run.identity.confirmCode('000001'),
      await run.identity.sendCode(number, 'fr'),
    ];
    expect(await tell(unknown)).toEqual(await tell(known));
  });

  test('cannot be had while the operator does not answer, and a try then does not count', async () => {
    const { run, upstream } = await openKiosk();
    await run.identity.sendCode(known, 'fr');
    upstream.setFault({ kind: 'offline' });
    for (let time = 0; time < 6; time += 1) {
      expect(await run.identity.confirmCode('000000')).toEqual({ kind: 'unavailable' });
    }
    expect(await run.identity.sendCode('07 00 00 00 04', 'fr')).toEqual({ kind: 'unavailable' });
  });

  test('is sent to no number more than four times in ten minutes', async () => {
    const asked: string[] = [];
    const desk: SmsCodeDesk = {
      sendCode: (msisdn) => {
        asked.push(msisdn);
        return Promise.resolve({ ok: true, authenticationId: 'a' });
      },
      validateCode: () => Promise.resolve({ ok: false, error: 'WRONG_CODE' }),
    };
    const cache = await openTestCache();
    const machine = await makeMachine();
    const run: AccessRun = await startRun(cache.location, machine, desk);
    const kinds: string[] = [];
    for (let time = 0; time < 6; time += 1) {
      kinds.push((await run.identity.sendCode(known, 'fr')).kind);
      machine.elapsed += minuteMs;
    }
    expect(kinds).toEqual(['sent', 'sent', 'sent', 'sent', 'throttled', 'throttled']);
    expect(asked).toHaveLength(4);
    expect(machine.now).toBe(accessNoon);
    await run.stop();
  });

  test('that is still asked for when its visitor leaves takes the place of nobody’s', async () => {
    const { desk, answer } = slowDesk();
    const { run } = await openWith(desk);
    const first = run.identity.sendCode(known, 'fr');
    run.identity.forget();
    const second = run.identity.sendCode('07 00 00 00 04', 'fr');
    answer('2250700000004');
    expect((await second).kind).toBe('sent');
    answer('2250700000001');
    expect(await first).toEqual({ kind: 'unavailable' });
    expect(await run.identity.confirmCode('2250700000004')).toEqual({
      kind: 'proven',
      msisdn: '2250700000004',
    });
    await run.stop();
  });

  test('that is called off counts as one that was sent, since it may have been', async () => {
    const { desk, answer } = slowDesk();
    const { run } = await openWith(desk);
    const first = run.identity.sendCode(known, 'fr');
    run.identity.forget();
    answer('2250700000001', { ok: false, error: 'SERVICE_UNREACHABLE' });
    expect(await first).toEqual({ kind: 'unavailable' });
    expect(await run.identity.sendCode(known, 'fr')).toEqual({ kind: 'throttled', retryAfterSeconds: 30 });
    await run.stop();
  });

  test('that turns out right when its visitor has left proves nothing to the next', async () => {
    const { desk, answer } = slowDesk();
    let say: ((checked: ValidatedCode) => void) | null = null;
    const { run } = await openWith({
      ...desk,
      validateCode: () => new Promise((resolve) => (say = resolve)),
    });
    const asked = run.identity.sendCode(known, 'fr');
    answer('2250700000001');
    await asked;
    const confirmed = run.identity.confirmCode('2250700000001');
    const saying = await until(
      () => say,
      (asked) => asked !== null,
    );
    run.identity.forget();
    saying?.({ ok: true });
    expect(await confirmed).toEqual({ kind: 'codeDead' });
    await run.stop();
  });

  test('that could not be sent gives back nobody else’s turn', async () => {
    const { desk, answer } = slowDesk();
    const { run } = await openWith(desk);
    const first = run.identity.sendCode(known, 'fr');
    const second = run.identity.sendCode('07 00 00 00 04', 'fr');
    answer('2250700000001', { ok: false, error: 'SERVICE_BUSY' });
    expect((await first).kind).toBe('unavailable');
    answer('2250700000004');
    expect((await second).kind).toBe('sent');
    expect((await run.identity.sendCode('07 00 00 00 04', 'fr')).kind).toBe('throttled');
    await run.stop();
  });
});

async function openWith(desk: SmsCodeDesk) {
  const cache = await openTestCache();
  const machine = await makeMachine();
  return { machine, run: await startRun(cache.location, machine, desk) };
}

/** Sends when it is told to; a number is its own code. */
function slowDesk() {
  const waiting = new Map<string, (sent: SentCode) => void>();
  const desk: SmsCodeDesk = {
    sendCode: (msisdn) => new Promise((resolve) => waiting.set(msisdn, resolve)),
    validateCode: (authenticationId, code) =>
      Promise.resolve(code === authenticationId ? { ok: true } : { ok: false, error: 'WRONG_CODE' }),
  };
  return {
    desk,
    answer: (msisdn: string, sent: SentCode = { ok: true, authenticationId: msisdn }) =>
      waiting.get(msisdn)?.(sent),
  };
}
