import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState';
import { Amount } from './Amount';
import { KioskRow } from './KioskRow';
import { DetailPage, type PageProps } from './DetailPage';

/** "Que s’est-il passé ?": each change of each balance that was seen here, newest first. */
export function LedgerPage({ view, sync }: PageProps) {
  const { t } = useTranslation('selfservice');
  return (
    <DetailPage view={view} sync={sync} icon={History} title={t('ledger.title')} lead={t('ledger.lead')}>
      {view.ledger.length === 0 ? (
        <EmptyState icon={History} title={t('ledger.none')} />
      ) : (
        <ul>
          {view.ledger.map((line, index) => (
            // Two lines may be equal in all they show.
            <KioskRow key={index} title={line.account} notes={[line.labelText, line.at.dateTime]}>
              <Amount figure={line.change} />
            </KioskRow>
          ))}
        </ul>
      )}
    </DetailPage>
  );
}
