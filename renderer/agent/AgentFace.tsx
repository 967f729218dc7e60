/** The counter: one search box, one customer in one page, every journey by keyboard. */
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { marketPack } from '../../shared/domain/market';
import type { AppDescription, Mode } from '../../shared/ipc/commands/app';
import type { RecentCustomer } from '../../shared/ipc/commands/customer';
import type { StaffMember } from '../../shared/ipc/commands/staff';
import { invoke } from '../bridge';
import { ErrorState } from '../components/ErrorState';
import { useCustomerSession } from '../customerSession';
import { onDemand } from '../onDemand';
import { useLanguage } from '../strings/language';
import { useSyncStatus } from '../syncStatus';
import './AgentFace.css';
import { CustomerPresent } from './access/customerPresent';
import { PresenceDialog } from './access/PresenceDialog';
import { SessionNotice } from './access/SessionNotice';
import { useIdleLock } from './access/idleLock';
import { useLookupReason } from './access/lookupReason';
import { useAgentActions } from './agentActions';
import { useAgentKeys } from './agentKeys';
import { CacheNotice } from './CacheNotice';
import { CommandPalette } from './CommandPalette';
import { CustomerPage } from './CustomerPage';
import { CustomerSkeleton } from './CustomerSkeleton';
import { FoundLines } from './FoundLines';
import { KeyBar } from './KeyBar';
import { KeysHelp } from './KeysHelp';
import type { OrderSubject } from './orderChoices';
import { OrderPanel } from './OrderPanel';
import { OrdersPanel } from './OrdersPanel';
import { focusPlace, pagePlaces } from './pagePlaces';
import { paletteEntries } from './paletteEntries';
import { PayerPanel } from './PayerPanel';
import { RecentCustomers } from './RecentCustomers';
import { useRecentCustomers } from './recentCustomers';
import { ArrivalNote, panelOf } from './receipt/Arrival';
import { CodeAnswer, isRefusal } from './receipt/CodeAnswer';
import { useCodeSearch } from './receipt/codeSearch';
import { RestrictedPage } from './RestrictedPage';
import { StartScreen, type StartMessage } from './StartScreen';
import { AuditPage, PostPage } from './supervision/pagesOnDemand';
import { TopBar } from './TopBar';
import { useTour } from './tour/tour';
import { TourStrip } from './tour/TourStrip';
import { UssdPanel } from './UssdPanel';

export interface AgentFaceProps {
  readonly app: AppDescription;
  /** Who is signed in. */
  readonly member: StaffMember;
  /** ISO 8601 UTC: when the session ends without contact with the feed; `null`: not soon. */
  readonly endsSoonAt: string | null;
  readonly onSwitchMode: (mode: Mode) => void;
}

const ReceiptPanel = onDemand(async () => (await import('./receipt/ReceiptPanel')).ReceiptPanel);

type Shown =
  | 'nothing'
  | 'keys'
  | 'palette'
  | 'payer'
  | 'ussd'
  | 'receipt'
  | 'presence'
  | 'post'
  | 'audit'
  | 'orders'
  | OrderSubject;

function isOrderSubject(shown: Shown): shown is OrderSubject {
  return ['passes', 'options', 'plan', 'numbers', 'bills'].includes(shown);
}

export function AgentFace({ app, member, endsSoonAt, onSwitchMode }: AgentFaceProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const market = marketPack(app.market);
  const sync = useSyncStatus();
  const { state, open, reopen, show, close } = useCustomerSession();
  const [reason, nextReason] = useLookupReason();
  /** Who has shown that they are there: E.164 digits. */
  const [present, setPresent] = useState<string | null>(null);
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState<Shown>('nothing');
  const searchBox = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLElement>(null);
  const supervisionBody = useRef<HTMLElement>(null);
  const customer = state.kind === 'open' ? state.view : null;
  const failure = state.kind === 'failed' ? state.error : null;
  const [isRecentWanted, setIsRecentWanted] = useState(false);
  const isAboutNumber = failure === 'BAD_MSISDN' || failure === 'NOT_FOUND';

  const focusSearch = useCallback(() => {
    searchBox.current?.focus();
    searchBox.current?.select();
  }, []);

  // At the start, and whenever something in front goes away, the focus is back in the search box, or where what was
  // chosen leads.
  const next = useRef<(() => void) | null>(null);
  useEffect(() => {
    if (shown !== 'nothing') return;
    focusSearch();
    next.current?.();
    next.current = null;
  }, [shown, focusSearch]);

  const codes = useCodeSearch(
    useCallback(
      (view, screen) => {
        setShown(panelOf(view, screen) ?? 'nothing');
        show(view);
      },
      [show],
    ),
    useCallback(() => {
      setShown('nothing');
      close();
    }, [close]),
  );
  const clearCode = codes.clear;

  const leaveCustomer = useCallback(() => {
    close();
    clearCode();
    setPresent(null);
    setQuery('');
    setShown('nothing');
    focusSearch();
  }, [close, clearCode, focusSearch]);

  const openNumber = useCallback(
    (number: string) => {
      setQuery(number);
      setShown('nothing');
      clearCode();
      setPresent(null);
      open(number, reason);
      focusSearch();
    },
    [open, reason, clearCode, focusSearch],
  );

  const isAtStart =
    codes.answer === null && (state.kind === 'none' || state.kind === 'removed' || isAboutNumber);
  const reopenRecent = useCallback(
    (recent: RecentCustomer) => {
      setQuery('');
      setPresent(null);
      reopen(recent);
      focusSearch();
    },
    [reopen, focusSearch],
  );
  const recent = useRecentCustomers(isAtStart, reopenRecent);
  const goToRecent = (): void => {
    leaveCustomer();
    setIsRecentWanted(true);
  };

  useIdleLock(app.lockAfterSeconds);

  const tour = useTour({ isCustomerOpen: customer !== null, shown });
  const [tourNumber] = app.demoNumbers[language];

  const hide = useCallback(() => setShown('nothing'), []);
  const toggle = (what: Shown): void => setShown(shown === what ? 'nothing' : what);
  const actions = useAgentActions({
    customer,
    openLine: openNumber,
    search: focusSearch,
    toggleKeys: () => toggle('keys'),
    togglePalette: () => toggle('palette'),
    toggleOrder: toggle,
    toggleOrders: () => toggle('orders'),
    goToRecent: customer === null && recent.length === 0 ? null : goToRecent,
    refresh: () => void invoke('customer:askAgain', {}),
    togglePayer: () => toggle('payer'),
    toggleUssd: () => toggle('ussd'),
    toggleReceipt: () => toggle('receipt'),
    togglePresence: () => toggle('presence'),
    toggleTour: tourNumber === undefined ? null : tour.toggle,
    togglePost: member.role === 'supervisor' ? () => toggle('post') : null,
    toggleAudit: member.role === 'supervisor' ? () => toggle('audit') : null,
    leave: shown === 'nothing' ? leaveCustomer : hide,
    lock: () => void invoke('staff:lock', { cause: 'key' }),
    nextReason: shown === 'ussd' ? null : nextReason,
  });
  const isSupervising = shown === 'post' || shown === 'audit';
  useAgentKeys(isSupervising ? supervisionBody : body, actions, focusSearch);
  useEffect(() => {
    if (shown === 'payer' || shown === 'ussd') void invoke('audit:noteSection', { section: shown });
  }, [shown]);

  const startMessage = (): StartMessage => {
    if (isAboutNumber) return failure;
    return state.kind === 'removed' ? 'REMOVED' : 'WELCOME';
  };

  return (
    <div className="agentFace">
      <TopBar
        app={app}
        market={market}
        sync={sync}
        searchBox={searchBox}
        query={query}
        failed={isAboutNumber || isRefusal(codes.answer)}
        member={member}
        reason={reason}
        onReason={nextReason}
        onQuery={(next) => {
          setQuery(next);
          clearCode();
          if (failure !== null) close();
        }}
        onOpen={(typed) => {
          if (!codes.search(typed)) openNumber(typed);
        }}
        onSwitchMode={onSwitchMode}
        onHelp={() => setShown('keys')}
        onOrders={() => toggle('orders')}
      />
      <main className="agentFace-body" ref={body} hidden={isSupervising}>
        {tourNumber !== undefined && <TourStrip tour={tour} number={tourNumber.text} actions={actions} />}
        {sync !== null && <CacheNotice health={sync.cache} />}
        <SessionNotice endsSoonAt={endsSoonAt} market={market} />
        {state.kind === 'opening' && <CustomerSkeleton />}
        {state.kind === 'failed' && !isAboutNumber && (
          <div className="agentFace-failure">
            <ErrorState
              title={t(`errors.${state.error}.title`)}
              advice={t(`errors.${state.error}.advice`)}
              action={{ label: t('retry'), onAct: state.retry }}
            />
          </div>
        )}
        {codes.answer !== null && <CodeAnswer answer={codes.answer} />}
        {isAtStart && (
          <FoundOrStart query={failure === 'BAD_MSISDN' ? query : null} onOpen={openNumber}>
            <StartScreen
              app={app}
              market={market}
              sync={sync}
              message={startMessage()}
              actions={actions}
              onOpen={openNumber}
              onTour={tourNumber !== undefined && tour.step === null ? tour.toggle : null}
              recent={
                recent.length > 0 && (
                  <RecentCustomers
                    customers={recent}
                    market={market}
                    isWanted={isRecentWanted}
                    onReached={() => setIsRecentWanted(false)}
                    onReopen={reopenRecent}
                  />
                )
              }
            />
          </FoundOrStart>
        )}
        {customer !== null && codes.arrivedAt !== null && <ArrivalNote section={codes.arrivedAt} />}
        <CustomerPresent value={present !== null && present === customer?.msisdn}>
          {customer !== null &&
            (customer.restricted ? (
              <RestrictedPage
                key={customer.msisdn}
                view={customer}
                market={market}
                sync={sync?.state ?? null}
              />
            ) : (
              <CustomerPage
                key={customer.msisdn}
                view={customer}
                market={market}
                sync={sync?.state ?? null}
                onOpenLine={openNumber}
              />
            ))}
        </CustomerPresent>
      </main>
      {isSupervising && (
        <main className="agentFace-body" ref={supervisionBody}>
          {shown === 'post' ? (
            <PostPage app={app} market={market} sync={sync} onSwitchMode={onSwitchMode} onBack={hide} />
          ) : (
            <AuditPage market={market} onBack={hide} />
          )}
        </main>
      )}
      {customer?.restricted === false && shown === 'payer' && (
        <PayerPanel key={customer.msisdn} view={customer} onHide={hide} />
      )}
      {customer !== null && shown === 'ussd' && (
        <UssdPanel key={customer.msisdn} market={market} onHide={hide} />
      )}
      {customer !== null && shown === 'presence' && (
        <PresenceDialog
          key={customer.msisdn}
          number={customer.msisdnText}
          onConfirmed={() => {
            setPresent(customer.msisdn);
            hide();
          }}
          onHide={hide}
        />
      )}
      {customer !== null && shown === 'receipt' && (
        <ReceiptPanel
          key={customer.msisdn}
          view={customer}
          printerWidthMm={app.printerWidthMm}
          onHide={hide}
        />
      )}
      {customer?.restricted === false && isOrderSubject(shown) && (
        <OrderPanel
          key={`${customer.msisdn} ${shown}`}
          subject={shown}
          view={customer}
          market={market}
          onHide={hide}
        />
      )}
      {shown === 'orders' && <OrdersPanel onHide={hide} />}
      {shown === 'keys' && <KeysHelp actions={actions} onHide={hide} />}
      {shown === 'palette' && (
        <CommandPalette
          entries={paletteEntries(
            actions,
            customer === null ? [] : pagePlaces(customer, market),
            ({ anchor }) => focusPlace(anchor),
          )}
          onHide={hide}
          onChoose={(entry) => {
            next.current = entry.act;
            hide();
          }}
        />
      )}
      <KeyBar actions={actions} />
    </div>
  );
}

interface FoundOrStartProps {
  /** What was typed and is no number; `null`: a number, or nothing. */
  readonly query: string | null;
  readonly onOpen: (number: string) => void;
  readonly children: ReactNode;
}

function FoundOrStart({ query, onOpen, children }: FoundOrStartProps) {
  return query === null ? (
    children
  ) : (
    <FoundLines query={query} onOpen={onOpen}>
      {children}
    </FoundLines>
  );
}
