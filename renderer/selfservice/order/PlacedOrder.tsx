import { useTranslation } from 'react-i18next';
import type { OrderView } from '../../../shared/view/customerView';
import { Button } from '../../components/Button';
import { OrderStateMark } from '../../components/OrderStateMark';
import './PlacedOrder.css';

export interface PlacedOrderProps {
  readonly order: OrderView;
  /** Its page before, as it is now. */
  readonly onAgain: () => void;
  readonly onReceipt: () => void;
  readonly onOrders: () => void;
  readonly onHome: () => void;
}

/** What became of an order, and what can be done next. */
export function PlacedOrder({ order, onAgain, onReceipt, onOrders, onHome }: PlacedOrderProps) {
  const { t } = useTranslation(['orders', 'receipt']);
  const isInVain = order.state === 'rejected' || order.state === 'cancelled';
  return (
    <div className="placedOrder">
      <div className={isInVain ? 'placedOrder-state placedOrder-vain' : 'placedOrder-state'} role="status">
        <OrderStateMark state={order.state} text={order.stateText} />
        <p className="placedOrder-what">{order.title}</p>
        {order.payment !== null && <p>{order.payment}</p>}
        <p>{order.explanation}</p>
      </div>
      <div className="placedOrder-next detailPage-foot">
        <Button kind="main" onClick={isInVain ? onAgain : onHome}>
          {t(isInVain ? 'kiosk.again' : 'kiosk.home')}
        </Button>
        {isInVain && (
          <Button kind="plain" onClick={onHome}>
            {t('kiosk.home')}
          </Button>
        )}
        <Button kind="plain" onClick={onOrders}>
          {t('kiosk.seeOrders')}
        </Button>
        <Button kind="plain" onClick={onReceipt}>
          {t('receipt:kiosk.receipt')}
        </Button>
      </div>
    </div>
  );
}
