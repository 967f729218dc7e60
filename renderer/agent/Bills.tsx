import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BillView } from '../../shared/view/customerView';
import { Figure } from '../components/Figure';
import './Bills.css';
import './Lines.css';
import { NotKnown, Nothing, Section } from './Section';

export function Bills({ bills }: { readonly bills: readonly BillView[] | null }) {
  const { t } = useTranslation('agent');
  return (
    <Section title={t('bills.title')} anchor="bills">
      {bills === null && <NotKnown />}
      {bills?.length === 0 && <Nothing>{t('bills.none')}</Nothing>}
      <ul className="lines">
        {bills?.map((bill) => (
          <li key={bill.id} className="lines-two">
            <span className="lines-name" title={bill.label}>
              {bill.label}
            </span>
            <Figure figure={bill.amount} form="row" className="lines-figure" />
            <span className={bill.overdue ? 'bills-overdue' : 'lines-quiet'}>
              {bill.overdue && <CircleAlert aria-hidden="true" />}
              {bill.statusLabel}
              {bill.dueAt !== null && ` · ${t('bills.due', { date: bill.dueAt.date })}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
