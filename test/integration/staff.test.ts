/** Who may work at the counter, by what the feed has said. */
import { describe, expect, test } from 'vitest';
import { demoPasswords } from '../../electron/services/training/demoCredentials';
import type { StaffDocument } from '../../shared/domain/feedDocument';
import { buildStaff } from '../helpers/builders';
import { accessNoon, cheapVerifier, makeMachine, putStaff, startRun } from '../helpers/accessRun';
import { openTestCache } from '../helpers/testCache';

const hourMs = 3_600_000;
const koffi = buildStaff({ password: cheapVerifier('comptoir-agent') });
const aminata = buildStaff({
  login: 'a.kone',
  name: 'Aminata KONÉ',
  role: 'supervisor',
  password: cheapVerifier('comptoir-chef'),
});

async function openCounter(members: readonly StaffDocument[] = [koffi, aminata]) {
  const cache = await openTestCache();
  if (members.length > 0) await putStaff(cache, members);
  const machine = await makeMachine();
  const run = await startRun(cache.location, machine);
  return { cache, machine, run };
}

const supervisor = { login: 'chef', name: 'Ada CHEF', password: 'trois petits chats' };

describe('a member of staff', () => {
  test('signs in with login and password, and each act is in the audit log', async () => {
    const { run } = await openCounter();
    expect(await run.staff.signIn(' K.Yao ', 'comptoir-agent')).toMatchObject({
      kind: 'signedIn',
      state: { kind: 'signedIn', member: { login: 'k.yao', name: 'Koffi YAO', role: 'agent' } },
    });
    await run.staff.lock('key');
    expect(run.staff.member()).toBeNull();
    expect(await run.staff.unlock('wrong')).toEqual({ kind: 'refused', retryAfterSeconds: 0 });
    expect(await run.staff.unlock('comptoir-agent')).toMatchObject({ kind: 'signedIn' });
    await run.staff.signOut();
    expect(await run.actions()).toEqual([
      ['staff:k.yao', 'staff:signedIn', 'staff:k.yao'],
      ['staff:k.yao', 'staff:locked', 'staff:k.yao'],
      ['program', 'staff:refused', 'staff:k.yao'],
      ['staff:k.yao', 'staff:unlocked', 'staff:k.yao'],
      ['staff:k.yao', 'staff:signedOut', 'staff:k.yao'],
    ]);
    await run.stop();
  });

  test('is refused in the same words for a wrong password, an unknown login and a malformed verifier', async () => {
    const { run } = await openCounter([koffi, buildStaff({ login: 'm.bad', password: 'comptoir-agent' })]);
    const refused = { kind: 'refused', retryAfterSeconds: 0 };
    expect(await run.staff.signIn('k.yao', 'Comptoir-agent')).toEqual(refused);
    expect(await run.staff.signIn('n.obody', 'comptoir-agent')).toEqual(refused);
    expect(await run.staff.signIn('m.bad', 'comptoir-agent')).toEqual(refused);
    // What was typed as a login may be a password: it is not written down.
    expect(JSON.stringify(await run.actions())).not.toContain('n.obody');
    await run.stop();
  });

  test('makes room for a colleague, and what was open is closed', async () => {
    const { run } = await openCounter();
    await run.staff.signIn('k.yao', 'comptoir-agent');
    await run.staff.lock('idle');
    const before = run.left.length;
    await run.staff.signIn('a.kone', 'comptoir-chef');
    expect(run.staff.member()?.login).toBe('a.kone');
    expect(run.left.length).toBeGreaterThan(before);
    await run.staff.signOut();
    expect(await run.staff.state()).toMatchObject({
      kind: 'signedOut',
      recent: [{ login: 'a.kone' }, { login: 'k.yao' }],
    });
    await run.stop();
  });

  test('is throttled as a number is', async () => {
    const { run, machine } = await openCounter();
    for (let time = 1; time < 5; time += 1) await run.staff.signIn('k.yao', 'wrong');
    expect(await run.staff.signIn('k.yao', 'wrong')).toEqual({ kind: 'refused', retryAfterSeconds: 30 });
    const throttled = { kind: 'throttled', retryAfterSeconds: 30 };
    expect(await run.staff.signIn('k.yao', 'comptoir-agent')).toEqual(throttled);
    expect(await run.staff.approve('K.YAO', 'comptoir-agent', { action: 'x', subject: 'y' })).toEqual(
      throttled,
    );
    machine.elapsed += 30_000;
    expect(await run.staff.signIn('k.yao', 'comptoir-agent')).toMatchObject({ kind: 'signedIn' });
    await run.stop();
  });

  test('works offline until 72 hours after the last contact, across a restart and a clock set back', async () => {
    const { run, machine, cache } = await openCounter();
    await run.staff.noteContact();
    await run.staff.signIn('k.yao', 'comptoir-agent');
    machine.now = accessNoon + 61 * hourMs;
    await run.staff.review();
    expect(await run.staff.state()).toMatchObject({ endsSoonAt: '2026-11-25T12:00:00.000Z' });
    machine.now = accessNoon + 72 * hourMs;
    await run.staff.review();
    expect(run.staff.member()?.login).toBe('k.yao');
    machine.now += 1;
    await run.staff.review();
    expect(await run.staff.state()).toMatchObject({ kind: 'signedOut', ended: 'contactTooOld' });
    expect(await run.staff.signIn('k.yao', 'comptoir-agent')).toEqual({ kind: 'contactTooOld' });
    await run.stop();

    const again = await startRun(cache.location, machine);
    expect(await again.staff.signIn('k.yao', 'comptoir-agent')).toEqual({ kind: 'contactTooOld' });
    await again.staff.noteContact();
    expect(await again.staff.signIn('k.yao', 'comptoir-agent')).toMatchObject({ kind: 'signedIn' });
    await again.stop();
  });

  test('who was cut off for want of contact goes on where they were, and a colleague begins anew', async () => {
    for (const [login, left] of [
      ['k.yao', ['interrupted']],
      ['a.kone', ['interrupted', 'over']],
    ] as const) {
      const { run, machine } = await openCounter();
      await run.staff.noteContact();
      await run.staff.signIn('k.yao', demoPasswords['k.yao']);
      run.left.length = 0;
      machine.now += 72 * hourMs + 1;
      await run.staff.review();
      await run.staff.noteContact();
      expect(await run.staff.signIn(login, demoPasswords[login])).toMatchObject({ kind: 'signedIn' });
      expect(run.left).toEqual(left);
      await run.stop();
    }
  });

  test('who is disabled is refused, and a running session ends with the sync that says so', async () => {
    const { run, cache } = await openCounter();
    await run.staff.signIn('k.yao', 'comptoir-agent');
    await putStaff(cache, [{ ...koffi, disabled: true }]);
    await run.staff.review();
    expect(run.staff.member()).toBeNull();
    expect(run.states.at(-1)).toMatchObject({ kind: 'signedOut', ended: 'disabled', recent: [] });
    expect(await run.staff.signIn('k.yao', 'comptoir-agent')).toEqual({ kind: 'disabled' });
    expect(await run.staff.signIn('k.yao', 'wrong')).toMatchObject({ kind: 'refused' });
    await run.stop();
  });

  test('whose password or role changes locks, or works on with the new role', async () => {
    const { run, cache } = await openCounter();
    await run.staff.signIn('k.yao', 'comptoir-agent');
    await putStaff(cache, [{ ...koffi, role: 'supervisor' }]);
    await run.staff.review();
    expect(run.staff.member()?.role).toBe('supervisor');
    await putStaff(cache, [{ ...koffi, password: cheapVerifier('nouveau') }]);
    await run.staff.review();
    expect(run.staff.member()).toBeNull();
    expect(await run.staff.unlock('comptoir-agent')).toMatchObject({ kind: 'refused' });
    expect(await run.staff.unlock('nouveau')).toMatchObject({ kind: 'signedIn' });
    await run.stop();
  });
});

describe('an approval', () => {
  test('is a supervisor’s for one act, and changes nothing about who is signed in', async () => {
    const { run } = await openCounter();
    await run.staff.signIn('k.yao', 'comptoir-agent');
    const act = { action: 'order:place', subject: 'order-1' };
    expect(await run.staff.approve('k.yao', 'comptoir-agent', act)).toMatchObject({ kind: 'refused' });
    expect(await run.staff.approve('a.kone', 'comptoir-agent', act)).toMatchObject({ kind: 'refused' });
    expect(await run.staff.approve('a.kone', 'comptoir-chef', act)).toEqual({
      kind: 'approved',
      approval: { by: 'a.kone', at: accessNoon },
    });
    expect(run.staff.member()?.login).toBe('k.yao');
    expect((await run.actions()).at(-1)).toEqual(['staff:a.kone', 'staff:approved', 'order-1']);
    await run.stop();
  });
});

describe('a device that knows no staff', () => {
  test('is set up once, by a supervisor who works until the feed names the staff', async () => {
    const { run, cache } = await openCounter([]);
    expect(await run.staff.state()).toMatchObject({ kind: 'signedOut', needsSetUp: true });
    expect(await run.staff.setUp(supervisor)).toBe(true);
    expect(run.staff.member()).toEqual({ login: 'chef', name: 'Ada CHEF', role: 'supervisor' });
    await run.staff.signOut();
    expect(await run.staff.state()).toMatchObject({ needsSetUp: false, recent: [{ login: 'chef' }] });
    expect(await run.staff.setUp({ ...supervisor, login: 'other' })).toBe(false);
    expect(await run.staff.signIn('chef', supervisor.password)).toMatchObject({ kind: 'signedIn' });

    await putStaff(cache, [koffi]);
    await run.staff.review();
    expect(await run.staff.state()).toMatchObject({ kind: 'signedOut', ended: 'staffArrived' });
    expect(await run.staff.signIn('chef', supervisor.password)).toMatchObject({ kind: 'refused' });
    expect(await run.staff.setUp(supervisor)).toBe(false);
    await run.stop();
  });
});
