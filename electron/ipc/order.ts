import type { Actor } from '../../shared/domain/order';
import type { Ordering } from '../services/ordering';
import type { StaffService } from '../services/staff';
import type { CustomerSession } from './customerSession';
import type { Handlers } from './router';

const noCustomer = { ok: false, error: 'NO_CUSTOMER_OPEN' } as const;

/**
 * Orders are placed for the customer who is open and for nobody else.
 *
 * @param actor who is at the screen now
 * @param approve a supervisor's yes; written into the audit log whether it comes or not
 */
export function orderHandlers(
  ordering: Ordering,
  session: Pick<CustomerSession, 'msisdn'>,
  actor: () => Actor,
  approve: StaffService['approve'],
): Pick<
  Handlers,
  'order:quote' | 'order:place' | 'order:cancel' | 'order:requeue' | 'order:list' | 'order:counts'
> {
  return {
    'order:quote': ({ wish, language }) => {
      const msisdn = session.msisdn();
      return msisdn === null ? noCustomer : ordering.quote({ msisdn, by: actor(), language }, wish);
    },
    'order:place': async ({ language, approval, ...placement }) => {
      const msisdn = session.msisdn();
      if (msisdn === null) return noCustomer;
      const party = { msisdn, by: actor(), language };
      // A customer alone has nobody beside them who could agree.
      if (approval === undefined || party.by === 'customer') {
        return ordering.place(party, { ...placement, approvedBy: null });
      }
      const act = { action: 'order:place', subject: placement.confirmation };
      const given = await approve(approval.login, approval.password, act);
      if (given.kind === 'approved') {
        return ordering.place(party, { ...placement, approvedBy: `staff:${given.approval.by}` });
      }
      const quoted = await ordering.quote(party, placement.wish);
      const reason = given.kind === 'refused' ? 'approvalRefused' : 'approvalUnavailable';
      return quoted.ok ? { ok: true, value: { kind: 'refused', reason, quote: quoted.value } } : quoted;
    },
    'order:cancel': ({ id, language }) =>
      ordering.change({ msisdn: session.msisdn(), by: actor(), language }, id, 'cancel'),
    'order:requeue': ({ id, language }) =>
      ordering.change({ msisdn: session.msisdn(), by: actor(), language }, id, 'requeue'),
    'order:list': ({ language }) => ordering.list(language, session.msisdn()),
    'order:counts': () => ordering.counts(),
  };
}
