import { Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState';
import { KioskRow } from './KioskRow';
import { DetailPage, type PageProps } from './DetailPage';
import { UnknownSection } from './UnknownSection';

/** The other lines under the same customer. */
export function ContractsPage({ view, sync }: PageProps) {
  const { t } = useTranslation('selfservice');
  const { contracts } = view;
  return (
    <DetailPage view={view} sync={sync} icon={Users} title={t('contracts.title')} lead={t('contracts.lead')}>
      {contracts === null ? (
        <UnknownSection />
      ) : contracts.length === 0 ? (
        <EmptyState icon={Users} title={t('contracts.none')} />
      ) : (
        <ul>
          {contracts.map(({ msisdn, text }) => (
            <KioskRow key={msisdn} title={text} />
          ))}
        </ul>
      )}
    </DetailPage>
  );
}
