import { Wallet } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FullCustomerView } from '../../../shared/view/customerView';
import { isToPay } from '../../billsToPay';
import { TopicArticles } from '../help/TopicArticles';
import type { Page } from '../visitState';
import { Amount } from './Amount';
import { DetailPage, type PageProps } from './DetailPage';
import { SubjectSection } from './SubjectSection';
import { SumPanel } from './SumPanel';
import { UnknownSection } from './UnknownSection';
import { UssdHint } from './UssdHint';
import { WayList } from './WayList';

export interface OrangeMoneyPageProps extends PageProps {
  readonly onOpen: (page: Page) => void;
}

export function OrangeMoneyPage({ view, sync, onOpen }: OrangeMoneyPageProps) {
  const { t } = useTranslation('selfservice');
  const { orangeMoney } = view;
  return (
    <DetailPage view={view} sync={sync} icon={Wallet} title={t('orangeMoney.title')}>
      {orangeMoney === null ? (
        <UnknownSection />
      ) : (
        <>
          <SumPanel
            title={t('orangeMoney.balance')}
            sum={
              orangeMoney.balance === null ? (
                t('unknown.title')
              ) : (
                <Amount figure={orangeMoney.balance} form="large" />
              )
            }
            note={
              orangeMoney.statusLabel === null
                ? null
                : t('orangeMoney.status', { status: orangeMoney.statusLabel })
            }
          />
          <WhatItPays view={view} onOpen={onOpen} />
          <TopicArticles page="orangeMoney" onOpen={onOpen} />
          <UssdHint path={orangeMoney.ussdPath} />
        </>
      )}
    </DetailPage>
  );
}

/** Nothing where there is nothing that it can pay, or where the account is not in use. */
function WhatItPays({
  view,
  onOpen,
}: { readonly view: FullCustomerView } & Pick<OrangeMoneyPageProps, 'onOpen'>) {
  const { t } = useTranslation('selfservice');
  const status = view.orangeMoney?.status ?? null;
  const offers = view.offers.filter(({ payers }) => payers.includes('orangeMoney')).length;
  const bills = view.bills?.filter(isToPay).length ?? 0;
  if ((status !== null && status !== 'active') || offers + bills === 0) return null;
  const ways = [
    { key: 'passes', count: offers, note: t('tiles.passes', { count: offers }) },
    { key: 'bills', count: bills, note: t('bills.open', { count: bills }) },
  ] as const;
  return (
    <SubjectSection title={t('orangeMoney.pays')}>
      <WayList
        ways={ways
          .filter(({ count }) => count > 0)
          .map(({ key, note }) => ({
            key,
            name: t(`orangeMoney.ways.${key}`),
            note,
            onOpen: () => onOpen({ name: key }),
          }))}
      />
    </SubjectSection>
  );
}
