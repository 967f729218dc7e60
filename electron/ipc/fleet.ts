import type { DeviceList } from '../../shared/ipc/commands/fleet';
import type { Handlers } from './router';

export function fleetHandlers(devices: () => Promise<DeviceList>): Pick<Handlers, 'fleet:devices'> {
  return { 'fleet:devices': async () => ({ ok: true, value: await devices() }) };
}
