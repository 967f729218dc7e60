import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AccountView, ExpiryDayView } from '../../../shared/view/customerView';
import { Button } from '../../components/Button';
import { ExpiryTimeline } from '../charts/ExpiryTimeline';
import { Amount } from './Amount';
import './NextToExpire.css';

export interface NextToExpireProps {
  readonly accounts: readonly AccountView[];
  readonly days: readonly ExpiryDayView[];
  readonly onOpen: () => void;
}

const shownAtHome = 2;

/** What is lost first if it is not used. */
export function NextToExpire({ accounts, days, onOpen }: NextToExpireProps) {
  const { t } = useTranslation('selfservice');
  return (
    <section className="homePanel" aria-labelledby="nextToExpireTitle">
      <h2 id="nextToExpireTitle" className="homePanel-title">
        {t('expiring.title')}
      </h2>
      {accounts.length === 0 ? (
        <p className="homePanel-empty">{t('expiring.none')}</p>
      ) : (
        <>
          <ExpiryTimeline days={days} small />
          <ol>
            {accounts.slice(0, shownAtHome).map((account) => (
              <li key={account.id} className="nextToExpire-account">
                <span className="nextToExpire-label">
                  <bdi>{account.label}</bdi>
                  {account.window !== null && <span className="nextToExpire-window">{account.window}</span>}
                </span>
                <Amount figure={account.figure} form="row" className="nextToExpire-amount" />
                <span className="nextToExpire-when">{account.expiresAt?.relative}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      {accounts.length > 0 && (
        <Button kind="quiet" className="homePanel-open" onClick={onOpen}>
          {t('expiring.all')}
          <ArrowRight aria-hidden="true" />
        </Button>
      )}
    </section>
  );
}
