import type { CommandName } from '../../shared/ipc/contract';
import type { ProvisioningDesk } from '../fleet/provisioningDesk';
import type { Handlers } from './router';

export type ProvisioningCommand = Extract<CommandName, `provisioning:${string}`>;

/** @param onApplied starts the device anew, once the answer has left */
export function provisioningHandlers(
  desk: ProvisioningDesk,
  onApplied: () => void,
): Pick<Handlers, ProvisioningCommand> {
  return {
    'provisioning:places': async () => ({ ok: true, value: await desk.places() }),
    'provisioning:chooseFile': async () => ({ ok: true, value: await desk.chooseFile() }),
    async 'provisioning:examine'({ place }) {
      const examination = await desk.examine(place);
      return examination === null ? { ok: false, error: 'NOT_ALLOWED' } : { ok: true, value: examination };
    },
    async 'provisioning:apply'({ agreedKey }) {
      const application = await desk.apply(agreedKey);
      if (application === null) return { ok: false, error: 'NOT_POSSIBLE' };
      if (application.kind === 'applied') setImmediate(onApplied);
      return { ok: true, value: application };
    },
  };
}
