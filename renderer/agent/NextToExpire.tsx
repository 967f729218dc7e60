import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../shared/view/customerView';
import { Figure } from '../components/Figure';
import './Lines.css';
import { NotKnown, Nothing, Section } from './Section';

const shownAtMost = 5;

export interface NextToExpireProps {
  /** Soonest first. */
  readonly accounts: readonly AccountView[];
  readonly known: boolean;
}

/** What the customer should use first. */
export function NextToExpire({ accounts, known }: NextToExpireProps) {
  const { t } = useTranslation('agent');
  return (
    <Section title={t('expiry.title')}>
      {!known && <NotKnown />}
      {known && accounts.length === 0 && <Nothing>{t('expiry.none')}</Nothing>}
      <ul className="lines">
        {accounts.slice(0, shownAtMost).map((account) => (
          <li key={account.id} className="lines-two">
            <span className="lines-name" title={account.label}>
              {account.label}
            </span>
            <Figure figure={account.figure} className="lines-figure" />
            {account.expiresAt !== null && (
              <span className="lines-quiet">
                {account.expiresAt.dateTime} · {account.expiresAt.relative}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
