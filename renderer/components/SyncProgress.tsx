import { useTranslation } from 'react-i18next';
import type { SyncProgress as Progress } from '../../shared/ipc/syncStatus';
import { Gauge } from './Gauge';
import './SyncProgress.css';

/** How far a catch-up is: count, rate and time left, with a bar when the feed says how much is to come. */
export function SyncProgress({ progress }: { readonly progress: Progress }) {
  const { t } = useTranslation();
  const { applied, pending, documentsPerSecond, secondsLeft } = progress;
  const total = pending === null ? null : applied + pending;
  const percent = total === null || total === 0 ? null : Math.floor((100 * applied) / total);
  return (
    <section className="syncProgress" aria-label={t('sync.progressTitle')}>
      <h2 className="syncProgress-title">{t('sync.progressTitle')}</h2>
      {percent !== null && <Gauge percent={percent} label={t('sync.percent', { percent })} />}
      <p className="syncProgress-facts">
        <span>
          {total === null ? t('sync.applied', { count: applied }) : t('sync.appliedOf', { applied, total })}
        </span>
        <span>{t('sync.rate', { rate: Math.round(documentsPerSecond) })}</span>
        {secondsLeft !== null && (
          <span>
            <TimeLeft seconds={secondsLeft} />
          </span>
        )}
      </p>
    </section>
  );
}

function TimeLeft({ seconds }: { readonly seconds: number }) {
  const { t } = useTranslation();
  return seconds < 90
    ? t('sync.secondsLeft', { seconds: Math.ceil(seconds) })
    : t('sync.minutesLeft', { minutes: Math.ceil(seconds / 60) });
}
