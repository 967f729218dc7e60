import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../shared/ipc/contract';
import type { ShopOrder } from '../../shared/ipc/commands/order';
import { invoke } from '../bridge';
import { Button } from '../components/Button';
import { OrderStateMark } from '../components/OrderStateMark';
import { useShopOrders } from '../shopOrders';
import { useLanguage } from '../strings/language';
import './OrdersPanel.css';
import { SidePanel } from './SidePanel';

/** Every order of this post: where it stands, and what can still be done about it. */
export function OrdersPanel({ onHide }: { readonly onHide: () => void }) {
  const { t } = useTranslation(['orders', 'common']);
  const { language } = useLanguage();
  const list = useShopOrders(language);
  const [problem, setProblem] = useState<ErrorCode | null>(null);

  const change = (command: 'order:cancel' | 'order:requeue', id: string): void => {
    setProblem(null);
    void invoke(command, { id, language }).then((answer) => {
      if (!answer.ok) setProblem(answer.error);
    });
  };

  return (
    <SidePanel title={t('list.title')} explain={t('list.explain')} hideLabel={t('list.hide')} onHide={onHide}>
      {problem !== null && (
        <p role="alert" className="ordersPanel-problem">
          {t(`common:errors.${problem}.title`)}
        </p>
      )}
      {list.kind === 'failed' && <p role="alert">{t(`common:errors.${list.error}.title`)}</p>}
      {list.kind === 'listed' && list.orders.length === 0 && (
        <p className="ordersPanel-none">{t('list.none')}</p>
      )}
      {list.kind === 'listed' && list.orders.length > 0 && (
        <ul className="ordersPanel-list">
          {list.orders.map((shopOrder) => (
            <ShopOrderRow key={shopOrder.order.id} shopOrder={shopOrder} onChange={change} />
          ))}
        </ul>
      )}
    </SidePanel>
  );
}

interface ShopOrderRowProps {
  readonly shopOrder: ShopOrder;
  readonly onChange: (command: 'order:cancel' | 'order:requeue', id: string) => void;
}

function ShopOrderRow({ shopOrder: { order, number }, onChange }: ShopOrderRowProps) {
  const { t } = useTranslation('orders');
  const { id, title } = order;
  return (
    <li className="ordersPanel-order">
      <OrderStateMark state={order.state} text={order.stateText} />
      <span className="ordersPanel-number">{number}</span>
      <p>{title}</p>
      <p className="ordersPanel-quiet">
        {[order.placedAt.relative, order.payment].filter((part) => part !== null).join(' · ')}
      </p>
      <p className="ordersPanel-quiet">{order.explanation}</p>
      {(order.canBeTakenUp || order.canBeCancelled) && (
        <div className="ordersPanel-actions">
          {order.canBeTakenUp && (
            <Button
              kind="plain"
              aria-label={t('list.requeueNamed', { title })}
              onClick={() => onChange('order:requeue', id)}
            >
              {t('list.requeue')}
            </Button>
          )}
          {order.canBeCancelled && (
            <Button
              kind="quiet"
              aria-label={t('list.cancelNamed', { title })}
              onClick={() => onChange('order:cancel', id)}
            >
              {t('list.cancel')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
