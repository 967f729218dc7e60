import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import type { SyncStatus } from '../../../shared/ipc/syncStatus';
import type { CustomerView, FullCustomerView } from '../../../shared/view/customerView';
import { FrameBottom } from '../frame/FrameBottom';
import { ScreenBody } from '../frame/ScreenBody';
import type { Page } from '../visitState';
import { BillsPage } from './BillsPage';
import { CategoryPage } from './CategoryPage';
import { ConsumptionPage } from './ConsumptionPage';
import { ContractsPage } from './ContractsPage';
import { ExpiringPage } from './ExpiringPage';
import { Home } from './Home';
import { LedgerPage } from './LedgerPage';
import { OptionsPage } from './OptionsPage';
import { OrangeMoneyPage } from './OrangeMoneyPage';
import { PassesPage } from './PassesPage';
import { PayerPage } from './PayerPage';
import { PhonePage } from './PhonePage';
import { PreferredNumbersPage } from './PreferredNumbersPage';
import { ProfilePage } from './ProfilePage';
import { RestrictedHome } from './RestrictedHome';

export interface CustomerScreenProps {
  readonly view: CustomerView;
  readonly page: Page;
  readonly market: MarketPack;
  readonly sync: SyncStatus | null;
  readonly onOpen: (page: Page) => void;
  readonly onEnd: () => void;
}

/** What an open customer sees: the page asked for, or all that a line that is not active may see. */
export function CustomerScreen({ view, page, market, sync, onOpen, onEnd }: CustomerScreenProps) {
  const { t } = useTranslation('selfservice');
  const content = useRef<HTMLElement>(null);
  const syncState = sync?.state ?? null;
  const isHome = view.restricted || page.name === 'home';
  const name = view.restricted
    ? 'restricted'
    : page.name === 'category'
      ? `category ${page.code}`
      : page.name;
  return (
    <>
      <ScreenBody name={name} content={content}>
        {view.restricted ? (
          <RestrictedHome view={view} sync={syncState} />
        ) : page.name === 'home' ? (
          <Home view={view} sync={syncState} market={market} onOpen={onOpen} />
        ) : (
          pageContent(view, page)
        )}
      </ScreenBody>
      <FrameBottom
        content={content}
        back={isHome ? null : { label: t('frame.home'), onBack: () => onOpen({ name: 'home' }) }}
        onEnd={onEnd}
      />
    </>
  );

  function pageContent(full: FullCustomerView, shown: Exclude<Page, { readonly name: 'home' }>) {
    const common = { view: full, sync: syncState };
    switch (shown.name) {
      case 'category':
        return <CategoryPage {...common} code={shown.code} />;
      case 'expiring':
        return <ExpiringPage {...common} />;
      case 'consumption':
        return <ConsumptionPage {...common} />;
      case 'profile':
        return <ProfilePage {...common} />;
      case 'options':
        return <OptionsPage {...common} market={market} />;
      case 'passes':
        return <PassesPage {...common} market={market} />;
      case 'preferredNumbers':
        return <PreferredNumbersPage {...common} />;
      case 'orangeMoney':
        return <OrangeMoneyPage {...common} />;
      case 'bills':
        return <BillsPage {...common} />;
      case 'contracts':
        return <ContractsPage {...common} />;
      case 'ledger':
        return <LedgerPage {...common} />;
      case 'payer':
        return <PayerPage {...common} />;
      case 'phone':
        return <PhonePage {...common} market={market} />;
    }
  }
}
