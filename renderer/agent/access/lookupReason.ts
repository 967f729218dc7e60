import { useCallback, useState } from 'react';
import { lookupReasons, type LookupReason } from '../../../shared/ipc/commands/customer';

/** Why customers are looked up: stays as it is for the next one; the second goes on to the next reason. */
export function useLookupReason(): readonly [LookupReason, () => void] {
  const [reason, setReason] = useState<LookupReason>(lookupReasons[0]);
  const next = useCallback(
    () => setReason((now) => lookupReasons[(lookupReasons.indexOf(now) + 1) % lookupReasons.length] ?? now),
    [],
  );
  return [reason, next];
}
