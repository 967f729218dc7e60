import { ChevronRight } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../shared/domain/market';
import type { RecentCustomer } from '../../shared/ipc/commands/customer';
import { formatContactTime } from '../components/contactTime';
import { useLanguage } from '../strings/language';
import './RecentCustomers.css';

export interface RecentCustomersProps {
  /** At least one. */
  readonly customers: readonly RecentCustomer[];
  readonly market: MarketPack;
  /** Whether the focus is to come here. */
  readonly isWanted: boolean;
  readonly onReached: () => void;
  readonly onReopen: (customer: RecentCustomer) => void;
}

/** Whom this session has opened: one key back to each. */
export function RecentCustomers({ customers, market, isWanted, onReached, onReopen }: RecentCustomersProps) {
  const { t } = useTranslation(['agent', 'access']);
  const { language } = useLanguage();
  const latest = useRef<HTMLButtonElement>(null);

  useLayoutEffect(() => {
    if (!isWanted) return;
    latest.current?.focus();
    onReached();
  }, [isWanted, onReached]);

  return (
    <section className="recentCustomers" aria-labelledby="recentCustomersTitle">
      <h2 id="recentCustomersTitle" className="recentCustomers-title">
        {t('recent.title')}
      </h2>
      <ul>
        {customers.map((customer, place) => (
          <li key={customer.handle}>
            <button
              ref={place === 0 ? latest : null}
              type="button"
              className="startScreen-line recentCustomers-line"
              data-section
              onClick={() => onReopen(customer)}
            >
              <strong>{customer.numberMasked}</strong>
              <span className="recentCustomers-reason">{t(`access:reason.${customer.reason}`)}</span>
              <span>{formatContactTime(customer.at, market, language)}</span>
              <ChevronRight aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
