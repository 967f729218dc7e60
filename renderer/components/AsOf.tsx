import { CloudOff, Database, Radio, RefreshCw, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SyncState } from '../../shared/ipc/syncStatus';
import type { CustomerView } from '../../shared/view/customerView';
import './AsOf.css';

type Age = 'live' | 'partlyLive' | 'asking' | 'liveFailed' | 'cacheOffline' | 'cache';

const icons: Readonly<Record<Age, LucideIcon>> = {
  live: Radio,
  partlyLive: Radio,
  asking: RefreshCw,
  liveFailed: CloudOff,
  cacheOffline: CloudOff,
  cache: Database,
};

export interface AsOfProps {
  readonly view: Pick<CustomerView, 'asOf' | 'source' | 'live'>;
  /** Where the sync stands, when it is known. */
  readonly sync: SyncState | null;
}

/** As of when what is shown was true, and whether that is live, on its way, from the cache, or all there is offline. */
export function AsOf({ view, sync }: AsOfProps) {
  const { t } = useTranslation();
  const age = ageOf(view, sync);
  const Icon = icons[age];
  return (
    <p className="asOf">
      <Icon className="asOf-icon" aria-hidden="true" />
      <span>{t(`asOf.${age}`, { when: view.asOf.dateTime, liveSince: view.live.asOf?.dateTime })}</span>
    </p>
  );
}

function ageOf({ source, live }: AsOfProps['view'], sync: SyncState | null): Age {
  if (live.state === 'asking') return 'asking';
  const isConnected = sync === null || sync === 'starting' || sync === 'catchingUp' || sync === 'live';
  // What the operator said earlier is not live any more once it no longer answers.
  if (live.state === 'failed') return isConnected ? 'liveFailed' : 'cacheOffline';
  if (source === 'live') return 'live';
  if (live.asOf !== null) return 'partlyLive';
  return isConnected ? 'cache' : 'cacheOffline';
}
