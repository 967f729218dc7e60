import { Keyboard, Monitor } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../shared/domain/market';
import type { AppDescription, Mode } from '../../shared/ipc/commands/app';
import type { SyncStatus } from '../../shared/ipc/syncStatus';
import { BrandSquare } from '../components/BrandSquare';
import { LanguageSwitch } from '../components/LanguageSwitch';
import { SyncBadge } from '../components/SyncBadge';
import { SearchBox } from './SearchBox';
import './TopBar.css';

export interface TopBarProps {
  readonly app: AppDescription;
  readonly market: MarketPack;
  readonly sync: SyncStatus | null;
  readonly searchBox: RefObject<HTMLInputElement | null>;
  readonly query: string;
  readonly failed: boolean;
  readonly onQuery: (query: string) => void;
  readonly onOpen: (query: string) => void;
  readonly onSwitchMode: (mode: Mode) => void;
  readonly onHelp: () => void;
}

export function TopBar(props: TopBarProps) {
  const { app, market, sync } = props;
  const { t } = useTranslation('agent');
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
      <div className="topBar-end">
        {app.training && <span className="topBar-training">{t('topBar.training')}</span>}
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
      </div>
    </header>
  );
}
