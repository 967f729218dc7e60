import type { StaffState } from '../shared/ipc/commands/staff';
import { invoke, on } from './bridge';
import { useFollowed } from './followed';

const ask = () => invoke('staff:session', {});
const follow = (tell: (state: StaffState) => void) => on('staff:changed', tell);

/** Who is signed in, kept current; `null` until the first answer. */
export function useStaffState(): StaffState | null {
  return useFollowed(ask, follow);
}
