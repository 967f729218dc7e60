import { Clock, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../shared/view/customerView';
import { Figure } from './Figure';
import { Gauge } from './Gauge';
import './AccountRow.css';

export interface AccountRowProps {
  readonly account: AccountView;
}

/**
 * One account on one line: name, bar of what remains, amount, expiry as a date and as "in 3 days"; reserved credit
 * apart. A list item of a grid with five columns, so that every row of the list lines up.
 */
export function AccountRow({ account }: AccountRowProps) {
  const { t } = useTranslation();
  const { reserved, remainingPercent } = account;
  const reach = reachToSay(account);
  return (
    <li className={`accountRow accountRow-${account.state}`}>
      <div className="accountRow-name" title={[account.label, account.purpose].filter(Boolean).join('\n')}>
        <span className="accountRow-label">{account.label}</span>
        {reach !== null && <span className="accountRow-note">{reach}</span>}
        {account.window !== null && (
          <span className="accountRow-note">
            <Clock className="accountRow-icon" aria-hidden="true" />
            {account.window}
          </span>
        )}
      </div>
      <div>
        {remainingPercent !== null && (
          <Gauge percent={remainingPercent} label={t('remaining', { percent: remainingPercent })} />
        )}
      </div>
      <Figure figure={account.figure} form="row" className="accountRow-amount" />
      <Expiry account={account} />
      {reserved !== null && (
        <div className="accountRow-reserved">
          <Lock className="accountRow-icon" aria-hidden="true" />
          <span>{t('reserved')}</span>
          <Figure figure={reserved} form="row" className="accountRow-amount" />
        </div>
      )}
    </li>
  );
}

/** A name such as `OM Tous Réseaux` has said its reach already. */
function reachToSay({ label, reachLabel }: AccountView): string | null {
  const isSaid = reachLabel !== null && label.toLowerCase().includes(reachLabel.toLowerCase());
  return isSaid ? null : reachLabel;
}

function Expiry({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const { expiresAt, validFrom, state } = account;
  const begins = state === 'notYetValid' && validFrom !== null ? validFrom.date : null;
  if (state !== 'expired' && expiresAt !== null) {
    return (
      <>
        <time className="accountRow-date" dateTime={expiresAt.at} title={expiresAt.dateTime}>
          {expiresAt.date}
        </time>
        <span className="accountRow-relative">
          {begins === null ? expiresAt.relative : t('validFrom', { date: begins })}
        </span>
      </>
    );
  }
  return <span className="accountRow-noDate">{words()}</span>;

  function words(): string {
    if (begins !== null) return t('validFrom', { date: begins });
    return expiresAt === null ? t('noExpiry') : t('expiredOn', { date: expiresAt.date });
  }
}
