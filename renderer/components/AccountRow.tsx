import { Clock, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../shared/view/customerView';
import { Figure } from './Figure';
import { Gauge } from './Gauge';
import './AccountRow.css';

export interface AccountRowProps {
  readonly account: AccountView;
  /** Show what the account is for under its name. */
  readonly explain: boolean;
}

/** One account: name, bar of what remains, amount, expiry as a date and as "in 3 days"; reserved credit apart. */
export function AccountRow({ account, explain }: AccountRowProps) {
  const { t } = useTranslation();
  const { reserved, remainingPercent } = account;
  return (
    <li className={`accountRow accountRow-${account.state}`}>
      <div className="accountRow-name">
        <span className="accountRow-label" title={account.label}>
          {account.label}
        </span>
        {account.reachLabel !== null && <span className="accountRow-reach">{account.reachLabel}</span>}
        {account.window !== null && (
          <span className="accountRow-reach">
            <Clock className="accountRow-icon" aria-hidden="true" />
            {account.window}
          </span>
        )}
        {explain && account.purpose !== null && <span className="accountRow-purpose">{account.purpose}</span>}
      </div>
      <div className="accountRow-bar">
        {remainingPercent !== null && (
          <Gauge
            kind="remaining"
            percent={remainingPercent}
            label={t('remaining', { percent: remainingPercent })}
          />
        )}
      </div>
      <Figure figure={account.figure} className="accountRow-amount" />
      <ExpiryText account={account} />
      {reserved !== null && (
        <div className="accountRow-reserved">
          <Lock className="accountRow-icon" aria-hidden="true" />
          <span>{t('reserved')}</span>
          <Figure figure={reserved} className="accountRow-amount" />
        </div>
      )}
    </li>
  );
}

function ExpiryText({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const { expiresAt, validFrom, state } = account;
  if (state === 'notYetValid' && validFrom !== null) {
    return <span className="accountRow-expiry">{t('validFrom', { date: validFrom.date })}</span>;
  }
  if (expiresAt === null) return <span className="accountRow-expiry accountRow-quiet">{t('noExpiry')}</span>;
  if (state === 'expired') {
    return (
      <span className="accountRow-expiry accountRow-quiet">{t('expiredOn', { date: expiresAt.date })}</span>
    );
  }
  return (
    <span className="accountRow-expiry">
      <time dateTime={expiresAt.at}>{expiresAt.date}</time>
      <span className="accountRow-relative">{expiresAt.relative}</span>
    </span>
  );
}
