import { HardDrive, Wrench } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CacheHealth } from '../../shared/ipc/syncStatus';
import { cacheTroubleOf } from '../components/cacheTrouble';
import './CacheNotice.css';

const megabyte = 1_000_000;

/** A line below the bar when the disk fills up or the cache is being repaired; otherwise nothing. */
export function CacheNotice({ health }: { readonly health: CacheHealth }) {
  const { t } = useTranslation('cacheTrouble');
  const trouble = cacheTroubleOf(health);
  if (trouble === null) return null;
  const Icon = trouble === 'full' || trouble === 'low' ? HardDrive : Wrench;
  const free = t('megabytes', { count: Math.floor((health.freeBytes ?? 0) / megabyte) });
  return (
    <p className="cacheNotice" role="status" data-trouble={trouble}>
      <Icon aria-hidden="true" />
      <strong>{t(`staff.${trouble}.title`)}</strong>
      <span>{t(`staff.${trouble}.text`, { free })}</span>
    </p>
  );
}
