import { Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OrderWish } from '../../../shared/domain/orderWish';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { TopicArticles } from '../help/TopicArticles';
import type { Page } from '../visitState';
import { KioskRow } from './KioskRow';
import { DetailPage, type PageProps } from './DetailPage';
import { UnknownSection } from './UnknownSection';
import { UssdHint } from './UssdHint';

export interface PreferredNumbersPageProps extends PageProps {
  readonly onOrder: (wish: OrderWish) => void;
  /** A number is to be typed first. @param replaces E.164 digits of the one that makes room */
  readonly onNumber: (replaces: string | null) => void;
  readonly onOpen: (page: Page) => void;
}

export function PreferredNumbersPage({ view, sync, onOrder, onNumber, onOpen }: PreferredNumbersPageProps) {
  const { t } = useTranslation(['selfservice', 'orders']);
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
  const isRoom = changesLeft !== 0 && numbers.length < max;
  return (
    <DetailPage {...head} lead={t('preferredNumbers.max', { count: max })}>
      {numbers.length === 0 ? (
        <EmptyState icon={Star} title={t('preferredNumbers.none')} />
      ) : (
        <ul>
          {numbers.map(({ msisdn, text }) => (
            <KioskRow key={msisdn} title={text}>
              {changesLeft !== 0 && (
                <span className="kioskRow-actions">
                  <Button
                    kind="plain"
                    aria-label={t('orders:number.replace', { number: text })}
                    onClick={() => onNumber(msisdn)}
                  >
                    {t('orders:kiosk.replace')}
                  </Button>
                  <Button
                    kind="plain"
                    aria-label={t('orders:number.remove', { number: text })}
                    onClick={() => onOrder({ kind: 'preferredNumbers', remove: msisdn })}
                  >
                    {t('orders:kiosk.remove')}
                  </Button>
                </span>
              )}
            </KioskRow>
          ))}
        </ul>
      )}
      {changesLeft !== null && (
        <p className="detailPage-note">{t('preferredNumbers.changesLeft', { count: changesLeft })}</p>
      )}
      {isRoom && (
        <Button kind="main" onClick={() => onNumber(null)}>
          {t('orders:number.add')}
        </Button>
      )}
      <TopicArticles page="preferredNumbers" onOpen={onOpen} />
      <UssdHint path={ussdPath} />
    </DetailPage>
  );
}
