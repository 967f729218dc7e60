import { TriangleAlert, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OrderPayer } from '../../../shared/domain/order';
import type { PlacementRefusal } from '../../../shared/ipc/commands/order';
import type { OrderQuote } from '../../../shared/view/orderQuote';
import { Button } from '../../components/Button';
import { PayerChoice } from '../../components/PayerChoice';
import { QuoteFacts } from '../../components/QuoteFacts';
import { Sentences } from '../../components/Sentences';
import { Amount } from '../customer/Amount';
import { CounterNote } from '../customer/CounterNote';
import { useProblemRead } from '../speech/screenReading';
import { orderRefusals } from './orderProblems';
import './Quote.css';

export interface QuoteProps {
  readonly quote: OrderQuote;
  readonly refusal: PlacementRefusal | null;
  readonly placing: boolean;
  readonly onPayer: (payer: OrderPayer) => void;
  readonly onConfirm: () => void;
}

/** All that is agreed to by the one button at its end. */
export function Quote({ quote, refusal, placing, onPayer, onConfirm }: QuoteProps) {
  const { t } = useTranslation(['orders', 'help', 'selfservice']);
  useProblemRead(placing ? null : refusal);
  const mayConfirm = quote.possible && !quote.needsApproval;
  return (
    <div className="kioskQuote">
      {refusal !== null && (
        <p className="kioskQuote-warning" role="alert">
          <TriangleAlert aria-hidden="true" />
          {t(`selfservice:orders.refusals.${orderRefusals[refusal]}`)}
        </p>
      )}
      <Sentences level="h2" heading={t('quote.obstacles')} sentences={quote.obstacles} serious />
      {quote.offline && quote.onlineOnly && (
        <Sentences level="h2" heading={t('kiosk.notNow')} sentences={[t('quote.needsOnline')]} serious />
      )}
      <QuoteFacts quote={quote} />
      <Sentences level="h2" heading={t('quote.toConfirm')} sentences={quote.toConfirm} />
      <Sentences level="h2" heading={t('quote.notes')} sentences={quote.notes} />
      {quote.payers.length > 0 && (
        <fieldset className="kioskQuote-payers">
          <legend>{t('quote.payer')}</legend>
          {quote.payers.map((payer) => (
            <PayerChoice
              key={payer.payer}
              payer={payer}
              chosen={payer.payer === quote.payer}
              balance={payer.balance && <Amount figure={payer.balance} />}
              onChoose={onPayer}
            />
          ))}
        </fieldset>
      )}
      {quote.offline && !quote.onlineOnly && (
        <p className="kioskQuote-warning">
          <WifiOff aria-hidden="true" />
          {t('quote.waits')}
        </p>
      )}
      {quote.needsApproval && (
        <p className="kioskQuote-warning">
          <TriangleAlert aria-hidden="true" />
          {t('kiosk.approval')}
        </p>
      )}
      {!mayConfirm && <CounterNote title={t('kiosk.help')} text={t('help:notFoundAdvice')} />}
      {mayConfirm && (
        <div className="kioskQuote-act detailPage-foot">
          {quote.price !== null && <p>{t('kiosk.consent')}</p>}
          <Button kind="main" className="kioskQuote-confirm" aria-disabled={placing} onClick={onConfirm}>
            {quote.price === null
              ? t('kiosk.confirmFree')
              : t('kiosk.confirmPrice', { price: quote.price.text })}
          </Button>
        </div>
      )}
    </div>
  );
}
