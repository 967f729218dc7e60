import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView, ExpiryDayView } from '../../shared/view/customerView';
import { Figure } from '../components/Figure';
import { ExpiryTimeline } from './ExpiryTimeline';
import { Fold } from './Fold';
import './Lines.css';
import { NotKnown, Nothing, Section } from './Section';

const shownAtFirst = 4;

export interface NextToExpireProps {
  /** Soonest first. */
  readonly accounts: readonly AccountView[];
  /** From today on. */
  readonly days: readonly ExpiryDayView[];
  readonly known: boolean;
}

/** What the customer should use first: a small timeline, then the accounts behind it. */
export function NextToExpire({ accounts, days, known }: NextToExpireProps) {
  const { t } = useTranslation('agent');
  const [unfolded, setUnfolded] = useState(false);
  return (
    <Section title={t('expiry.title')} anchor="expiry">
      {!known && <NotKnown />}
      {known && accounts.length === 0 && <Nothing>{t('expiry.none')}</Nothing>}
      {accounts.length > 0 && <ExpiryTimeline days={days} />}
      <ul className="lines">
        {(unfolded ? accounts : accounts.slice(0, shownAtFirst)).map((account) => (
          <li key={account.id} className="lines-two">
            <span className="lines-name" title={account.title}>
              {account.title}
            </span>
            <Figure figure={account.figure} form="row" className="lines-figure" />
            {account.expiresAt !== null && (
              <span className="lines-quiet">
                {account.expiresAt.dateTime} · {account.expiresAt.relative}
              </span>
            )}
          </li>
        ))}
      </ul>
      {accounts.length > shownAtFirst && (
        <Fold
          label={t('expiry.all', { count: accounts.length })}
          unfolded={unfolded}
          onToggle={setUnfolded}
        />
      )}
    </Section>
  );
}
