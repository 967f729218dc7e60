import { CloudOff, Database, Radio } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SyncState } from '../../shared/ipc/syncStatus';
import type { Moment, Source } from '../../shared/view/customerView';
import './AsOf.css';

export interface AsOfProps {
  readonly asOf: Moment;
  readonly source: Source;
  /** Where the sync stands, when it is known. */
  readonly sync: SyncState | null;
}

/** As of when what is shown was true, and whether that is live, from the cache, or from the cache while offline. */
export function AsOf({ asOf, source, sync }: AsOfProps) {
  const { t } = useTranslation();
  const offline =
    source === 'cache' && sync !== null && sync !== 'live' && sync !== 'catchingUp' && sync !== 'starting';
  const Icon = source === 'live' ? Radio : offline ? CloudOff : Database;
  const key = source === 'live' ? 'asOf.live' : offline ? 'asOf.cacheOffline' : 'asOf.cache';
  return (
    <p className="asOf">
      <Icon className="asOf-icon" aria-hidden="true" />
      <span>{t(key, { when: asOf.dateTime })}</span>
    </p>
  );
}
