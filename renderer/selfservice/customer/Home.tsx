import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import type { SyncState } from '../../../shared/ipc/syncStatus';
import type { AlertAction, FullCustomerView } from '../../../shared/view/customerView';
import type { Page } from '../visitState';
import { AlertList } from './AlertList';
import { CategoryCard } from './CategoryCard';
import { ConsumptionPanel } from './ConsumptionPanel';
import { Greeting } from './Greeting';
import { keyOfPage } from './menuKeys';
import { MainAccount } from './MainAccount';
import { NextToExpire } from './NextToExpire';
import { Tiles } from './Tiles';
import { UnknownSection } from './UnknownSection';
import './Home.css';

export interface HomeProps {
  readonly view: FullCustomerView;
  readonly sync: SyncState | null;
  readonly market: MarketPack;
  readonly onOpen: (page: Page) => void;
}

/** The whole account in one glance. */
export function Home({ view, sync, market, onOpen }: HomeProps) {
  const { t } = useTranslation('selfservice');
  return (
    <div className="kioskHome">
      <div className="kioskHome-who">
        <Greeting view={view} sync={sync} />
        <MainAccount main={view.main} />
        <AlertList alerts={view.alerts} pageOf={(action) => alertPage(action, view)} onOpen={onOpen} />
      </div>
      <div className="kioskHome-what">
        {view.bonus === null ? (
          <section className="homePanel" aria-label={t('bonus.title')}>
            <h2 className="homePanel-title">{t('bonus.title')}</h2>
            <UnknownSection />
          </section>
        ) : (
          <div className="kioskHome-categories">
            {view.bonus.map((category) => (
              <CategoryCard
                key={category.code}
                category={category}
                menuKey={keyOfPage({ name: 'category', code: category.code }, market)}
                onOpen={() => onOpen({ name: 'category', code: category.code })}
              />
            ))}
          </div>
        )}
        <div className="kioskHome-panels">
          {view.bonus !== null && (
            <NextToExpire
              accounts={view.nextToExpire}
              days={view.expiryDays}
              onOpen={() => onOpen({ name: 'expiring' })}
            />
          )}
          <ConsumptionPanel
            menuKey={keyOfPage({ name: 'consumption' }, market)}
            consumption={view.consumption}
            onOpen={() => onOpen({ name: 'consumption' })}
          />
        </div>
        <Tiles view={view} market={market} onOpen={(name) => onOpen({ name })} />
      </div>
    </div>
  );
}

function alertPage(action: AlertAction, view: FullCustomerView): Page | null {
  switch (action) {
    case 'passes':
      return view.offers.length > 0 ? { name: 'passes' } : null;
    case 'bills':
      return { name: 'bills' };
    case 'bonus':
      return { name: 'expiring' };
    case 'consumption':
      return { name: 'consumption' };
    case 'orders':
      return { name: 'orders' };
    case 'topUp':
      return null;
  }
}
