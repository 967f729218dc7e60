import { CircleAlert, CircleCheck, ReceiptText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OrderWish } from '../../../shared/domain/orderWish';
import { isToPay } from '../../billsToPay';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import type { BillView } from '../../../shared/view/customerView';
import { Amount } from './Amount';
import { CounterNote } from './CounterNote';
import { KioskRow } from './KioskRow';
import { DetailPage, type PageProps } from './DetailPage';
import { SumPanel } from './SumPanel';
import { UnknownSection } from './UnknownSection';
import './BillsPage.css';

export interface BillsPageProps extends PageProps {
  readonly onOrder: (wish: OrderWish) => void;
}

export function BillsPage({ view, sync, onOrder }: BillsPageProps) {
  const { t } = useTranslation(['selfservice', 'orders', 'help']);
  const { bills } = view;
  return (
    <DetailPage view={view} sync={sync} icon={ReceiptText} title={t('bills.title')} lead={t('bills.lead')}>
      {bills === null ? (
        <UnknownSection />
      ) : bills.length === 0 ? (
        <EmptyState icon={CircleCheck} title={t('bills.none')} />
      ) : (
        <>
          <ToPay bills={bills} />
          <ul>
            {bills.map((bill) => (
              <KioskRow
                key={bill.id}
                title={bill.issuedAt === null ? bill.label : t('bills.of', { date: bill.issuedAt.date })}
                notes={[
                  bill.dueAt === null ? null : t('bills.due', { date: bill.dueAt.date }),
                  bill.issuedAt === null ? null : t('bills.reference', { id: bill.label }),
                ]}
              >
                <span className="billsPage-sum">
                  <Amount figure={bill.amount} />
                  <span className={`billsPage-status ${bill.overdue ? 'billsPage-overdue' : ''}`}>
                    {bill.overdue && <CircleAlert aria-hidden="true" />}
                    {bill.statusLabel}
                  </span>
                </span>
                {isToPay(bill) && (
                  <Button
                    kind="plain"
                    aria-label={t('orders:kiosk.payNamed', { name: bill.label })}
                    onClick={() => onOrder({ kind: 'billPayment', bill: bill.id })}
                  >
                    {t('orders:kiosk.pay')}
                  </Button>
                )}
              </KioskRow>
            ))}
          </ul>
          <CounterNote title={t('bills.question')} text={t('help:notFoundAdvice')} />
        </>
      )}
    </DetailPage>
  );
}

/** How many are to be paid, and how soon. */
function ToPay({ bills }: { readonly bills: readonly BillView[] }) {
  const { t } = useTranslation('selfservice');
  const toPay = bills.filter(isToPay);
  const overdue = toPay.filter((bill) => bill.overdue).length;
  const soonest = toPay.flatMap(({ dueAt }) => dueAt ?? []).toSorted((a, b) => a.on.localeCompare(b.on))[0];
  return (
    <SumPanel
      title={t('bills.toPay')}
      sum={t('bills.open', { count: toPay.length })}
      note={
        overdue > 0 ? (
          <>
            <CircleAlert aria-hidden="true" />
            {t('tiles.overdue', { count: overdue })}
          </>
        ) : soonest === undefined ? null : (
          t('bills.due', { date: soonest.date })
        )
      }
    />
  );
}
