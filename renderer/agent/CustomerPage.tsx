import { memo } from 'react';
import type { MarketPack } from '../../shared/domain/market';
import type { SyncState } from '../../shared/ipc/syncStatus';
import { sectionPath } from '../../shared/ussd/paths';
import type { AlertAction, FullCustomerView } from '../../shared/view/customerView';
import { AlertList } from './AlertList';
import { Bills } from './Bills';
import { BonusColumn } from './BonusColumn';
import { Consumption } from './Consumption';
import './CustomerPage.css';
import { IdentityStrip } from './IdentityStrip';
import { Ledger } from './Ledger';
import { MainAccount } from './MainAccount';
import { NextToExpire } from './NextToExpire';
import { Options } from './Options';
import { OrangeMoney } from './OrangeMoney';
import { Orders } from './Orders';
import { OtherLines } from './OtherLines';
import { PassesOnSale } from './PassesOnSale';
import { PreferredNumbers } from './PreferredNumbers';

/** What an alert's action can lead to here; topping up is done elsewhere. */
const reachable: readonly AlertAction[] = ['passes', 'bills', 'bonus', 'consumption', 'orders'];

export interface CustomerPageProps {
  readonly view: FullCustomerView;
  readonly market: MarketPack;
  readonly sync: SyncState | null;
  readonly onOpenLine: (number: string) => void;
}

/**
 * Everything about one customer: what matters now, the bonuses, what was used, what is subscribed. On a wide screen
 * money and services have a fourth column; on a small one they go under the first two. Made anew for another view
 * only, not for each key that is typed into the search box.
 */
export const CustomerPage = memo(function CustomerPage(props: CustomerPageProps) {
  const { view, market, sync, onOpenLine } = props;
  return (
    <article className="customerPage">
      <IdentityStrip view={view} sync={sync} />
      <div className="customerPage-columns">
        <div className="customerPage-left">
          <div className="customerPage-now" data-column>
            <MainAccount main={view.main} path={sectionPath('main', market)} />
            <Orders orders={view.orders} />
            <AlertList alerts={view.alerts} reachable={reachable} />
            <NextToExpire accounts={view.nextToExpire} days={view.expiryDays} known={view.bonus !== null} />
          </div>
          <div className="customerPage-money" data-column>
            <OrangeMoney account={view.orangeMoney} path={sectionPath('orangeMoney', market)} />
            <Bills bills={view.bills} />
            <OtherLines lines={view.contracts} onOpen={onOpenLine} />
          </div>
        </div>
        <div className="customerPage-middle">
          <div className="customerPage-bonus" data-column>
            <BonusColumn bonus={view.bonus} />
          </div>
          <div className="customerPage-services" data-column>
            <Options options={view.options} path={sectionPath('options', market)} />
            <PreferredNumbers
              favourites={view.preferredNumbers}
              path={sectionPath('preferredNumbers', market)}
            />
            <PassesOnSale offers={view.offers} path={sectionPath('passes', market)} />
          </div>
        </div>
        <div className="customerPage-usage" data-column>
          <Consumption consumption={view.consumption} path={sectionPath('consumption', market)} />
          <Ledger ledger={view.ledger} />
        </div>
      </div>
    </article>
  );
});
