import type { CustomerService } from '../services/customer';
import type { ReceiptService } from '../services/receipts';
import type { CustomerSession } from './customerSession';
import type { Handlers } from './router';

export function receiptHandlers(
  receipts: ReceiptService,
  customers: CustomerService,
  session: CustomerSession,
): Pick<Handlers, 'receipt:make' | 'receipt:check'> {
  return {
    async 'receipt:make'({ language }) {
      const msisdn = session.msisdn();
      if (msisdn === null) {
        return { ok: false, error: 'NO_CUSTOMER_OPEN' };
      }
      const found = await customers.view(msisdn, language);
      return found.ok ? { ok: true, value: receipts.ofView(found.view) } : found;
    },
    'receipt:check': ({ code, language }) => ({ ok: true, value: receipts.check(code, language) }),
  };
}
