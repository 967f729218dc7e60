import { Printer, ReceiptText, Store } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import type { OrderWish } from '../../../shared/domain/orderWish';
import type { SyncStatus } from '../../../shared/ipc/syncStatus';
import type { CustomerView, FullCustomerView } from '../../../shared/view/customerView';
import { Button } from '../../components/Button';
import type { LineSwitch } from '../../customerSession';
import { onDemand } from '../../onDemand';
import { FrameBottom } from '../frame/FrameBottom';
import { HelpScreen } from '../help/HelpScreen';
import { ScreenBody } from '../frame/ScreenBody';
import { handoffScreenOf } from '../receipt/handoffScreen';
import type { Page } from '../visitState';
import { BillsPage } from './BillsPage';
import { CategoryPage } from './CategoryPage';
import { ConsumptionPage } from './ConsumptionPage';
import { ContractsPage } from './ContractsPage';
import { ExpiringPage } from './ExpiringPage';
import { Home } from './Home';
import { useMenuKeys } from './menuKeys';
import { LedgerPage } from './LedgerPage';
import { OptionsPage } from './OptionsPage';
import { OrangeMoneyPage } from './OrangeMoneyPage';
import { PassesPage } from './PassesPage';
import { PayerPage } from './PayerPage';
import { PhonePage } from './PhonePage';
import { PreferredNumbersPage } from './PreferredNumbersPage';
import { ProfilePage } from './ProfilePage';
import { RestrictedHome } from './RestrictedHome';

const ReceiptPage = onDemand(async () => (await import('../receipt/ReceiptPage')).ReceiptPage);
const OrderPage = onDemand(async () => (await import('../order/OrderPage')).OrderPage);
const OrdersPage = onDemand(async () => (await import('../order/OrdersPage')).OrdersPage);
const NumberTwicePage = onDemand(async () => (await import('../order/NumberTwicePage')).NumberTwicePage);
const HandoffPage = onDemand(async () => (await import('../receipt/HandoffPage')).HandoffPage);

export interface CustomerScreenProps {
  readonly view: CustomerView;
  readonly page: Page;
  readonly market: MarketPack;
  readonly sync: SyncStatus | null;
  readonly hasPrinter: boolean;
  /** By which the customer has shown who they are: E.164 digits. */
  readonly ownLine: string | null;
  readonly onLine: (msisdn: string) => Promise<LineSwitch>;
  readonly onOpen: (page: Page) => void;
  readonly onEnd: () => void;
}

/** What an open customer sees: the page asked for, or all that a line that is not active may see. */
export function CustomerScreen(props: CustomerScreenProps) {
  const { view, page, market, sync, hasPrinter, ownLine, onLine, onOpen, onEnd } = props;
  const { t } = useTranslation(['selfservice', 'receipt']);
  const content = useRef<HTMLElement>(null);
  const syncState = sync?.state ?? null;
  const isOfReceipts = page.name === 'receipt' || page.name === 'handoff';
  const isHome = !isOfReceipts && (view.restricted || page.name === 'home');
  const name = isOfReceipts
    ? page.name
    : view.restricted
      ? 'restricted'
      : page.name === 'category'
        ? `category ${page.code}`
        : page.name;
  const before = pageBefore(page);
  const back = {
    label: t(before.name === 'home' ? 'frame.home' : 'receipt:kiosk.back'),
    onBack: () => onOpen(before),
  };
  const keysLead = !view.restricted && !isOfReceipts && !takesDigits(page);
  useMenuKeys(market, keysLead ? onOpen : null);
  if (page.name === 'help') {
    const reader = { kind: 'customer', restricted: view.restricted, onOpen } as const;
    return <HelpScreen market={market} reader={reader} opened={page.article} back={back} onEnd={onEnd} />;
  }
  return (
    <>
      <ScreenBody name={name} content={content}>
        {page.name === 'receipt' ? (
          <ReceiptPage order={page.order} hasPrinter={hasPrinter} />
        ) : page.name === 'handoff' ? (
          <HandoffPage screen={handoffScreenOf(page.from)} hasPrinter={hasPrinter} />
        ) : view.restricted ? (
          <RestrictedHome
            view={view}
            sync={syncState}
            market={market}
            ownLine={ownLine}
            onLine={onLine}
            onHelp={() => onOpen({ name: 'help' })}
          />
        ) : page.name === 'home' ? (
          <Home view={view} sync={syncState} market={market} onOpen={onOpen} />
        ) : (
          pageContent(view, page)
        )}
      </ScreenBody>
      <FrameBottom
        content={content}
        back={isHome ? null : back}
        onEnd={onEnd}
        actions={
          !isOfReceipts && (
            <>
              {isHome && (
                <Button kind="plain" onClick={() => onOpen({ name: 'receipt', order: null })}>
                  {hasPrinter ? <Printer aria-hidden="true" /> : <ReceiptText aria-hidden="true" />}
                  {t(hasPrinter ? 'receipt:kiosk.print' : 'receipt:kiosk.receipt')}
                </Button>
              )}
              <Button kind="plain" onClick={() => onOpen({ name: 'handoff', from: placeOf(page) })}>
                <Store aria-hidden="true" />
                {t('receipt:kiosk.counter')}
              </Button>
            </>
          )
        }
      />
    </>
  );

  function pageContent(
    full: FullCustomerView,
    shown: Exclude<Page, { readonly name: 'home' | 'help' | 'receipt' | 'handoff' }>,
  ) {
    const common = { view: full, sync: syncState };
    const onOrder = (wish: OrderWish) => onOpen({ name: 'order', wish, from: placeOf(shown) });
    switch (shown.name) {
      case 'category':
        return <CategoryPage {...common} code={shown.code} />;
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
        return <PayerPage {...common} />;
      case 'orders':
        return <OrdersPage {...common} />;
      case 'order':
        return (
          <OrderPage
            {...common}
            wish={shown.wish}
            market={market}
            onReceipt={(order) => onOpen({ name: 'receipt', order })}
            onOrders={() => onOpen({ name: 'orders' })}
            onHome={() => onOpen({ name: 'home' })}
          />
        );
      case 'numberTwice':
        return <NumberTwicePage {...common} replaces={shown.replaces} market={market} onTyped={onOrder} />;
      case 'phone':
        return <PhonePage {...common} market={market} />;
    }
  }
}

/** Where a page belongs: one more look at an order that was placed would offer it once more. */
function placeOf(page: Page): Page {
  if (page.name === 'order') return page.from;
  return page.name === 'numberTwice' ? { name: 'preferredNumbers' } : page;
}

function pageBefore(page: Page): Page {
  if (page.name === 'handoff') return page.from;
  return page.name === 'order' || page.name === 'numberTwice' ? placeOf(page) : { name: 'home' };
}

/** Where digits are a number or a search, and lead nowhere. */
function takesDigits({ name }: Page): boolean {
  return name === 'phone' || name === 'help' || name === 'numberTwice';
}
