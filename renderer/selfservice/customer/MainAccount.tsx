import { CalendarX2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MainAccountView } from '../../../shared/view/customerView';
import { Amount } from './Amount';
import './MainAccount.css';

/** The one number that matters, and until when it does. */
export function MainAccount({ main }: { readonly main: MainAccountView }) {
  const { t } = useTranslation('selfservice');
  const { expiresAt } = main;
  return (
    <section className="kioskMain" aria-labelledby="kioskMainTitle">
      <h2 id="kioskMainTitle" className="kioskMain-title">
        {main.label}
      </h2>
      <p className="kioskMain-amount">
        <Amount figure={main.figure} form="large" />
      </p>
      {expiresAt === null ? (
        <p className="kioskMain-expiry">{t('main.noExpiry')}</p>
      ) : (
        <p className="kioskMain-expiry">
          {main.expired && <CalendarX2 aria-hidden="true" />}
          <span>
            {t(main.expired ? 'main.expired' : 'main.validUntil', { date: expiresAt.date })}{' '}
            <span className="kioskMain-relative">{expiresAt.relative}</span>
          </span>
        </p>
      )}
    </section>
  );
}
