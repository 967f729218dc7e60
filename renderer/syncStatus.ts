import type { SyncStatus } from '../shared/ipc/syncStatus';
import { invoke, on } from './bridge';
import { useFollowed } from './followed';

const ask = () => invoke('sync:status', {});
const follow = (tell: (status: SyncStatus) => void) => on('sync:changed', tell);

/** Where the sync stands, kept current; `null` until the first answer. */
export function useSyncStatus(): SyncStatus | null {
  return useFollowed(ask, follow);
}
