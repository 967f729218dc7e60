import { CloudOff, Hourglass, Wifi, Wrench } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isTooOld as isPastShowing } from '../../../shared/domain/freshness';
import type { MarketPack } from '../../../shared/domain/market';
import type { SyncStatus } from '../../../shared/ipc/syncStatus';
import { cacheTroubleOf } from '../../components/cacheTrouble';
import { formatContactTime } from '../../components/contactTime';
import { SyncProgress } from '../../components/SyncProgress';
import { useLanguage } from '../../strings/language';
import './ServiceState.css';

export interface ServiceStateProps {
  readonly sync: SyncStatus;
  readonly market: MarketPack;
}

/** What the visitor can count on now, in words that are not a technician's. */
export function ServiceState(props: ServiceStateProps) {
  const { t } = useTranslation('cacheTrouble');
  const trouble = cacheTroubleOf(props.sync.cache);
  return (
    <div>
      <SyncState {...props} />
      {trouble !== null && (
        <StateLine Icon={Wrench} title={t(`visitor.${trouble}.title`)} text={t(`visitor.${trouble}.text`)} />
      )}
    </div>
  );
}

function SyncState({ sync, market }: ServiceStateProps) {
  const { t } = useTranslation('selfservice');
  const { language } = useLanguage();
  const when = sync.lastContactAt === null ? null : formatContactTime(sync.lastContactAt, market, language);

  switch (sync.state) {
    case 'starting':
      return <StateLine Icon={Hourglass} title={t('service.starting')} text={t('service.startingText')} />;
    case 'catchingUp':
      if (sync.complete || sync.progress === null) return <Online when={when} />;
      return (
        <div className="serviceState serviceState-first">
          <SyncProgress progress={sync.progress} />
          <p>{t('service.firstSync')}</p>
        </div>
      );
    case 'live':
      return <Online when={when} />;
    case 'offline':
    case 'refused':
    case 'garbled':
    case 'cacheFailed':
      return sync.subscribers === 0 || when === null ? (
        <StateLine Icon={CloudOff} title={t('service.empty')} text={t('service.emptyText')} />
      ) : (
        <StateLine
          Icon={CloudOff}
          title={t('service.offline')}
          text={t(isTooOld(sync, market) ? 'service.tooOldText' : 'service.offlineText', { when })}
        />
      );
  }
}

/** What a customer has in money is no longer shown. */
function isTooOld({ lastContactAt }: SyncStatus, market: MarketPack): boolean {
  return lastContactAt !== null && isPastShowing(lastContactAt, 'money', market, Date.now());
}

function Online({ when }: { readonly when: string | null }) {
  const { t } = useTranslation('selfservice');
  return (
    <StateLine
      Icon={Wifi}
      title={t('service.online')}
      text={when === null ? null : t('service.onlineText', { when })}
    />
  );
}

function StateLine({
  Icon,
  title,
  text,
}: {
  readonly Icon: typeof Wifi;
  readonly title: string;
  readonly text: string | null;
}) {
  return (
    <div className="serviceState" role="status">
      <Icon aria-hidden="true" />
      <p>
        <strong>{title}</strong> {text}
      </p>
    </div>
  );
}
