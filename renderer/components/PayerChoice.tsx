import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderPayer } from '../../shared/domain/order';
import type { QuotedPayer } from '../../shared/view/orderQuote';
import './PayerChoice.css';

export interface PayerChoiceProps {
  readonly payer: QuotedPayer;
  readonly chosen: boolean;
  /** As the face shows amounts, where the balance is known. */
  readonly balance: ReactNode;
  readonly onChoose: (payer: OrderPayer) => void;
}

/** One of the accounts that could pay for an order, with what speaks against it. */
export function PayerChoice({ payer, chosen, balance, onChoose }: PayerChoiceProps) {
  const { t } = useTranslation('orders');
  const notes = [
    payer.suffices === 'no' ? t('quote.insufficient') : null,
    payer.onlineOnly ? t('quote.onlineOnly') : null,
  ].filter((note) => note !== null);
  return (
    <label className="payerChoice">
      <input type="radio" name="payer" checked={chosen} onChange={() => onChoose(payer.payer)} />
      <span className="payerChoice-name">{payer.label}</span>
      <span className="payerChoice-balance">
        {payer.balance === null ? t('quote.balanceUnknown') : balance}
      </span>
      {notes.length > 0 && <span className="payerChoice-notes">{notes.join(' · ')}</span>}
    </label>
  );
}
