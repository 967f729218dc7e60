import { Keyboard, Lock, Monitor } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../shared/domain/market';
import type { Mode } from '../../shared/domain/mode';
import type { AppDescription } from '../../shared/ipc/commands/app';
import type { LookupReason } from '../../shared/ipc/commands/customer';
import type { OrderCounts } from '../../shared/ipc/commands/order';
import type { StaffMember } from '../../shared/ipc/commands/staff';
import type { SyncStatus } from '../../shared/ipc/syncStatus';
import { BrandSquare } from '../components/BrandSquare';
import { LanguageSwitch } from '../components/LanguageSwitch';
import { SyncBadge } from '../components/SyncBadge';
import { invoke } from '../bridge';
import { KeyHint } from '../components/KeyHint';
import { OrderCountsButton } from './OrderCountsButton';
import { SearchBox } from './SearchBox';
import './TopBar.css';

export interface TopBarProps {
  readonly app: AppDescription;
  readonly market: MarketPack;
  readonly sync: SyncStatus | null;
  readonly searchBox: RefObject<HTMLInputElement | null>;
  readonly query: string;
  readonly failed: boolean;
  readonly member: StaffMember;
  readonly reason: LookupReason;
  readonly onReason: () => void;
  readonly onQuery: (query: string) => void;
  readonly onOpen: (query: string) => void;
  readonly onSwitchMode: (mode: Mode) => void;
  /** `null`: not known yet. */
  readonly orders: OrderCounts | null;
  readonly onHelp: () => void;
  readonly onOrders: () => void;
}

export function TopBar(props: TopBarProps) {
  const { app, market, sync, member, reason } = props;
  const { t } = useTranslation(['agent', 'access']);
  return (
    <header className="topBar">
      <BrandSquare name={app.shopName} />
      <SearchBox
        inputRef={props.searchBox}
        market={market}
        query={props.query}
        failed={props.failed}
        onQuery={props.onQuery}
        onOpen={props.onOpen}
      />
      <button
        type="button"
        className="topBar-reason"
        aria-label={t('access:reason.label', { reason: t(`access:reason.${reason}`) })}
        onClick={props.onReason}
      >
        {t(`access:reason.${reason}`)}
        <KeyHint keys="*" />
      </button>
      <div className="topBar-end">
        {app.training && <span className="topBar-training">{t('topBar.training')}</span>}
        <OrderCountsButton counts={props.orders} onPress={props.onOrders} />
        {sync !== null && <SyncBadge status={sync} market={market} />}
        <LanguageSwitch />
        {app.training && (
          <button
            type="button"
            className="topBar-tool"
            title={t('topBar.selfservice')}
            aria-label={t('topBar.selfservice')}
            onClick={() => props.onSwitchMode('selfservice')}
          >
            <Monitor aria-hidden="true" />
            <span className="topBar-toolName">{t('topBar.selfservice')}</span>
          </button>
        )}
        <button
          type="button"
          className="topBar-tool"
          title={t('topBar.keys')}
          aria-label={t('topBar.keys')}
          onClick={props.onHelp}
        >
          <Keyboard aria-hidden="true" />
        </button>
        <button
          type="button"
          className="topBar-tool"
          title={t('access:session.lock')}
          aria-label={t('access:session.lockOf', { name: member.name })}
          onClick={() => void invoke('staff:lock', { cause: 'key' })}
        >
          <Lock aria-hidden="true" />
          <span className="topBar-memberName">{member.name}</span>
        </button>
      </div>
    </header>
  );
}
