import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FullCustomerView } from '../../shared/view/customerView';
import { payerUses, type PayerUse } from '../../shared/view/payerUse';
import type { PayerView } from '../../shared/view/payerView';
import { payerTexts } from '../../shared/view/texts/payerTexts';
import { Figure } from '../components/Figure';
import { KeyHint } from '../components/KeyHint';
import { usePayerAnswer } from '../payerAnswer';
import { Fold } from './Fold';
import './PayerPanel.css';
import { SidePanel } from './SidePanel';

export interface PayerPanelProps {
  readonly view: FullCustomerView;
  readonly onHide: () => void;
}

/** For a call, a message or the internet: which balances pay, in which order, and why the others do not. */
export function PayerPanel({ view, onHide }: PayerPanelProps) {
  const { t } = useTranslation(['agent', 'common']);
  const [use, setUse] = useState<PayerUse>(payerUses[0]);
  const answer = usePayerAnswer(use, view);
  const chosen = useRef<HTMLInputElement>(null);

  useLayoutEffect(() => chosen.current?.focus(), []);

  return (
    <SidePanel
      title={t('payer.title')}
      explain={t('payer.explain')}
      hideLabel={t('payer.hide')}
      onHide={onHide}
    >
      <fieldset
        className="payerPanel-uses"
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
        <legend className="forListeners">{t('payer.uses')}</legend>
        {payerUses.map((each, index) => (
          <label key={each} className="payerPanel-use">
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
      <div role="status">
        {answer.kind === 'failed' && <p>{t(`common:errors.${answer.error}.title`)}</p>}
        {answer.kind === 'answered' && <Payers payers={answer.payers} />}
      </div>
    </SidePanel>
  );
}

function Payers({ payers: { paying, refused, label, at } }: { readonly payers: PayerView }) {
  const { t } = useTranslation('agent');
  const [unfolded, setUnfolded] = useState(false);
  return (
    <>
      <h3 className="payerPanel-heading">{label}</h3>
      <p className="payerPanel-when">{t('payer.at', { when: at.dateTime })}</p>
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
