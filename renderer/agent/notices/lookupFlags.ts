import { useEffect, useState } from 'react';
import type { LookupFlags } from '../../../shared/ipc/commands/audit';
import { invoke } from '../../bridge';

/** What was flagged before somebody signed in: told to supervisors, and to nobody else; `null`: nothing is known. */
export function useLookupFlags(isSupervisor: boolean): LookupFlags | null {
  const [flags, setFlags] = useState<LookupFlags | null>(null);
  useEffect(() => {
    if (!isSupervisor) return;
    let isLate = false;
    void invoke('audit:countFlags', {}).then((answer) => {
      if (!isLate && answer.ok) setFlags(answer.value);
    });
    return () => {
      isLate = true;
    };
  }, [isSupervisor]);
  return flags;
}
