import { Wallet } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Amount } from './Amount';
import { DetailPage, type PageProps } from './DetailPage';
import { KioskRow } from './KioskRow';
import { UnknownSection } from './UnknownSection';
import { UssdHint } from './UssdHint';
import './MainAccount.css';

export function OrangeMoneyPage({ view, sync }: PageProps) {
  const { t } = useTranslation('selfservice');
  const { orangeMoney } = view;
  return (
    <DetailPage view={view} sync={sync} icon={Wallet} title={t('orangeMoney.title')}>
      {orangeMoney === null ? (
        <UnknownSection />
      ) : (
        <>
          <section className="kioskMain" aria-labelledby="orangeMoneyBalance">
            <h2 id="orangeMoneyBalance" className="kioskMain-title">
              {t('orangeMoney.balance')}
            </h2>
            <p className="kioskMain-amount">
              {orangeMoney.balance === null ? (
                t('unknown.title')
              ) : (
                <Amount figure={orangeMoney.balance} form="large" />
              )}
            </p>
          </section>
          {orangeMoney.statusLabel !== null && (
            <ul>
              <KioskRow title={t('orangeMoney.status')}>{orangeMoney.statusLabel}</KioskRow>
            </ul>
          )}
          <UssdHint path={orangeMoney.ussdPath} />
        </>
      )}
    </DetailPage>
  );
}
