import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderPayer } from '../../shared/domain/order';
import type { PlacementRefusal } from '../../shared/ipc/commands/order';
import type { OrderQuote } from '../../shared/view/orderQuote';
import { Button } from '../components/Button';
import { PayerChoice } from '../components/PayerChoice';
import { QuoteFacts } from '../components/QuoteFacts';
import { Sentences } from '../components/Sentences';
import type { OrderApproval } from '../orderJourney';
import { Field } from '../components/Field';
import './QuotePage.css';

export interface QuotePageProps {
  readonly quote: OrderQuote;
  readonly refusal: PlacementRefusal | null;
  readonly placing: boolean;
  readonly onPayer: (payer: OrderPayer) => void;
  readonly onConfirm: (approval: OrderApproval | null) => void;
  readonly onBack: () => void;
}

const approvalRefusals: readonly PlacementRefusal[] = [
  'approvalNeeded',
  'approvalRefused',
  'approvalUnavailable',
];

/** Everything that is to be known before Enter: price, what it gives, who pays, until when, what speaks against it. */
export function QuotePage({ quote, refusal, placing, onPayer, onConfirm, onBack }: QuotePageProps) {
  const { t } = useTranslation('orders');
  const confirm = useRef<HTMLButtonElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  const supervisor = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const isOpening = useRef(true);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const { possible, needsApproval } = quote;
  const isApproved = login.trim() !== '' && password !== '';
  const mayConfirm = possible && (!needsApproval || isApproved);
  useLayoutEffect(() => {
    const first = needsApproval ? supervisor : confirm;
    // An Enter that was on its way when figures changed must not lead away from what they changed.
    const instead = isOpening.current ? back : title;
    isOpening.current = false;
    (possible ? first : instead).current?.focus();
  }, [possible, needsApproval]);

  const place = (): void => {
    onConfirm(needsApproval ? { login: login.trim(), password } : null);
    // Whoever agreed has agreed to this one order. The button that was pressed is disabled until the next password.
    setPassword('');
    passwordInput.current?.focus();
  };

  const refused = refusal !== null && (
    <p className="quotePage-refusal" role="alert">
      {t(`refusals.${refusal}`)}
    </p>
  );
  // Said where the supervisor looks.
  const isAboutApproval = possible && needsApproval && refusal !== null && approvalRefusals.includes(refusal);

  return (
    <div
      className="quotePage"
      onKeyDownCapture={(event) => {
        // An Enter that is still held from the list must not order what nobody has read.
        if (event.key !== 'Enter' || !event.repeat) return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onKeyDown={(event) => {
        const isChoice = event.target instanceof HTMLInputElement;
        if (event.key !== 'ArrowLeft' || isChoice) return;
        event.preventDefault();
        onBack();
      }}
    >
      <h3 ref={title} tabIndex={-1} className="quotePage-title">
        {quote.title}
      </h3>
      {!isAboutApproval && refused}
      <QuoteFacts quote={quote} />
      {quote.payers.length > 0 && (
        <fieldset
          className="quotePage-payers"
          onKeyDown={(event) => {
            // Between the accounts, not from section to section of the page; Enter confirms all of it.
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') event.stopPropagation();
            if (event.key === 'Enter' && mayConfirm) place();
          }}
        >
          <legend>{t('quote.payer')}</legend>
          {quote.payers.map((payer) => (
            <PayerChoice
              key={payer.payer}
              payer={payer}
              chosen={payer.payer === quote.payer}
              balance={payer.balance && t('quote.balance', { amount: payer.balance.text })}
              onChoose={onPayer}
            />
          ))}
        </fieldset>
      )}
      <Sentences level="h4" heading={t('quote.obstacles')} sentences={quote.obstacles} serious />
      {quote.offline && (
        <p className="quotePage-offline">{t(quote.onlineOnly ? 'quote.needsOnline' : 'quote.waits')}</p>
      )}
      <Sentences level="h4" heading={t('quote.toConfirm')} sentences={quote.toConfirm} />
      <Sentences level="h4" heading={t('quote.notes')} sentences={quote.notes} />
      <div className="quotePage-foot">
        {possible && needsApproval && (
          <form
            className="quotePage-approval"
            onSubmit={(event) => {
              event.preventDefault();
              if (isApproved) place();
            }}
          >
            {/* In its place, so that the button stays where it was. */}
            {isAboutApproval ? refused : <p className="quotePage-offline">{t('quote.approval')}</p>}
            <Field
              label={t('quote.supervisor')}
              value={login}
              onValue={setLogin}
              maxLength={100}
              inputRef={supervisor}
            />
            <Field
              label={t('quote.password')}
              type="password"
              value={password}
              onValue={setPassword}
              maxLength={200}
              inputRef={passwordInput}
            />
            {/* Enter in either field confirms; the button that is seen stands below. */}
            <button type="submit" hidden />
          </form>
        )}
        {possible && (
          <>
            <p className="quotePage-quiet">
              {t(quote.price === null ? 'quote.consentFree' : 'quote.consent')}
            </p>
            <Button ref={confirm} kind="main" disabled={!mayConfirm} aria-disabled={placing} onClick={place}>
              {quote.price === null
                ? t('quote.confirm')
                : t('quote.confirmPrice', { price: quote.price.text })}
            </Button>
          </>
        )}
        <Button ref={back} kind="plain" onClick={onBack}>
          {t('quote.back')}
        </Button>
      </div>
    </div>
  );
}
