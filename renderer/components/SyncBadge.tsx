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
import type { MarketPack } from '../../shared/domain/market';
import type { SyncState, SyncStatus } from '../../shared/ipc/syncStatus';
import { useLanguage } from '../strings/language';
import { formatContactTime } from './contactTime';
import './SyncBadge.css';

const icons: Readonly<Record<SyncState, LucideIcon>> = {
  starting: RefreshCw,
  catchingUp: HardDriveDownload,
  live: Wifi,
  offline: CloudOff,
  refused: ShieldAlert,
  garbled: TriangleAlert,
  cacheFailed: TriangleAlert,
};

export interface SyncBadgeProps {
  readonly status: SyncStatus;
  readonly market: MarketPack;
}

/** The sync in one glance: icon, word, and the time of the last contact; while catching up, how much has come. */
export function SyncBadge({ status, market }: SyncBadgeProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { state, progress, lastContactAt } = status;
  const Icon = icons[state];
  const isCatchingUp = state === 'catchingUp' && progress !== null;
  return (
    <span className="syncBadge" title={t(`sync.explain.${state}`)}>
      <Icon className="syncBadge-icon" aria-hidden="true" />
      <span className="syncBadge-word" role="status">
        {t(`sync.${state}`)}
      </span>
      {isCatchingUp && (
        <span className="syncBadge-detail">{t('sync.applied', { count: progress.applied })}</span>
      )}
      {!isCatchingUp && lastContactAt !== null && (
        <time className="syncBadge-detail" dateTime={lastContactAt}>
          {formatContactTime(lastContactAt, market, language)}
        </time>
      )}
    </span>
  );
}
