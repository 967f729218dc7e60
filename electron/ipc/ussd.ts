import type { MarketPack } from '../../shared/domain/market';
import { dial } from '../../shared/ussd/engine';
import type { CustomerService } from '../services/customer';
import type { CustomerSession } from './customerSession';
import type { Handlers } from './router';

/** #122# for the customer who is open, rendered from the same view as their page. */
export function ussdHandlers(
  customers: CustomerService,
  session: CustomerSession,
  market: MarketPack,
): Pick<Handlers, 'ussd:dial'> {
  return {
    async 'ussd:dial'({ path, language }) {
      const msisdn = session.msisdn();
      if (msisdn === null) {
        return { ok: false, error: 'NO_CUSTOMER_OPEN' };
      }
      const found = await customers.view(msisdn, language);
      return found.ok ? { ok: true, value: dial(path, { view: found.view, market }) } : found;
    },
  };
}
