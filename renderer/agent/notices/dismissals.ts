import { useCallback, useState } from 'react';
import type { SyncStatus } from '../../../shared/ipc/syncStatus';
import { conditionsOf, withoutEnded } from './notices';

export interface Dismissals {
  /** Ids of notices. */
  readonly dismissed: ReadonlySet<string>;
  readonly dismiss: (id: string) => void;
}

const none: ReadonlySet<string> = new Set();

/**
 * What each member of staff has dismissed since the program started: a lock or a colleague in between takes none of
 * it away, and nobody misses what another has dismissed.
 */
export function useDismissals(login: string | null, sync: SyncStatus | null): Dismissals {
  const [byLogin, setByLogin] = useState<ReadonlyMap<string, ReadonlySet<string>>>(new Map());
  const conditions = conditionsOf(sync);
  const left = new Map([...byLogin].map(([name, ids]) => [name, withoutEnded(ids, conditions)]));
  if ([...left].some(([name, ids]) => byLogin.get(name) !== ids)) setByLogin(left);

  const dismiss = useCallback(
    (id: string) => {
      if (login === null) return;
      setByLogin((now) => new Map(now).set(login, new Set([...(now.get(login) ?? none), id])));
    },
    [login],
  );

  return { dismissed: (login === null ? undefined : byLogin.get(login)) ?? none, dismiss };
}
