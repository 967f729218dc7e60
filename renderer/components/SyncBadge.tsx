import {
  CloudOff,
  HardDriveDownload,
  RefreshCw,
  ShieldAlert,
  TriangleAlert,
  Wifi,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SyncState, SyncStatus } from '../../shared/ipc/syncStatus';
import './SyncBadge.css';

export const syncIcons: Readonly<Record<SyncState, LucideIcon>> = {
  starting: RefreshCw,
  catchingUp: HardDriveDownload,
  live: Wifi,
  offline: CloudOff,
  refused: ShieldAlert,
  garbled: TriangleAlert,
  cacheFailed: TriangleAlert,
};

/** The sync in one glance: icon and word; while catching up, how far it is. */
export function SyncBadge({ status }: { readonly status: SyncStatus }) {
  const { t } = useTranslation();
  const Icon = syncIcons[status.state];
  const { progress } = status;
  return (
    <span className={`syncBadge syncBadge-${status.state}`} role="status">
      <Icon className="syncBadge-icon" aria-hidden="true" />
      <span className="syncBadge-word">{t(`sync.${status.state}`)}</span>
      {status.state === 'catchingUp' && progress !== null && (
        <span className="syncBadge-count">{t('sync.applied', { count: progress.applied })}</span>
      )}
    </span>
  );
}
