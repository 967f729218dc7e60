/** The page of one subject of an active line. */
import type { MarketPack } from '../../../shared/domain/market';
import type { OrderWish } from '../../../shared/domain/orderWish';
import type { LineSwitch } from '../../customerSession';
import { onDemand } from '../../onDemand';
import type { Page } from '../visitState';
import { BillsPage } from './BillsPage';
import { CategoryPage } from './CategoryPage';
import { ConsumptionPage } from './ConsumptionPage';
import { ContractsPage } from './ContractsPage';
import type { PageProps } from './DetailPage';
import { ExpiringPage } from './ExpiringPage';
import { LedgerPage } from './LedgerPage';
import { OptionsPage } from './OptionsPage';
import { OrangeMoneyPage } from './OrangeMoneyPage';
import { placeOf } from './pagePlaces';
import { PassesPage } from './PassesPage';
import { PayerPage } from './PayerPage';
import { PhonePage } from './PhonePage';
import { PreferredNumbersPage } from './PreferredNumbersPage';
import { ProfilePage } from './ProfilePage';

const OrderPage = onDemand(async () => (await import('../order/OrderPage')).OrderPage);
const OrdersPage = onDemand(async () => (await import('../order/OrdersPage')).OrdersPage);
const NumberTwicePage = onDemand(async () => (await import('../order/NumberTwicePage')).NumberTwicePage);

export interface SubjectOfCustomerProps extends PageProps {
  readonly page: Exclude<Page, { readonly name: 'home' | 'help' | 'receipt' | 'handoff' }>;
  readonly market: MarketPack;
  /** By which the customer has shown who they are: E.164 digits. */
  readonly ownLine: string | null;
  readonly onLine: (msisdn: string) => Promise<LineSwitch>;
  readonly onOpen: (page: Page) => void;
}

export function SubjectOfCustomer(props: SubjectOfCustomerProps) {
  const { view, sync, page, market, ownLine, onLine, onOpen } = props;
  const common = { view, sync };
  const onOrder = (wish: OrderWish) => onOpen({ name: 'order', wish, from: placeOf(page) });
  switch (page.name) {
    case 'category':
      return <CategoryPage {...common} code={page.code} />;
    case 'expiring':
      return <ExpiringPage {...common} />;
    case 'consumption':
      return <ConsumptionPage {...common} market={market} />;
    case 'profile':
      return <ProfilePage {...common} market={market} onOrder={onOrder} />;
    case 'options':
      return <OptionsPage {...common} market={market} onOrder={onOrder} onOpen={onOpen} />;
    case 'passes':
      return <PassesPage {...common} market={market} onOrder={onOrder} />;
    case 'preferredNumbers':
      return (
        <PreferredNumbersPage
          {...common}
          onOrder={onOrder}
          onOpen={onOpen}
          onNumber={(replaces) => onOpen({ name: 'numberTwice', replaces })}
        />
      );
    case 'orangeMoney':
      return <OrangeMoneyPage {...common} onOpen={onOpen} />;
    case 'bills':
      return <BillsPage {...common} onOrder={onOrder} />;
    case 'contracts':
      return <ContractsPage {...common} ownLine={ownLine} onLine={onLine} />;
    case 'ledger':
      return <LedgerPage {...common} />;
    case 'payer':
      return <PayerPage {...common} market={market} />;
    case 'orders':
      return <OrdersPage {...common} />;
    case 'order':
      return (
        <OrderPage
          {...common}
          wish={page.wish}
          market={market}
          onReceipt={(order) => onOpen({ name: 'receipt', order })}
          onOrders={() => onOpen({ name: 'orders' })}
          onHome={() => onOpen({ name: 'home' })}
        />
      );
    case 'numberTwice':
      return <NumberTwicePage {...common} replaces={page.replaces} market={market} onTyped={onOrder} />;
    case 'phone':
      return <PhonePage {...common} market={market} />;
  }
}
