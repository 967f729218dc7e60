import { History, CircleCheck, CirclePause, CircleSlash, UserCheck, type LucideIcon } from 'lucide-react';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerStatus } from '../../shared/domain/feedDocument';
import type { SyncState } from '../../shared/ipc/syncStatus';
import type { CustomerView, ProfileView } from '../../shared/view/customerView';
import { AsOf } from '../components/AsOf';
import { CustomerPresent } from './access/customerPresent';
import './IdentityStrip.css';

const statusIcons: Readonly<Record<CustomerStatus, LucideIcon>> = {
  active: CircleCheck,
  inactive: CirclePause,
  deactivated: CircleSlash,
};

/** A longer name does not fit beside all the rest at the smallest size of the window. */
const longName = 24;

export interface IdentityStripProps {
  readonly view: CustomerView;
  readonly sync: SyncState | null;
}

/** Who is open, and as of when what is shown was true; stays in sight while the page scrolls. */
export function IdentityStrip({ view, sync }: IdentityStripProps) {
  const { t } = useTranslation('agent');
  const isPresent = useContext(CustomerPresent);
  const StatusIcon = statusIcons[view.status];
  const name = view.restricted ? null : (view.customer?.name ?? null);
  return (
    <header>
      <div className="identityStrip">
        <h1 className="identityStrip-number">{view.msisdnText}</h1>
        {name !== null && (
          <p
            className={`identityStrip-name ${name.length > longName ? 'identityStrip-longName' : ''}`}
            title={name}
          >
            {name}
          </p>
        )}
        <p className={`identityStrip-status identityStrip-${view.status}`}>
          <StatusIcon aria-hidden="true" />
          <span>{view.statusLabel}</span>
        </p>
        {isPresent && (
          <p className="identityStrip-status">
            <UserCheck aria-hidden="true" />
            <span>{t('identity.present')}</span>
          </p>
        )}
        {!view.restricted && view.profile !== null && <Profile profile={view.profile} />}
        <AsOf view={view} sync={sync} />
      </div>
      {view.main.figure.withheld && (
        <p className="identityStrip-stale">
          <History aria-hidden="true" />
          {t('stale')}
        </p>
      )}
    </header>
  );
}

function Profile({ profile }: { readonly profile: ProfileView }) {
  const { t } = useTranslation('agent');
  const { kindLabel, offer, plan, since, ussdPath } = profile;
  const words = [kindLabel, offer, plan, since === null ? null : t('identity.since', { date: since.date })]
    .filter((part) => part !== null)
    .join(' · ');
  return (
    <>
      <p className="identityStrip-profile" title={words}>
        {words}
      </p>
      <span className="identityStrip-path">{ussdPath}</span>
    </>
  );
}
