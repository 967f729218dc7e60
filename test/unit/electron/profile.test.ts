import { afterEach, describe, expect, test, vi } from 'vitest';
import { readProfile } from '../../../electron/profile';
import { writeProvisioningState } from '../../../electron/fleet/provisioningState';
import { makeOperatorKey } from '../../../electron/fleet/operatorKey';
import { makeFolder } from '../../helpers/testCache';

const flags = { mode: null, config: null, training: false, provision: null, windowed: false };

afterEach(() => vi.unstubAllEnvs());

describe('a start without a settings file', () => {
  test('is the training of a machine that is nobody’s', async () => {
    vi.stubEnv('COMPTOIR_SUPERVISED', '');
    expect(await readProfile(flags, await makeFolder())).toMatchObject({
      ok: true,
      profile: { training: true },
    });
  });

  test('waits for a provisioning file where a service keeps the program, unless training is asked for', async () => {
    vi.stubEnv('COMPTOIR_SUPERVISED', '1');
    const folder = await makeFolder();
    const waiting = { ok: false, problem: { code: 'NOT_PROVISIONED', path: folder } };
    expect(await readProfile(flags, folder)).toMatchObject(waiting);
    expect(await readProfile({ ...flags, training: true }, folder)).toMatchObject({ ok: true });
    expect(await readProfile({ ...flags, training: true, provision: '' }, folder)).toMatchObject(waiting);
  });

  test('waits for one where the device knows its operator but has lost its settings', async () => {
    vi.stubEnv('COMPTOIR_SUPERVISED', '');
    const folder = await makeFolder();
    const { publicKey } = makeOperatorKey();
    await writeProvisioningState(folder, {
      operatorKey: publicKey,
      serial: 1,
      device: 'kiosk-1',
      shop: 'ABJ-01',
      installation: 'x',
    });
    expect(await readProfile(flags, folder)).toMatchObject({
      ok: false,
      problem: { code: 'NOT_PROVISIONED' },
    });
  });
});
