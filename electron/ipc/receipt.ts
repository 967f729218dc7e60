import type { Actor } from '../../shared/domain/order';
import type { MakeReceipt } from '../services/receiptMaking';
import type { ReceiptService } from '../services/receipts';
import type { TicketDesk } from '../services/ticketDesk';
import type { CustomerSession } from './customerSession';
import type { Handlers } from './router';

export interface ReceiptSubject {
  readonly receipts: ReceiptService;
  readonly make: MakeReceipt;
  readonly desk: TicketDesk;
  readonly session: CustomerSession;
  /** Who is at the screen now. */
  readonly actor: () => Actor;
}

export function receiptHandlers({
  receipts,
  make,
  desk,
  session,
  actor,
}: ReceiptSubject): Pick<Handlers, 'receipt:make' | 'receipt:print' | 'receipt:save' | 'receipt:check'> {
  return {
    async 'receipt:make'({ order, language }) {
      const msisdn = session.msisdn();
      if (msisdn === null) {
        return { ok: false, error: 'NO_CUSTOMER_OPEN' };
      }
      const made = await make(msisdn, order ?? null, language);
      if (!made.ok) {
        return made;
      }
      desk.keep(made.receipt, msisdn);
      return { ok: true, value: made.receipt };
    },
    async 'receipt:print'({ code }) {
      const outcome = await desk.print(code, session.msisdn(), actor());
      return outcome === null ? notFound : { ok: true, value: outcome };
    },
    async 'receipt:save'({ code }) {
      const outcome = await desk.save(code, session.msisdn(), actor());
      return outcome === null ? notFound : { ok: true, value: outcome };
    },
    'receipt:check': ({ code, language }) => ({ ok: true, value: receipts.check(code, language) }),
  };
}

const notFound = { ok: false, error: 'NOT_FOUND' } as const;
