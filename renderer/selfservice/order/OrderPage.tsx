import { ShoppingBag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MarketPack } from '../../../shared/domain/market';
import type { OrderState } from '../../../shared/domain/order';
import type { OrderWish } from '../../../shared/domain/orderWish';
import { Button } from '../../components/Button';
import { useOrderJourney } from '../../orderJourney';
import { DetailPage, type PageProps } from '../customer/DetailPage';
import { orderProblems } from './orderProblems';
import { PlacedOrder } from './PlacedOrder';
import { Quote } from './Quote';
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
  const { t } = useTranslation(['orders', 'selfservice']);
  const { step, ask, choosePayer, confirm } = useOrderJourney(view, wish);
  const head = { view, sync, icon: ShoppingBag };

  switch (step.kind) {
    case 'choosing':
    case 'asking':
      return null;
    case 'failed': {
      const problem = orderProblems[step.error];
      return (
        // A screen of its own: the focus goes to its title.
        <DetailPage key="failed" {...head} title={t(`selfservice:orders.problems.${problem}.title`)}>
          <p className="orderPage-advice" role="alert">
            {t(`selfservice:orders.problems.${problem}.advice`, { example: market.numbers.example })}
          </p>
          <Button kind="main" onClick={onHome}>
            {t('kiosk.home')}
          </Button>
        </DetailPage>
      );
    }
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
