import type { CustomerService } from '../services/customer';
import type { CustomerSession } from './customerSession';
import type { Handlers } from './router';

/** "Qui paie ?" for the customer who is open. */
export function payerHandlers(
  customers: CustomerService,
  session: CustomerSession,
): Pick<Handlers, 'payer:ask'> {
  return {
    async 'payer:ask'({ use, due, language }) {
      const msisdn = session.msisdn();
      if (msisdn === null) {
        return { ok: false, error: 'NO_CUSTOMER_OPEN' };
      }
      const found = await customers.payers(msisdn, use, language, due);
      return found.ok ? { ok: true, value: found.payers } : found;
    },
  };
}
