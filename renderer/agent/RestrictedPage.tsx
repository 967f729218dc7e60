import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../shared/domain/market';
import type { SyncState } from '../../shared/ipc/syncStatus';
import { sectionPath } from '../../shared/ussd/paths';
import type { RestrictedCustomerView } from '../../shared/view/customerView';
import { IdentityStrip } from './IdentityStrip';
import { MainAccount } from './MainAccount';
import './RestrictedPage.css';
import { Section } from './Section';

export interface RestrictedPageProps {
  readonly view: RestrictedCustomerView;
  readonly market: MarketPack;
  readonly sync: SyncState | null;
}

/** A line that is not active: main account, its expiry, and what may be said. Nothing else has left the cache. */
export function RestrictedPage({ view, market, sync }: RestrictedPageProps) {
  const { t } = useTranslation('agent');
  return (
    <article>
      <IdentityStrip view={view} sync={sync} />
      <div className="restrictedPage">
        <div data-column>
          <MainAccount main={view.main} path={sectionPath('main', market)} />
        </div>
        <div data-column>
          <Section title={t('restricted.title')} anchor="advice">
            <p className="restrictedPage-advice">{view.advice}</p>
          </Section>
          <Section title={t('restricted.why')}>
            <p className="restrictedPage-why">{t('restricted.rule')}</p>
          </Section>
        </div>
      </div>
    </article>
  );
}
