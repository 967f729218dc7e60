/** What is left of a visit at the kiosk when it ends, however it ends, through the real handlers. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { startUpstream } from '../../electron/services/training/upstream';
import { cheapVerifier } from '../helpers/accessRun';
import { buildStaff, buildSubscriber } from '../helpers/builders';
import { startTestServices } from '../helpers/startedServices';
import { until } from '../helpers/syncRun';

const msisdn = '2250700000001';
const supervisor = { login: 'm.bamba', password: '1234' };

async function openKiosk() {
  const operator = await startUpstream({ subscribers: 3, seed: 1, tickMs: 0 });
  onTestFinished(operator.close);
  const services = await startTestServices(
    'selfservice',
    [
      buildSubscriber({ msisdn }),
      buildStaff({ ...supervisor, role: 'supervisor', password: cheapVerifier(supervisor.password) }),
    ],
    { kiosk: true, liveUrl: operator.liveUrl },
  );
  const ask = async (command: string, request: object): Promise<unknown> =>
    JSON.parse(await services.route(command, JSON.stringify(request)));
  return { services, operator, ask };
}

type Kiosk = Awaited<ReturnType<typeof openKiosk>>;

const ends: readonly (readonly [string, (kiosk: Kiosk) => unknown])[] = [
  ['the customer ends', ({ ask }) => ask('customer:close', {})],
  ['ends with its page', ({ services }) => services.closeCustomer()],
  ['a supervisor who opens the kiosk ends', ({ ask }) => ask('maintenance:enter', supervisor)],
];

describe('a visit that', () => {
  test.each(ends)('%s leaves no code and no selected text behind', async (_, end) => {
    const kiosk = await openKiosk();
    const { ask, operator, services } = kiosk;
    const request = { query: `+${msisdn}`, language: 'fr' };
    expect(await ask('identity:sendCode', request)).toMatchObject({ value: { kind: 'sent' } });
    const code = await until(
      () => operator.lastCode(msisdn),
      (sent) => sent !== null,
    );
    const clearedBefore = services.clipboardsCleared();
    await end(kiosk);
    await ask('maintenance:end', {});
    expect(services.clipboardsCleared()).toBe(clearedBefore + 1);
    expect(await ask('identity:confirmCode', { code, language: 'fr' })).toMatchObject({
      value: { kind: 'codeDead' },
    });
  });
});
