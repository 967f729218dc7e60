import { CirclePause, LifeBuoy, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SyncState } from '../../../shared/ipc/syncStatus';
import type { RestrictedCustomerView } from '../../../shared/view/customerView';
import type { MarketPack } from '../../../shared/domain/market';
import { Button } from '../../components/Button';
import type { LineSwitch } from '../../customerSession';
import { UsefulNumbers } from '../help/UsefulNumbers';
import { Greeting } from './Greeting';
import { LineProblemNote } from './LineProblemNote';
import { useLineChoice } from './lineSwitch';
import { MainAccount } from './MainAccount';
import './RestrictedHome.css';

export interface RestrictedHomeProps {
  readonly view: RestrictedCustomerView;
  readonly sync: SyncState | null;
  readonly market: MarketPack;
  /** By which the customer has shown who they are: E.164 digits. */
  readonly ownLine: string | null;
  readonly onLine: (msisdn: string) => Promise<LineSwitch>;
  readonly onHelp: () => void;
}

/** All that a line that is not active may see: main account, its expiry, what to do next, and what anybody can dial. */
export function RestrictedHome({ view, sync, market, ownLine, onLine, onHelp }: RestrictedHomeProps) {
  const { t } = useTranslation('selfservice');
  const { opening, problem, choose } = useLineChoice(onLine);
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
      <div className="restrictedHome-actions">
        <LineProblemNote problem={problem} />
        {ownLine !== null && ownLine !== view.msisdn && (
          // A line that is not active names no others: without this there would be no way back.
          <Button kind="main" aria-disabled={opening !== null} onClick={() => choose(ownLine)}>
            <Undo2 aria-hidden="true" />
            {t('contracts.backToOwn')}
          </Button>
        )}
        <Button kind="plain" onClick={onHelp}>
          <LifeBuoy aria-hidden="true" />
          {help('open')}
        </Button>
      </div>
      <UsefulNumbers market={market} />
    </div>
  );
}
