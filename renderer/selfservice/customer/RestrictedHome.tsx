import { CirclePause, LifeBuoy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SyncState } from '../../../shared/ipc/syncStatus';
import type { RestrictedCustomerView } from '../../../shared/view/customerView';
import { Button } from '../../components/Button';
import { Greeting } from './Greeting';
import { MainAccount } from './MainAccount';
import './RestrictedHome.css';

export interface RestrictedHomeProps {
  readonly view: RestrictedCustomerView;
  readonly sync: SyncState | null;
  readonly onHelp: () => void;
}

/** All that a line that is not active may see: main account, its expiry, and what to do next. */
export function RestrictedHome({ view, sync, onHelp }: RestrictedHomeProps) {
  const { t } = useTranslation('selfservice');
  const help = useTranslation('help').t;
  return (
    <div className="restrictedHome">
      <Greeting view={view} sync={sync} />
      <MainAccount main={view.main} />
      <section className="restrictedHome-advice" aria-labelledby="restrictedTitle">
        <CirclePause aria-hidden="true" strokeWidth={1.5} />
        <div>
          <h2 id="restrictedTitle">
            {t(view.status === 'deactivated' ? 'restricted.deactivated' : 'restricted.inactive')}
          </h2>
          <p>{view.advice}</p>
        </div>
      </section>
      <Button kind="plain" className="restrictedHome-help" onClick={onHelp}>
        <LifeBuoy aria-hidden="true" />
        {help('open')}
      </Button>
    </div>
  );
}
