import { use } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentView } from '../../../shared/view/payerView';
import { HiddenAmounts } from '../hiddenAmounts';
import { Amount } from './Amount';
import { KioskRow } from './KioskRow';
import './Payment.css';
import { SubjectSection } from './SubjectSection';

export interface PaymentProps {
  /** Of the use. */
  readonly label: string;
  readonly payment: PaymentView;
}

/** Who pays for the amount that was asked about. */
export function Payment({ label, payment: { due, parts, rest } }: PaymentProps) {
  const { t } = useTranslation('selfservice');
  const amountsHidden = use(HiddenAmounts);
  return (
    <SubjectSection title={t('payer.paid', { use: label, due })}>
      {parts.length > 0 && (
        <ul className="payment-parts">
          {parts.map(({ title, amount }, index) => (
            <KioskRow key={`${index} ${title}`} title={title}>
              <Amount figure={amount} />
            </KioskRow>
          ))}
        </ul>
      )}
      {/* The sentence names an amount, which tells what the others had. */}
      {rest !== null && <p className="payment-rest">{amountsHidden ? t('payer.restHidden') : rest}</p>}
    </SubjectSection>
  );
}
