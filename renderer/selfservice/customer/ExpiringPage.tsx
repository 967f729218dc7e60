import { Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState';
import { ExpiryTimeline } from '../charts/ExpiryTimeline';
import { AccountItem } from './AccountItem';
import { DetailPage, type PageProps } from './DetailPage';

/** What is lost first, across the categories, soonest first. */
export function ExpiringPage({ view, sync }: PageProps) {
  const { t } = useTranslation('selfservice');
  return (
    <DetailPage
      view={view}
      sync={sync}
      icon={Hourglass}
      title={t('expiring.title')}
      lead={t('expiring.lead')}
    >
      {view.nextToExpire.length === 0 ? (
        <EmptyState icon={Hourglass} title={t('expiring.none')} />
      ) : (
        <>
          <ExpiryTimeline days={view.expiryDays} />
          <ul>
            {view.nextToExpire.map((account) => (
              <AccountItem key={account.id} account={account} level={2} />
            ))}
          </ul>
        </>
      )}
    </DetailPage>
  );
}
