import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderView } from '../../shared/view/customerView';
import { OrderStateMark } from '../components/OrderStateMark';
import { Fold } from './Fold';
import './Lines.css';
import './Orders.css';
import { Section } from './Section';

/** Those that have an end, and are still seen at a glance. */
const finishedAtFirst = 2;

/** What was ordered for this customer, beside balances that it has not changed; nothing where there is nothing. */
export function Orders({ orders }: { readonly orders: readonly OrderView[] }) {
  const { t } = useTranslation('orders');
  const [unfolded, setUnfolded] = useState(false);
  if (orders.length === 0) return null;
  const pending = orders.filter((order) => order.pending).length;
  const atFirst = withoutOlderFinished(orders);
  return (
    <Section
      title={t('section.title')}
      anchor="orders"
      aside={pending > 0 && <span className="orders-count">{pending}</span>}
    >
      <ul className="lines">
        {(unfolded ? orders : atFirst).map((order) => (
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
      {atFirst.length < orders.length && (
        <Fold label={t('section.all', { count: orders.length })} unfolded={unfolded} onToggle={setUnfolded} />
      )}
    </Section>
  );
}

/** @param orders the newest first */
function withoutOlderFinished(orders: readonly OrderView[]): readonly OrderView[] {
  const lastFinished = orders.filter((order) => !order.pending).slice(0, finishedAtFirst);
  return orders.filter((order) => order.pending || lastFinished.includes(order));
}
