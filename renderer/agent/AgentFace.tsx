/** The counter: one search box, one customer in one page, every journey by keyboard. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { marketPack } from '../../shared/domain/market';
import type { AppDescription, Mode } from '../../shared/ipc/commands/app';
import { ErrorState } from '../components/ErrorState';
import { useCustomerSession } from '../customerSession';
import { useLanguage } from '../strings/language';
import { useSyncStatus } from '../syncStatus';
import './AgentFace.css';
import { useAgentKeys } from './agentKeys';
import { CustomerPage } from './CustomerPage';
import { CustomerSkeleton } from './CustomerSkeleton';
import { KeyBar } from './KeyBar';
import { KeysHelp } from './KeysHelp';
import { PayerPanel } from './PayerPanel';
import { RestrictedPage } from './RestrictedPage';
import { StartScreen, type StartMessage } from './StartScreen';
import { TopBar } from './TopBar';
import { UssdPanel } from './UssdPanel';

export interface AgentFaceProps {
  readonly app: AppDescription;
  readonly onSwitchMode: (mode: Mode) => void;
}

export function AgentFace({ app, onSwitchMode }: AgentFaceProps) {
  const { t } = useTranslation();
  const { language, switchTo } = useLanguage();
  const market = marketPack(app.market);
  const sync = useSyncStatus();
  const { state, open, close } = useCustomerSession();
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState<'nothing' | 'keys' | 'payer' | 'ussd'>('nothing');
  const searchBox = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLElement>(null);
  const customer = state.kind === 'open' ? state.view : null;
  const failure = state.kind === 'failed' ? state.error : null;
  const isAboutNumber = failure === 'BAD_MSISDN' || failure === 'NOT_FOUND';

  const focusSearch = useCallback(() => {
    searchBox.current?.focus();
    searchBox.current?.select();
  }, []);

  // At the start, and whenever something in front goes away, the focus is back in the search box.
  useEffect(() => {
    if (shown === 'nothing') focusSearch();
  }, [shown, focusSearch]);

  const leaveCustomer = useCallback(() => {
    close();
    setQuery('');
    setShown('nothing');
    focusSearch();
  }, [close, focusSearch]);

  const openNumber = useCallback(
    (number: string) => {
      setQuery(number);
      setShown('nothing');
      open(number);
      focusSearch();
    },
    [open, focusSearch],
  );

  const hide = useCallback(() => setShown('nothing'), []);
  const toggle = (what: 'keys' | 'payer' | 'ussd'): void => setShown(shown === what ? 'nothing' : what);

  useAgentKeys(body, {
    search: focusSearch,
    help: () => toggle('keys'),
    payer: () => {
      if (customer?.restricted === false) toggle('payer');
    },
    ussd: () => {
      if (customer !== null) toggle('ussd');
    },
    language: () => switchTo(language === 'fr' ? 'en' : 'fr'),
    escape: () => {
      if (shown === 'nothing') leaveCustomer();
      else hide();
    },
  });

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
        failed={isAboutNumber}
        onQuery={(next) => {
          setQuery(next);
          if (failure !== null) close();
        }}
        onOpen={openNumber}
        onSwitchMode={onSwitchMode}
        onHelp={() => setShown('keys')}
      />
      <main className="agentFace-body" ref={body}>
        {state.kind === 'opening' && <CustomerSkeleton />}
        {failure !== null && !isAboutNumber && (
          <div className="agentFace-failure">
            <ErrorState
              title={t(`errors.${failure}.title`)}
              advice={t(`errors.${failure}.advice`)}
              action={{ label: t('retry'), onAct: () => openNumber(query) }}
            />
          </div>
        )}
        {(state.kind === 'none' || state.kind === 'removed' || isAboutNumber) && (
          <StartScreen app={app} market={market} sync={sync} message={startMessage()} onOpen={openNumber} />
        )}
        {customer !== null &&
          (customer.restricted ? (
            <RestrictedPage key={customer.msisdn} view={customer} market={market} sync={sync} />
          ) : (
            <CustomerPage
              key={customer.msisdn}
              view={customer}
              market={market}
              sync={sync}
              onOpenLine={openNumber}
            />
          ))}
      </main>
      {customer?.restricted === false && shown === 'payer' && (
        <PayerPanel key={customer.msisdn} view={customer} onHide={hide} />
      )}
      {customer !== null && shown === 'ussd' && (
        <UssdPanel key={customer.msisdn} market={market} onHide={hide} />
      )}
      {shown === 'keys' && <KeysHelp onHide={hide} />}
      <KeyBar customer={customer === null ? 'none' : customer.restricted ? 'restricted' : 'open'} />
    </div>
  );
}
