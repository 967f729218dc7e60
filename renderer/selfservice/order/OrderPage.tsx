import { ShoppingBag, TriangleAlert, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import type { OrderPayer, OrderState } from '../../../shared/domain/order';
import type { OrderWish } from '../../../shared/domain/orderWish';
import type { PlacementRefusal } from '../../../shared/ipc/commands/order';
import type { OrderQuote } from '../../../shared/view/orderQuote';
import { Button } from '../../components/Button';
import { PayerChoice } from '../../components/PayerChoice';
import { QuoteFacts } from '../../components/QuoteFacts';
import { Sentences } from '../../components/Sentences';
import { useOrderJourney } from '../../orderJourney';
import { Amount } from '../customer/Amount';
import { CounterNote } from '../customer/CounterNote';
import { DetailPage, type PageProps } from '../customer/DetailPage';
import { PlacedOrder } from './PlacedOrder';
import './OrderPage.css';

export interface OrderPageProps extends PageProps {
  readonly wish: OrderWish;
  readonly market: MarketPack;
  readonly onReceipt: (order: string) => void;
  readonly onOrders: () => void;
  readonly onHome: () => void;
}

/** One page before an order, and the same place after it: what it costs, gives, who pays, and what became of it. */
export function OrderPage({ view, sync, wish, market, onReceipt, onOrders, onHome }: OrderPageProps) {
  const { t } = useTranslation(['orders', 'common']);
  const { step, ask, choosePayer, confirm } = useOrderJourney(view, wish);
  const head = { view, sync, icon: ShoppingBag };

  switch (step.kind) {
    case 'choosing':
    case 'asking':
      return null;
    case 'failed':
      return (
        <DetailPage {...head} title={t(`common:errors.${step.error}.title`)}>
          <p className="kioskOrder-text" role="alert">
            {t(`common:errors.${step.error}.advice`, { example: market.numbers.example })}
          </p>
          <Button kind="main" onClick={onHome}>
            {t('kiosk.home')}
          </Button>
        </DetailPage>
      );
    case 'quoted':
      return (
        <DetailPage {...head} title={step.quote.title}>
          <Quote
            quote={step.quote}
            refusal={step.refusal}
            placing={step.placing}
            onPayer={choosePayer}
            onConfirm={() => confirm(null)}
          />
        </DetailPage>
      );
    case 'placed':
      return (
        // A screen of its own: the focus goes to its title.
        <DetailPage key="placed" {...head} title={t(`kiosk.${headingOf(step.order.state)}`)}>
          <PlacedOrder
            order={step.order}
            onAgain={() => ask(wish)}
            onReceipt={() => onReceipt(step.order.id)}
            onOrders={onOrders}
            onHome={onHome}
          />
        </DetailPage>
      );
  }
}

function headingOf(state: OrderState): 'rejected' | 'cancelled' | 'received' {
  return state === 'rejected' || state === 'cancelled' ? state : 'received';
}

interface QuoteProps {
  readonly quote: OrderQuote;
  readonly refusal: PlacementRefusal | null;
  readonly placing: boolean;
  readonly onPayer: (payer: OrderPayer) => void;
  readonly onConfirm: () => void;
}

function Quote({ quote, refusal, placing, onPayer, onConfirm }: QuoteProps) {
  const { t } = useTranslation(['orders', 'help']);
  const mayConfirm = quote.possible && !quote.needsApproval;
  return (
    <div className="kioskOrder">
      {refusal !== null && (
        <p className="kioskOrder-warning" role="alert">
          <TriangleAlert aria-hidden="true" />
          {t(`refusals.${refusal}`)}
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
        <fieldset className="kioskOrder-payers">
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
        <p className="kioskOrder-warning">
          <WifiOff aria-hidden="true" />
          {t('quote.waits')}
        </p>
      )}
      {quote.needsApproval && (
        <p className="kioskOrder-warning">
          <TriangleAlert aria-hidden="true" />
          {t('kiosk.approval')}
        </p>
      )}
      {!mayConfirm && <CounterNote title={t('kiosk.help')} text={t('help:notFoundAdvice')} />}
      {mayConfirm && (
        <div className="kioskOrder-act detailPage-foot">
          {quote.price !== null && <p>{t('kiosk.consent')}</p>}
          <Button kind="main" className="kioskOrder-confirm" aria-disabled={placing} onClick={onConfirm}>
            {quote.price === null
              ? t('kiosk.confirmFree')
              : t('kiosk.confirmPrice', { price: quote.price.text })}
          </Button>
        </div>
      )}
    </div>
  );
}
