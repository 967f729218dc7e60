import { ShoppingBag, TriangleAlert, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import type { OrderPayer } from '../../../shared/domain/order';
import type { OrderWish } from '../../../shared/domain/orderWish';
import type { PlacementRefusal } from '../../../shared/ipc/commands/order';
import type { OrderView } from '../../../shared/view/customerView';
import type { OrderQuote, QuotedPayer } from '../../../shared/view/orderQuote';
import { Button } from '../../components/Button';
import { OrderStateMark } from '../../components/OrderStateMark';
import { useOrderJourney } from '../../orderJourney';
import { Amount } from '../customer/Amount';
import { DetailPage, type PageProps } from '../customer/DetailPage';
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
  const { step, choosePayer, confirm } = useOrderJourney(view, wish);
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
        <DetailPage {...head} title={t('kiosk.received')}>
          <Placed
            order={step.order}
            onReceipt={() => onReceipt(step.order.id)}
            onOrders={onOrders}
            onHome={onHome}
          />
        </DetailPage>
      );
  }
}

interface QuoteProps {
  readonly quote: OrderQuote;
  readonly refusal: PlacementRefusal | null;
  readonly placing: boolean;
  readonly onPayer: (payer: OrderPayer) => void;
  readonly onConfirm: () => void;
}

function Quote({ quote, refusal, placing, onPayer, onConfirm }: QuoteProps) {
  const { t } = useTranslation('orders');
  const mayConfirm = quote.possible && !quote.needsApproval;
  return (
    <div className="kioskOrder">
      {refusal !== null && (
        <p className="kioskOrder-warning" role="alert">
          <TriangleAlert aria-hidden="true" />
          {t(`refusals.${refusal}`)}
        </p>
      )}
      <dl className="kioskOrder-facts">
        {(quote.price !== null || quote.free) && (
          <div>
            <dt>{t('quote.price')}</dt>
            <dd className="kioskOrder-price">{quote.price?.text ?? t('quote.free')}</dd>
          </div>
        )}
        {quote.gives.length > 0 && (
          <div>
            <dt>{t('quote.gives')}</dt>
            <dd>
              {quote.gives.map((given) => (
                <p key={given}>{given}</p>
              ))}
              {quote.until !== null && <p>{t('quote.until', { date: quote.until.dateTime })}</p>}
            </dd>
          </div>
        )}
      </dl>
      <Sentences heading={t('quote.obstacles')} sentences={quote.obstacles} serious />
      <Sentences heading={t('quote.toConfirm')} sentences={quote.toConfirm} />
      <Sentences heading={t('quote.notes')} sentences={quote.notes} />
      {quote.payers.length > 0 && (
        <fieldset className="kioskOrder-payers">
          <legend>{t('quote.payer')}</legend>
          {quote.payers.map((payer) => (
            <Payer key={payer.payer} payer={payer} chosen={payer.payer === quote.payer} onChoose={onPayer} />
          ))}
        </fieldset>
      )}
      {quote.offline && (
        <p className="kioskOrder-warning">
          <WifiOff aria-hidden="true" />
          {t(quote.onlineOnly ? 'quote.needsOnline' : 'quote.waits')}
        </p>
      )}
      {quote.needsApproval && (
        <p className="kioskOrder-warning">
          <TriangleAlert aria-hidden="true" />
          {t('kiosk.approval')}
        </p>
      )}
      {mayConfirm && (
        <div className="kioskOrder-act">
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

interface PayerProps {
  readonly payer: QuotedPayer;
  readonly chosen: boolean;
  readonly onChoose: (payer: OrderPayer) => void;
}

function Payer({ payer, chosen, onChoose }: PayerProps) {
  const { t } = useTranslation('orders');
  const words = [
    payer.suffices === 'no' ? t('quote.insufficient') : null,
    payer.onlineOnly ? t('quote.onlineOnly') : null,
  ].filter((part) => part !== null);
  return (
    <label className="kioskOrder-payer">
      <input type="radio" name="payer" checked={chosen} onChange={() => onChoose(payer.payer)} />
      <span className="kioskOrder-payerName">{payer.label}</span>
      <span>{payer.balance === null ? t('quote.balanceUnknown') : <Amount figure={payer.balance} />}</span>
      {words.length > 0 && <span className="kioskOrder-payerNote">{words.join(' · ')}</span>}
    </label>
  );
}

interface SentencesProps {
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly serious?: boolean;
}

function Sentences({ heading, sentences, serious = false }: SentencesProps) {
  if (sentences.length === 0) return null;
  return (
    <section className={serious ? 'kioskOrder-sentences kioskOrder-serious' : 'kioskOrder-sentences'}>
      <h2>{heading}</h2>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

interface PlacedProps {
  readonly order: OrderView;
  readonly onReceipt: () => void;
  readonly onOrders: () => void;
  readonly onHome: () => void;
}

function Placed({ order, onReceipt, onOrders, onHome }: PlacedProps) {
  const { t } = useTranslation(['orders', 'receipt']);
  return (
    <div className="kioskOrder">
      <div className="kioskOrder-state" role="status">
        <OrderStateMark state={order.state} text={order.stateText} />
        <p className="kioskOrder-what">{order.title}</p>
        {order.payment !== null && <p>{order.payment}</p>}
        <p>{order.explanation}</p>
      </div>
      <Button kind="main" onClick={onHome}>
        {t('kiosk.home')}
      </Button>
      <Button kind="plain" onClick={onReceipt}>
        {t('receipt:kiosk.receipt')}
      </Button>
      <Button kind="plain" onClick={onOrders}>
        {t('kiosk.seeOrders')}
      </Button>
    </div>
  );
}
