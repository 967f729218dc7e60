import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AccountView,
  CategoryView,
  FullCustomerView,
  HeadingView,
} from '../../shared/view/customerView';
import { AccountRow } from '../components/AccountRow';
import { Figure } from '../components/Figure';
import './BonusColumn.css';
import { Fold } from './Fold';
import { NotKnown, Nothing, Section } from './Section';

/** The three bonus categories; one grid holds every row, so that amounts and dates line up down the column. */
export function BonusColumn({ bonus }: { readonly bonus: FullCustomerView['bonus'] }) {
  const { t } = useTranslation('agent');
  if (bonus === null) {
    return (
      <Section title={t('bonus.title')} anchor="credit">
        <NotKnown />
      </Section>
    );
  }
  return (
    <div className="bonusColumn">
      {bonus.map((category) => (
        <BonusCategory key={category.code} category={category} />
      ))}
    </div>
  );
}

function BonusCategory({ category }: { readonly category: CategoryView }) {
  const { t } = useTranslation('agent');
  const { totals, reserved, forecast, headings, expired } = category;
  return (
    <Section
      title={category.label}
      path={category.ussdPath}
      anchor={category.code}
      aside={
        <>
          {totals.length > 0 && (
            <span className="bonusColumn-totals">
              {withheldOnce(totals).map((total) => (
                <Figure key={total.unit} figure={total} form="row" />
              ))}
            </span>
          )}
          {reserved.length > 0 && (
            <span className="bonusColumn-note">
              {t('bonus.reserved')}
              {reserved.map((held) => (
                <Figure key={held.unit} figure={held} form="row" />
              ))}
            </span>
          )}
          {forecast !== null && <span className="bonusColumn-note">{forecast.text}</span>}
        </>
      }
    >
      {headings.length === 0 && <Nothing>{t('bonus.none')}</Nothing>}
      {headings.map((heading) => (
        <Heading key={heading.code} heading={heading} />
      ))}
      {expired.length > 0 && <ExpiredAccounts accounts={expired} />}
    </Section>
  );
}

/** Totals that are all too old say so once. */
function withheldOnce(totals: CategoryView['totals']): CategoryView['totals'] {
  return totals.every((total) => total.withheld) ? totals.slice(0, 1) : totals;
}

/** Folded away: what has expired is there when asked for, not in the way. */
function ExpiredAccounts({ accounts }: { readonly accounts: readonly AccountView[] }) {
  const { t } = useTranslation('agent');
  const [unfolded, setUnfolded] = useState(false);
  return (
    <>
      <Fold
        label={t('bonus.expired', { count: accounts.length })}
        unfolded={unfolded}
        onToggle={setUnfolded}
      />
      {unfolded && (
        <ul className="bonusColumn-rows">
          {accounts.map((account) => (
            <AccountRow key={account.id} account={account} />
          ))}
        </ul>
      )}
    </>
  );
}

function Heading({ heading }: { readonly heading: HeadingView }) {
  // A heading that is itself its only account would say the same words twice.
  const isItsAccount = heading.accounts.every((account) => account.label === heading.label);
  return (
    <div className="bonusColumn-group">
      <h3 className={isItsAccount ? 'forListeners' : 'bonusColumn-heading'}>{heading.label}</h3>
      <ul className={isItsAccount ? 'bonusColumn-rows' : 'bonusColumn-rows bonusColumn-underHeading'}>
        {heading.accounts.map((account) => (
          <AccountRow key={account.id} account={account} />
        ))}
      </ul>
    </div>
  );
}
