import type { Actor } from '../../shared/domain/order';
import type { Ordering } from '../services/ordering';
import type { CustomerSession } from './customerSession';
import type { Handlers } from './router';

const noCustomer = { ok: false, error: 'NO_CUSTOMER_OPEN' } as const;

/** Orders are placed for the customer who is open and for nobody else. @param actor who is at the screen now */
export function orderHandlers(
  ordering: Ordering,
  session: Pick<CustomerSession, 'msisdn'>,
  actor: () => Actor,
): Pick<
  Handlers,
  'order:quote' | 'order:place' | 'order:cancel' | 'order:requeue' | 'order:list' | 'order:counts'
> {
  return {
    'order:quote': ({ wish, language }) => {
      const msisdn = session.msisdn();
      return msisdn === null ? noCustomer : ordering.quote({ msisdn, by: actor(), language }, wish);
    },
    'order:place': ({ language, ...placement }) => {
      const msisdn = session.msisdn();
      if (msisdn === null) return noCustomer;
      return ordering.place({ msisdn, by: actor(), language }, { ...placement, approvedBy: null });
    },
    'order:cancel': ({ id, language }) =>
      ordering.change({ msisdn: session.msisdn(), by: actor(), language }, id, 'cancel'),
    'order:requeue': ({ id, language }) =>
      ordering.change({ msisdn: session.msisdn(), by: actor(), language }, id, 'requeue'),
    'order:list': ({ language }) => ordering.list(language, session.msisdn()),
    'order:counts': () => ordering.counts(),
  };
}
