import { useEffect, useState } from 'react';
import type { SyncStatus } from '../shared/ipc/syncStatus';
import { invoke, on } from './bridge';

/** Where the sync stands, kept current; `null` until the first answer. */
export function useSyncStatus(): SyncStatus | null {
  const [status, setStatus] = useState<SyncStatus | null>(null);
  useEffect(() => {
    // An event is newer than the answer to a question asked before it.
    let told = false;
    const stop = on('sync:changed', (next) => {
      told = true;
      setStatus(next);
    });
    void invoke('sync:status', {}).then((answer) => {
      if (answer.ok && !told) setStatus(answer.value);
    });
    return stop;
  }, []);
  return status;
}
