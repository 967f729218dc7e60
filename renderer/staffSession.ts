import { useEffect, useState } from 'react';
import type { StaffState } from '../shared/ipc/commands/staff';
import { invoke, on } from './bridge';

/** Who is signed in, kept current; `null` until the first answer. */
export function useStaffState(): StaffState | null {
  const [state, setState] = useState<StaffState | null>(null);
  useEffect(() => {
    // An event is newer than the answer to a question asked before it.
    let told = false;
    const stop = on('staff:changed', (next) => {
      told = true;
      setState(next);
    });
    void invoke('staff:session', {}).then((answer) => {
      if (answer.ok && !told) setState(answer.value);
    });
    return stop;
  }, []);
  return state;
}
