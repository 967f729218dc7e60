import { useTranslation } from 'react-i18next';
import type { SyncState } from '../../../shared/ipc/syncStatus';
import type { CustomerView } from '../../../shared/view/customerView';
import { AsOf } from '../../components/AsOf';
import { ScreenTitle } from '../frame/ScreenTitle';
import { firstName } from './firstName';
import './Greeting.css';

export interface GreetingProps {
  readonly view: CustomerView;
  readonly sync: SyncState | null;
}

/** Who is served, with no more than an onlooker may know, and as of when. */
export function Greeting({ view, sync }: GreetingProps) {
  const { t } = useTranslation('selfservice');
  const name = view.restricted ? null : firstName(view.customer?.name ?? '');
  return (
    <header className="kioskGreeting">
      <ScreenTitle className="kioskGreeting-title">
        {name === null ? t('greeting.plain') : t('greeting.named', { name })}
      </ScreenTitle>
      <p className="kioskGreeting-number">{view.msisdnMasked}</p>
      <AsOf view={view} sync={sync} />
    </header>
  );
}
