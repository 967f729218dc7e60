import { useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../shared/domain/market';
import type { FullCustomerView } from '../../shared/view/customerView';
import { payerAmounts } from '../../shared/view/payerAmounts';
import { payerUses } from '../../shared/view/payerUse';
import type { PayerView, PaymentView } from '../../shared/view/payerView';
import { payerTexts } from '../../shared/view/texts/payerTexts';
import { Figure } from '../components/Figure';
import { KeyHint } from '../components/KeyHint';
import { usePayerQuestion } from '../payerQuestion';
import { Fold } from './Fold';
import './PayerPanel.css';
import { SidePanel } from './SidePanel';

export interface PayerPanelProps {
  readonly view: FullCustomerView;
  readonly market: MarketPack;
  readonly onHide: () => void;
}

/** For a call, a message or the internet: which balances pay, in which order, and why the others do not. */
export function PayerPanel({ view, market, onHide }: PayerPanelProps) {
  const { t } = useTranslation(['agent', 'common']);
  const { use, due, answer, setUse, setDue } = usePayerQuestion(view);
  const chosen = useRef<HTMLInputElement>(null);

  useLayoutEffect(() => chosen.current?.focus(), []);

  return (
    <SidePanel
      title={t('payer.title')}
      explain={t('payer.explain')}
      hideLabel={t('payer.hide')}
      onHide={onHide}
    >
      <div
        onKeyDown={(event) => {
          const asked = payerUses[Number(event.key) - 1];
          if (asked !== undefined) {
            setUse(asked);
            event.stopPropagation();
          } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            // Between the choices, not from section to section of the page.
            event.stopPropagation();
          }
        }}
      >
        <fieldset className="payerPanel-uses">
          <legend className="forListeners">{t('payer.uses')}</legend>
          {payerUses.map((each, index) => (
            <label key={each} className="payerPanel-choice payerPanel-use">
              <input
                ref={each === use ? chosen : null}
                type="radio"
                name="payerUse"
                checked={each === use}
                onChange={() => setUse(each)}
              />
              <KeyHint keys={String(index + 1)} />
              {payerTexts[view.language].uses[each]}
            </label>
          ))}
        </fieldset>
        <fieldset className="payerPanel-amounts">
          <legend>{t('payer.amounts')}</legend>
          {[{ due: null, text: t('payer.anyAmount') }, ...payerAmounts(use, market, view.language)].map(
            (each, index) => (
              // By its place: a digit that chooses another use takes the focus from none of them.
              <label key={index} className="payerPanel-choice">
                <input
                  type="radio"
                  name="payerAmount"
                  checked={each.due === due}
                  onChange={() => setDue(each.due)}
                />
                {each.text}
              </label>
            ),
          )}
        </fieldset>
      </div>
      <div role="status">
        {answer.kind === 'failed' && <p>{t(`common:errors.${answer.error}.title`)}</p>}
        {answer.kind === 'answered' && <Payers payers={answer.payers} />}
      </div>
    </SidePanel>
  );
}

/** Who pays for the amount that was asked about. */
export function Payment({ payment: { due, parts, rest } }: { readonly payment: PaymentView }) {
  const heading = useId();
  return (
    <section className="payerPanel-payment" aria-labelledby={heading}>
      <h4 id={heading}>{due}</h4>
      {parts.length > 0 && (
        <ul className="payerPanel-list">
          {parts.map(({ title, amount }, index) => (
            <li key={`${index} ${title}`} className="payerPanel-row">
              <bdi className="payerPanel-name">{title}</bdi>
              <Figure figure={amount} className="payerPanel-amount" />
            </li>
          ))}
        </ul>
      )}
      {rest !== null && <p>{rest}</p>}
    </section>
  );
}

function Payers({ payers: { paying, refused, label, at, payment } }: { readonly payers: PayerView }) {
  const { t } = useTranslation('agent');
  const [unfolded, setUnfolded] = useState(false);
  return (
    <>
      <h3 className="payerPanel-heading">{label}</h3>
      <p className="payerPanel-when">{t('payer.at', { when: at.dateTime })}</p>
      {payment !== null && <Payment payment={payment} />}
      {paying.length === 0 ? (
        <p>{t('payer.nobody')}</p>
      ) : (
        <ol className="payerPanel-list">
          {paying.map(({ title, goesFor, expiresAt, aheadBecause }, index) => (
            <li key={`${index} ${title}`} className="payerPanel-row">
              <span className="payerPanel-rank">{index + 1}</span>
              <bdi className="payerPanel-name">{title}</bdi>
              <Figure figure={goesFor} className="payerPanel-amount" />
              <span className="payerPanel-why">
                {[aheadBecause, expiresAt?.relative ?? null].filter((part) => part !== null).join(' · ')}
              </span>
            </li>
          ))}
        </ol>
      )}
      {refused.length > 0 && (
        <Fold
          label={t('payer.refused', { count: refused.length })}
          unfolded={unfolded}
          onToggle={setUnfolded}
        />
      )}
      {unfolded && (
        <ul className="payerPanel-list">
          {refused.map(({ title, figure, reasonText }, index) => (
            <li key={`${index} ${title}`} className="payerPanel-row">
              <bdi className="payerPanel-name">{title}</bdi>
              <Figure figure={figure} className="payerPanel-amount" />
              <span className="payerPanel-why">{reasonText}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
