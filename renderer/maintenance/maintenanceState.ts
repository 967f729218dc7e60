import type { MaintenanceState } from '../../shared/ipc/commands/maintenance';
import { invoke, on } from '../bridge';
import { useFollowed } from '../followed';

const locked: MaintenanceState = { kind: 'locked' };
const ask = () => invoke('maintenance:state', {});
const follow = (tell: (state: MaintenanceState) => void) => on('maintenance:changed', tell);

/** Whether the kiosk is open, kept current; locked until the first answer. */
export function useMaintenanceState(): MaintenanceState {
  return useFollowed(ask, follow) ?? locked;
}
