import { useTranslation } from 'react-i18next';
import type { OrangeMoneyView } from '../../shared/view/customerView';
import { Figure } from '../components/Figure';
import './Lines.css';
import { NotKnown, Section } from './Section';

export interface OrangeMoneyProps {
  readonly account: OrangeMoneyView | null;
  readonly path: string;
}

export function OrangeMoney({ account, path }: OrangeMoneyProps) {
  const { t } = useTranslation(['agent', 'common']);
  return (
    <Section title="Orange Money" path={path} anchor="orangeMoney">
      {account === null ? (
        <NotKnown />
      ) : (
        <ul className="lines">
          <li>
            <span className="lines-name">{account.statusLabel ?? t('common:unknown')}</span>
            {account.balance === null ? (
              <span className="lines-quiet">{t('orangeMoney.balanceUnknown')}</span>
            ) : (
              <Figure figure={account.balance} form="row" className="lines-figure" />
            )}
          </li>
        </ul>
      )}
    </Section>
  );
}
