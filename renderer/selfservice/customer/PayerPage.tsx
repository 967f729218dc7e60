import { HandCoins, MessageSquare, Phone, Wifi, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import { payerAmounts } from '../../../shared/view/payerAmounts';
import { payerUses, type PayerUse } from '../../../shared/view/payerUse';
import type { PayerView } from '../../../shared/view/payerView';
import { payerTexts } from '../../../shared/view/texts/payerTexts';
import { EmptyState } from '../../components/EmptyState';
import { usePayerQuestion } from '../../payerQuestion';
import { Segments } from '../charts/Segments';
import { Amount } from './Amount';
import { KioskFold } from './KioskFold';
import { KioskRow } from './KioskRow';
import { DetailPage, type PageProps } from './DetailPage';
import './PayerPage.css';
import { Payment } from './Payment';
import { SubjectSection } from './SubjectSection';
import { UnknownSection } from './UnknownSection';

const icons: Readonly<Record<PayerUse, LucideIcon>> = {
  callOnNet: Phone,
  callOffNet: Phone,
  callAbroad: Phone,
  smsOnNet: MessageSquare,
  smsOffNet: MessageSquare,
  smsAbroad: MessageSquare,
  dataDay: Wifi,
  dataNight: Wifi,
  dataSocial: Wifi,
};

/** "Qui paie ?": choose a use, see which balances pay for it, in which order, and why the others do not. */
export function PayerPage({ view, sync, market }: PageProps & { readonly market: MarketPack }) {
  const { t } = useTranslation('selfservice');
  const { use, due, answer, setUse, setDue } = usePayerQuestion(view);
  return (
    <DetailPage view={view} sync={sync} icon={HandCoins} title={t('payer.title')} lead={t('payer.lead')}>
      <div className="payerUses" role="group" aria-label={t('payer.uses')}>
        {payerUses.map((each) => {
          const Icon = icons[each];
          return (
            <button
              key={each}
              type="button"
              className="payerUse"
              aria-pressed={each === use}
              onClick={() => setUse(each)}
            >
              <Icon aria-hidden="true" strokeWidth={1.5} />
              {payerTexts[view.language].uses[each]}
            </button>
          );
        })}
      </div>
      <SubjectSection title={t('payer.amounts')}>
        <Segments
          label={t('payer.amounts')}
          choices={[
            { value: null, text: t('payer.anyAmount') },
            ...payerAmounts(use, market, view.language).map((each) => ({ value: each.due, text: each.text })),
          ]}
          chosen={due}
          onChoose={setDue}
        />
      </SubjectSection>
      <div role="status" className="payerAnswer">
        {answer.kind === 'failed' && <UnknownSection />}
        {answer.kind === 'answered' && <Payers payers={answer.payers} />}
      </div>
    </DetailPage>
  );
}

function Payers({ payers: { paying, refused, label, payment } }: { readonly payers: PayerView }) {
  const { t } = useTranslation('selfservice');
  return (
    <>
      {payment !== null && <Payment label={label} payment={payment} />}
      <h2 className="detailPage-heading payerHeading">{t('payer.paying', { use: label })}</h2>
      {paying.length === 0 ? (
        <EmptyState icon={HandCoins} title={t('payer.nobody')} />
      ) : (
        <ol className="payerList">
          {paying.map(({ title, goesFor, expiresAt, aheadBecause }, index) => (
            <KioskRow
              key={`${index} ${title}`}
              title={`${index + 1}. ${title}`}
              notes={[
                aheadBecause,
                expiresAt && t('payer.until', { date: expiresAt.date, relative: expiresAt.relative }),
              ]}
            >
              <Amount figure={goesFor} />
            </KioskRow>
          ))}
        </ol>
      )}
      {refused.length > 0 && (
        <KioskFold title={t('payer.refused', { count: refused.length })}>
          <ul>
            {refused.map(({ title, figure, reasonText }, index) => (
              <KioskRow key={`${index} ${title}`} title={title} notes={[reasonText]}>
                <Amount figure={figure} />
              </KioskRow>
            ))}
          </ul>
        </KioskFold>
      )}
    </>
  );
}
