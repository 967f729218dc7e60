import { useTranslation } from 'react-i18next';
import type { OrderView } from '../../shared/view/customerView';
import { OrderStateMark } from '../components/OrderStateMark';
import './Lines.css';
import './Orders.css';
import { Section } from './Section';

/** What was ordered for this customer, beside balances that it has not changed; nothing where there is nothing. */
export function Orders({ orders }: { readonly orders: readonly OrderView[] }) {
  const { t } = useTranslation('orders');
  if (orders.length === 0) return null;
  const pending = orders.filter((order) => order.pending).length;
  return (
    <Section
      title={t('section.title')}
      anchor="orders"
      aside={pending > 0 && <span className="orders-count">{pending}</span>}
    >
      <ul className="lines">
        {orders.map((order) => (
          <li key={order.id} className="lines-two" title={order.explanation}>
            <span className="lines-name">{order.title}</span>
            <OrderStateMark state={order.state} text={order.stateText} />
            <span className="lines-quiet">
              {[order.placedAt.relative, order.payment].filter((part) => part !== null).join(' · ')}
            </span>
            {!order.pending && order.state !== 'completed' && (
              <span className="lines-quiet">{order.explanation}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
