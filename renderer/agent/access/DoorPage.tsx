import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import type { AppDescription } from '../../../shared/ipc/commands/app';
import type { SyncStatus } from '../../../shared/ipc/syncStatus';
import { BrandSquare } from '../../components/BrandSquare';
import { LanguageSwitch } from '../../components/LanguageSwitch';
import { SyncBadge } from '../../components/SyncBadge';
import { useLanguage } from '../../strings/language';
import { NoticeRow } from '../notices/NoticeRow';
import { conditionsOf, shownNotice } from '../notices/notices';
import './DoorPage.css';

export interface DoorPageProps {
  readonly app: AppDescription;
  readonly market: MarketPack;
  readonly sync: SyncStatus | null;
  readonly children: ReactNode;
}

/** The window before somebody is signed in: whose shop, how fresh, and one form. */
export function DoorPage({ app, market, sync, children }: DoorPageProps) {
  const { t } = useTranslation('access');
  const { language, switchTo } = useLanguage();

  useEffect(() => {
    const switchByKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F10') return;
      event.preventDefault();
      switchTo(language === 'fr' ? 'en' : 'fr');
    };
    window.addEventListener('keydown', switchByKey);
    return () => window.removeEventListener('keydown', switchByKey);
  });

  return (
    <div className="doorPage">
      <header className="doorPage-bar">
        <BrandSquare name={app.shopName} />
        <div className="doorPage-end">
          {app.training && <span className="doorPage-training">{t('training')}</span>}
          {sync !== null && <SyncBadge status={sync} market={market} />}
          <LanguageSwitch />
        </div>
      </header>
      <main className="doorPage-main">
        <div className="doorPage-body">{children}</div>
      </main>
      {/* Nothing lies behind it, and nobody is here who could dismiss it. */}
      <NoticeRow
        shown={shownNotice(conditionsOf(sync), new Set())}
        market={market}
        action={null}
        dismiss={null}
      />
    </div>
  );
}
