import { useTranslation } from 'react-i18next';
import type { OrderQuote } from '../../shared/view/orderQuote';

/** What an order costs, what it gives and until when. */
export function QuoteFacts({ quote: { price, free, gives, until } }: { readonly quote: OrderQuote }) {
  const { t } = useTranslation('orders');
  return (
    <dl className="quoteFacts">
      {(price !== null || free) && (
        <div>
          <dt>{t('quote.price')}</dt>
          <dd className="quoteFacts-price">{price?.text ?? t('quote.free')}</dd>
        </div>
      )}
      {gives.length > 0 && (
        <div>
          <dt>{t('quote.gives')}</dt>
          <dd>
            {gives.map((given) => (
              <p key={given}>{given}</p>
            ))}
            {until !== null && (
              <p className="quoteFacts-until">{t('quote.until', { date: until.dateTime })}</p>
            )}
          </dd>
        </div>
      )}
    </dl>
  );
}
