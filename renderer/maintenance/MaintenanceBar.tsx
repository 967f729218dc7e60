import { LockKeyhole } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppDescription } from '../../shared/ipc/commands/app';
import type { MaintenanceState } from '../../shared/ipc/commands/maintenance';
import { marketPack } from '../../shared/domain/market';
import { invoke } from '../bridge';
import { Button } from '../components/Button';
import { useCountdown } from '../components/countdown';
import { SyncBadge } from '../components/SyncBadge';
import { useSyncStatus } from '../syncStatus';
import { WipeDialog } from './WipeDialog';
import './MaintenanceBar.css';

export interface MaintenanceBarProps {
  readonly app: AppDescription;
  readonly state: Extract<MaintenanceState, { kind: 'open' }>;
}

/** Says that the kiosk is open and for how long, how the machine stands, and closes it. */
export function MaintenanceBar({ app, state }: MaintenanceBarProps) {
  const { t } = useTranslation(['maintenance', 'supervision']);
  const sync = useSyncStatus();
  const [secondsLeft, start] = useCountdown();
  const [isWiping, setIsWiping] = useState(false);
  useEffect(() => start(state.secondsLeft), [state, start]);
  const time = `${Math.floor(secondsLeft / 60)}:${String(secondsLeft % 60).padStart(2, '0')}`;
  return (
    <section className="maintenanceBar" aria-label={t('bar')}>
      <LockKeyhole className="maintenanceBar-icon" aria-hidden="true" />
      <p>
        <strong>{t('bar')}</strong> {t('openedBy', { by: state.by })}
      </p>
      <p className="maintenanceBar-time" role="timer">
        {t('locksIn', { time })}
      </p>
      <p className="maintenanceBar-status">
        {t('version', { version: app.version })}
        {sync !== null && <SyncBadge status={sync} market={marketPack(app.market)} />}
      </p>
      <div className="maintenanceBar-actions">
        <Button kind="plain" onClick={() => setIsWiping(true)}>
          {t('supervision:post.wipe.title')}
        </Button>
        <Button kind="plain" onClick={() => void invoke('maintenance:quit', {})}>
          {t('quit')}
        </Button>
        <Button kind="main" onClick={() => void invoke('maintenance:end', {})}>
          {t('lock')}
        </Button>
      </div>
      {isWiping && <WipeDialog onClose={() => setIsWiping(false)} />}
    </section>
  );
}
