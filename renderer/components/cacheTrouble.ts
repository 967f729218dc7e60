import type { CacheHealth } from '../../shared/ipc/syncStatus';

export type CacheTrouble = 'full' | 'low' | 'restoring' | 'rebuilding';

/** What is to be said of the cache besides the state of the sync, the most pressing first; `null`: nothing. */
export function cacheTroubleOf({ space, repair }: CacheHealth): CacheTrouble | null {
  if (space === 'full') return 'full';
  if (repair !== null && repair.stage !== 'done') return repair.stage;
  return space === 'low' ? 'low' : null;
}
