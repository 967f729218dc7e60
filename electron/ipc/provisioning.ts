import type { Application, Examination, ProvisioningPlaces } from '../../shared/ipc/commands/provisioning';
import type { CommandName } from '../../shared/ipc/contract';
import type { Handlers } from './router';

export interface ProvisioningSubject {
  readonly places: () => Promise<ProvisioningPlaces>;
  readonly chooseFile: () => Promise<string | null>;
  /** `null`: neither a file that was offered nor an https address. */
  readonly examine: (place: string) => Promise<Examination | null>;
  /** `null`: nothing was examined that could be applied. */
  readonly apply: (agreedKey: string | null) => Promise<Application | null>;
}

export type ProvisioningCommand = Extract<CommandName, `provisioning:${string}`>;

/** @param onApplied starts the device anew, once the answer has left */
export function provisioningHandlers(
  desk: ProvisioningSubject,
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
