import { CalendarClock, CalendarX2, Clock, Lock, Users } from 'lucide-react';
import { use } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../../shared/view/customerView';
import { Amount } from './Amount';
import { Gauge } from '../../components/Gauge';
import { HiddenAmounts } from '../hiddenAmounts';
import './AccountItem.css';

export interface AccountItemProps {
  readonly account: AccountView;
  /** Of its name: one below the heading that it stands under. */
  readonly level: 2 | 3;
}

/** One account in the customer's words: what it is for, what remains, until when, what is held back. */
export function AccountItem({ account, level }: AccountItemProps) {
  const { t } = useTranslation('selfservice');
  const amountsHidden = use(HiddenAmounts);
  const Heading = level === 2 ? 'h2' : 'h3';
  const { state, purpose, reachLabel, window, initial, remainingPercent, reserved } = account;
  return (
    <li className={`accountItem accountItem-${state}`}>
      <Heading className="accountItem-label">
        <bdi>{account.label}</bdi>
      </Heading>
      <Amount figure={account.figure} form="large" className="accountItem-amount" />
      {purpose !== null && <p className="accountItem-purpose">{purpose}</p>}
      {state !== 'expired' && !amountsHidden && remainingPercent !== null && initial !== null && (
        <div className="accountItem-remains">
          <Gauge percent={remainingPercent} />
          <span>
            {t('account.of')} <Amount figure={initial} form="row" />
          </span>
        </div>
      )}
      <p className="accountItem-facts">
        <Beginning account={account} />
        <End account={account} />
        {reachLabel !== null && (
          <span className="accountItem-fact">
            <Users aria-hidden="true" />
            {reachLabel}
          </span>
        )}
        {window !== null && (
          <span className="accountItem-fact">
            <Clock aria-hidden="true" />
            {window}
          </span>
        )}
      </p>
      {reserved !== null && (
        <p className="accountItem-reserved">
          <Lock aria-hidden="true" />
          <span>{t('account.reservedText')}</span>
          <Amount figure={reserved} form="row" className="accountItem-reservedAmount" />
        </p>
      )}
    </li>
  );
}

function Beginning({ account: { state, validFrom } }: { readonly account: AccountView }) {
  const { t } = useTranslation('selfservice');
  return state === 'notYetValid' && validFrom !== null ? (
    <span className="accountItem-fact">
      <CalendarClock aria-hidden="true" />
      {t('account.validFrom', { date: validFrom.date })} <strong>{validFrom.relative}</strong>
    </span>
  ) : null;
}

function End({ account: { state, expiresAt } }: { readonly account: AccountView }) {
  const { t } = useTranslation('selfservice');
  if (expiresAt === null) {
    // What is still to begin has said its date.
    return state === 'notYetValid' ? null : (
      <span className="accountItem-fact">
        <CalendarClock aria-hidden="true" />
        {t('account.noExpiry')}
      </span>
    );
  }
  const Icon = state === 'expired' ? CalendarX2 : CalendarClock;
  return (
    <span className="accountItem-fact">
      <Icon aria-hidden="true" />
      {t(state === 'expired' ? 'account.expiredOn' : 'account.until', { date: expiresAt.dateTime })}{' '}
      <strong>{expiresAt.relative}</strong>
    </span>
  );
}
