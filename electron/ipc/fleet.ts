import type { DeviceList, WipeAnswer } from '../../shared/ipc/commands/fleet';
import type { Handlers } from './router';

export interface FleetSubject {
  readonly devices: () => Promise<DeviceList>;
  /** `null`: the training has nothing to wipe. */
  readonly wipe: ((shop: string) => Promise<WipeAnswer>) | null;
}

export function fleetHandlers({
  devices,
  wipe,
}: FleetSubject): Pick<Handlers, 'fleet:devices' | 'fleet:wipe'> {
  return {
    'fleet:devices': async () => ({ ok: true, value: await devices() }),
    'fleet:wipe': async ({ shop }) =>
      wipe === null ? { ok: false, error: 'NOT_POSSIBLE' } : { ok: true, value: await wipe(shop) },
  };
}
