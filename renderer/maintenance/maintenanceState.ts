import { useEffect, useState } from 'react';
import type { MaintenanceState } from '../../shared/ipc/commands/maintenance';
import { invoke, on } from '../bridge';

/** Whether the kiosk is open, kept current. */
export function useMaintenanceState(): MaintenanceState {
  const [state, setState] = useState<MaintenanceState>({ kind: 'locked' });
  useEffect(() => {
    // An event is newer than the answer to a question asked before it.
    let told = false;
    const stop = on('maintenance:changed', (next) => {
      told = true;
      setState(next);
    });
    void invoke('maintenance:state', {}).then((answer) => {
      if (answer.ok && !told) setState(answer.value);
    });
    return stop;
  }, []);
  return state;
}
