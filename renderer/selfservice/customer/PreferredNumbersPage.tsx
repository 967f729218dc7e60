import { Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState';
import { KioskRow } from './KioskRow';
import { DetailPage, type PageProps } from './DetailPage';
import { UnknownSection } from './UnknownSection';
import { UssdHint } from './UssdHint';

export function PreferredNumbersPage({ view, sync }: PageProps) {
  const { t } = useTranslation('selfservice');
  const { preferredNumbers } = view;
  const head = { view, sync, icon: Star, title: t('preferredNumbers.title') };
  if (preferredNumbers === null) {
    return (
      <DetailPage {...head}>
        <UnknownSection />
      </DetailPage>
    );
  }
  const { max, numbers, changesLeft, ussdPath } = preferredNumbers;
  return (
    <DetailPage {...head} {...(max !== null && { lead: t('preferredNumbers.max', { count: max }) })}>
      {numbers.length === 0 ? (
        <EmptyState icon={Star} title={t('preferredNumbers.none')} />
      ) : (
        <ul>
          {numbers.map(({ msisdn, text }) => (
            <KioskRow key={msisdn} title={text} />
          ))}
        </ul>
      )}
      {changesLeft !== null && (
        <p className="detailPage-note">{t('preferredNumbers.changesLeft', { count: changesLeft })}</p>
      )}
      <UssdHint path={ussdPath} />
    </DetailPage>
  );
}
