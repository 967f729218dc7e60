import { Printer, ReceiptText, Store } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import type { SyncStatus } from '../../../shared/ipc/syncStatus';
import type { CustomerView } from '../../../shared/view/customerView';
import { Button } from '../../components/Button';
import type { LineSwitch } from '../../customerSession';
import { onDemand } from '../../onDemand';
import { FrameBottom } from '../frame/FrameBottom';
import { HelpScreen } from '../help/HelpScreen';
import { ScreenBody } from '../frame/ScreenBody';
import { handoffScreenOf } from '../receipt/handoffScreen';
import type { Page } from '../visitState';
import { Home } from './Home';
import { useMenuKeys } from './menuKeys';
import { pageBefore, placeOf, takesDigits } from './pagePlaces';
import { RestrictedHome } from './RestrictedHome';
import { SubjectOfCustomer } from './SubjectOfCustomer';

const ReceiptPage = onDemand(async () => (await import('../receipt/ReceiptPage')).ReceiptPage);
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
          <SubjectOfCustomer
            view={view}
            sync={syncState}
            page={page}
            market={market}
            ownLine={ownLine}
            onLine={onLine}
            onOpen={onOpen}
          />
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
}
