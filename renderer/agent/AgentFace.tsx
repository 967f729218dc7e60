/** The counter: one search box, one customer in one page, every journey by keyboard. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { marketPack } from '../../shared/domain/market';
import type { Mode } from '../../shared/domain/mode';
import type { AppDescription } from '../../shared/ipc/commands/app';
import type { StaffMember } from '../../shared/ipc/commands/staff';
import type { SyncStatus } from '../../shared/ipc/syncStatus';
import { invoke } from '../bridge';
import { useOrderCounts } from '../shopOrders';
import { useLanguage } from '../strings/language';
import './AgentFace.css';
import { useIdleLock } from './access/idleLock';
import { useKeptPlace, type KeptPlace } from './access/keptPlace';
import { useAgentActions } from './agentActions';
import { useAgentKeys } from './agentKeys';
import { useCounterCustomer } from './counterCustomer';
import { CounterPage } from './CounterPage';
import { CounterPanels } from './CounterPanels';
import { KeyBar } from './KeyBar';
import { noticeAction, useCounterNotices } from './notices/counterNotices';
import type { Dismissals } from './notices/dismissals';
import { useLookupFlags } from './notices/lookupFlags';
import { NoticeRow } from './notices/NoticeRow';
import type { NoticeKind } from './notices/notices';
import { useSlowedLookup } from './notices/slowedLookup';
import type { Shown } from './shown';
import { AuditPage, PostPage } from './supervision/pagesOnDemand';
import { TopBar } from './TopBar';
import { useTour } from './tour/tour';
import { TourStrip } from './tour/TourStrip';

export interface AgentFaceProps {
  readonly app: AppDescription;
  /** `null`: not known yet. */
  readonly sync: SyncStatus | null;
  /** Who is signed in. */
  readonly member: StaffMember;
  /** ISO 8601 UTC: when the session ends without contact with the feed; `null`: not soon. */
  readonly endsSoonAt: string | null;
  readonly dismissals: Dismissals;
  readonly keptPlace: KeptPlace;
  readonly onSwitchMode: (mode: Mode) => void;
}

/** What somebody who looks at it in full need not be told. */
const seenBy: Partial<Record<Shown, NoticeKind>> = { orders: 'orderRejected', audit: 'lookupsFlagged' };

export function AgentFace({
  app,
  sync,
  member,
  endsSoonAt,
  dismissals,
  keptPlace,
  onSwitchMode,
}: AgentFaceProps) {
  const { language } = useLanguage();
  const market = marketPack(app.market);
  const [shown, setShown] = useState<Shown>('nothing');
  const [isRecentWanted, setIsRecentWanted] = useState(false);
  const body = useRef<HTMLElement>(null);
  const supervisionBody = useRef<HTMLElement>(null);
  const customer = useCounterCustomer(setShown);
  const { view, focusSearch, recent } = customer;
  const open = { login: member.login, msisdn: view?.msisdn ?? null, shown };
  const resumed = useKeptPlace(keptPlace, open, setShown);
  const isSupervisor = member.role === 'supervisor';

  // At the start, and whenever something in front goes away, the focus is back in the search box, or where what was
  // chosen leads; before the next key, as wherever the counter moves the focus (docs/architecture.md).
  const next = useRef<(() => void) | null>(null);
  useLayoutEffect(() => {
    if (shown !== 'nothing') return;
    focusSearch();
    next.current?.();
    next.current = null;
  }, [shown, focusSearch]);

  useIdleLock(app.lockAfterSeconds);

  const tour = useTour({ isCustomerOpen: view !== null, shown });
  const [tourNumber] = app.demoNumbers[language];

  const orders = useOrderCounts();
  const flags = useLookupFlags(isSupervisor);
  const slowed = useSlowedLookup();
  const notices = useCounterNotices(
    { sync, endsSoonAt, orders, flags, slowed, customer: view },
    dismissals,
    seenBy[shown] ?? null,
  );

  const hide = useCallback(() => setShown('nothing'), []);
  const toggle = (what: Shown): void => setShown(shown === what ? 'nothing' : what);
  const goToRecent = (): void => {
    customer.leave();
    setIsRecentWanted(true);
  };
  const actions = useAgentActions({
    customer: view,
    openLine: customer.openNumber,
    search: focusSearch,
    toggleKeys: () => toggle('keys'),
    togglePalette: () => toggle('palette'),
    toggleOrder: toggle,
    toggleOrders: () => toggle('orders'),
    goToRecent: view === null && recent.length === 0 ? null : goToRecent,
    refresh: () => void invoke('customer:askAgain', {}),
    togglePayer: () => toggle('payer'),
    toggleUssd: () => toggle('ussd'),
    toggleReceipt: () => toggle('receipt'),
    togglePresence: () => toggle('presence'),
    toggleTour: tourNumber === undefined ? null : tour.toggle,
    togglePost: isSupervisor ? () => toggle('post') : null,
    toggleAudit: isSupervisor ? () => toggle('audit') : null,
    dismissNotice: notices.dismiss,
    // In the palette it is what is chosen there; Escape is the palette's own.
    leave: shown === 'nothing' || shown === 'palette' ? customer.leave : hide,
    lock: () => void invoke('staff:lock', { cause: 'key' }),
    nextReason: shown === 'ussd' ? null : customer.nextReason,
  });
  const isSupervising = shown === 'post' || shown === 'audit';
  useAgentKeys(isSupervising ? supervisionBody : body, actions, focusSearch);
  useEffect(() => {
    if (shown === 'payer' || shown === 'ussd') void invoke('audit:noteSection', { section: shown });
  }, [shown]);

  return (
    <div className="agentFace">
      <TopBar
        app={app}
        market={market}
        sync={sync}
        searchBox={customer.searchBox}
        query={customer.query}
        failed={customer.isRefused}
        member={member}
        reason={customer.reason}
        orders={orders}
        onReason={customer.nextReason}
        onQuery={customer.type}
        onOpen={customer.search}
        onSwitchMode={onSwitchMode}
        onHelp={() => setShown('keys')}
        onOrders={() => toggle('orders')}
      />
      <main className="agentFace-body" ref={body} hidden={isSupervising}>
        {tourNumber !== undefined && <TourStrip tour={tour} number={tourNumber.text} actions={actions} />}
        <CounterPage
          app={app}
          market={market}
          sync={sync}
          customer={customer}
          actions={actions}
          onTour={tourNumber !== undefined && tour.step === null ? tour.toggle : null}
          isRecentWanted={isRecentWanted}
          onRecentReached={() => setIsRecentWanted(false)}
        />
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
      <CounterPanels
        app={app}
        market={market}
        shown={shown}
        view={view}
        actions={actions}
        resumed={resumed}
        onPresent={customer.confirmPresent}
        onChosen={(act) => {
          next.current = act;
          hide();
        }}
        onHide={hide}
      />
      <NoticeRow
        shown={notices.shown}
        market={market}
        action={noticeAction(notices.shown, actions)}
        dismiss={actions.find(({ id }) => id === 'dismiss') ?? null}
      />
      <KeyBar actions={actions} />
    </div>
  );
}
