/** Whom the counter has opened lately, through the real handlers on a real cache. */
import { describe, expect, test } from 'vitest';
import { openCacheReader } from '../../electron/db/cache';
import type { CommandName, CommandRequest } from '../../shared/ipc/contract';
import { cheapVerifier } from '../helpers/accessRun';
import { buildStaff, buildSubscriber } from '../helpers/builders';
import { startTestServices } from '../helpers/startedServices';
import { testKeyHex } from '../helpers/testCache';

const numbers = Array.from({ length: 10 }, (_, index) => `22507000002${String(index).padStart(2, '0')}`);
const [first = '', second = ''] = numbers;

async function openCounter() {
  const password = cheapVerifier('1234');
  const services = await startTestServices('agent', [
    ...numbers.map((msisdn) => buildSubscriber({ msisdn })),
    buildStaff({ login: 'k.yao', password }),
    buildStaff({ login: 'a.kone', password }),
  ]);
  const ask = async <Name extends CommandName>(
    command: Name,
    request: CommandRequest<Name>,
  ): Promise<unknown> => JSON.parse(await services.route(command, JSON.stringify(request)));
  return {
    ask,
    signIn: (login: string) => ask('staff:signIn', { login, password: '1234' }),
    open: (msisdn: string, reason: 'complaint' | 'order' = 'complaint') =>
      ask('customer:open', { query: `+${msisdn}`, reason, language: 'fr' }),
    reopen: (handle: number) => ask('customer:reopen', { handle, reason: 'order', language: 'fr' }),
    recent: () => ask('customer:recent', {}),
    lookups: async (): Promise<readonly unknown[]> => {
      const read = await openCacheReader({ folder: services.cacheFolder, keyHex: testKeyHex });
      if (!read.ok) throw new Error(read.error.code);
      const rows = await read.value.all(
        "SELECT actor, subject, details FROM audit WHERE action = 'customer:lookedUp' ORDER BY number",
      );
      await read.value.close();
      return rows.map(({ actor, subject, details }) => [actor, subject, details]);
    },
  };
}

const nobody = { ok: true, value: { customers: [], interrupted: null } };

describe('the recent customers of a counter', () => {
  test('are the last eight lines, the latest first and each once, without a whole number', async () => {
    const { signIn, open, recent } = await openCounter();
    await signIn('k.yao');
    expect(await recent()).toEqual(nobody);
    for (const msisdn of numbers) await open(msisdn);
    await open(numbers[5] ?? '', 'order');
    const answer = await recent();
    expect(answer).toMatchObject({
      value: {
        customers: ['05', '09', '08', '07', '06', '04', '03', '02'].map((end, place) => ({
          numberMasked: `07 •• •• •• ${end}`,
          reason: place === 0 ? 'order' : 'complaint',
        })),
      },
    });
    expect(JSON.stringify(answer)).not.toMatch(/000002\d\d/);
  });

  test('are not those whom the cache does not have', async () => {
    const { signIn, open, recent } = await openCounter();
    await signIn('k.yao');
    expect(await open('2250700000999')).toMatchObject({ ok: false, error: 'NOT_FOUND' });
    expect(await recent()).toEqual(nobody);
  });

  test('are opened again by their handle, which is written down as a lookup', async () => {
    const { signIn, open, reopen, lookups } = await openCounter();
    await signIn('k.yao');
    await open(first);
    await open(second);
    expect(await reopen(1)).toMatchObject({ ok: true, value: { msisdn: first } });
    expect(await reopen(3)).toEqual({ ok: false, error: 'NOT_FOUND' });
    expect(await lookups()).toEqual([
      ['staff:k.yao', `subscriber:${first}`, '{"reason":"complaint"}'],
      ['staff:k.yao', `subscriber:${second}`, '{"reason":"complaint"}'],
      ['staff:k.yao', `subscriber:${first}`, '{"reason":"order"}'],
    ]);
  });

  test('are forgotten when the session is over, and their handles lead nowhere', async () => {
    const { ask, signIn, open, reopen, recent } = await openCounter();
    await signIn('k.yao');
    await open(first);
    await ask('staff:signOut', {});
    expect(await recent()).toEqual({ ok: false, error: 'SIGN_IN_NEEDED' });
    await signIn('k.yao');
    expect(await recent()).toEqual(nobody);
    await open(second);
    expect(await reopen(1)).toEqual({ ok: false, error: 'NOT_FOUND' });

    await signIn('a.kone');
    expect(await recent()).toEqual(nobody);
    expect(await reopen(2)).toEqual({ ok: false, error: 'NOT_FOUND' });
  });
});

describe('who was open when the counter was locked', () => {
  test('is told to the same login after unlocking, until they are opened again', async () => {
    const { ask, signIn, open, reopen, recent } = await openCounter();
    await signIn('k.yao');
    await open(second);
    await open(first);
    await ask('staff:lock', { cause: 'key' });
    expect(await reopen(2)).toEqual({ ok: false, error: 'SIGN_IN_NEEDED' });
    await ask('staff:unlock', { password: '1234' });
    expect(await recent()).toMatchObject({
      value: { customers: [{ handle: 2, reason: 'complaint' }, { handle: 1 }], interrupted: 2 },
    });
    expect(await ask('customer:render', { language: 'fr' })).toEqual({
      ok: false,
      error: 'NO_CUSTOMER_OPEN',
    });
    expect(await reopen(2)).toMatchObject({ ok: true, value: { msisdn: first } });
    expect(await recent()).toMatchObject({ value: { interrupted: null } });
  });

  test('is never told to a colleague, nor to the same login when the colleague has gone', async () => {
    const { ask, signIn, open, recent } = await openCounter();
    await signIn('k.yao');
    await open(first);
    await ask('staff:lock', { cause: 'idle' });
    await signIn('a.kone');
    expect(await recent()).toEqual(nobody);
    await signIn('k.yao');
    expect(await recent()).toEqual(nobody);
  });

  test('is nobody when the customer was closed before', async () => {
    const { ask, signIn, open, recent } = await openCounter();
    await signIn('k.yao');
    await open(first);
    await ask('customer:close', {});
    await ask('staff:lock', { cause: 'key' });
    await ask('staff:unlock', { password: '1234' });
    expect(await recent()).toMatchObject({ value: { customers: [{ handle: 1 }], interrupted: null } });
  });
});
