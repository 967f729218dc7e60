import type { Actor } from '../../shared/domain/order';
import type { AuditTrail } from '../services/auditTrail';
import type { CustomerSession } from './customerSession';
import type { Handlers } from './router';

/** @param by whoever is at the counter */
export function auditHandlers(
  trail: AuditTrail,
  session: Pick<CustomerSession, 'msisdn'>,
  by: () => Actor,
): Pick<Handlers, 'audit:page' | 'audit:export' | 'audit:verify' | 'audit:countFlags' | 'audit:noteSection'> {
  return {
    'audit:page': ({ before, ...question }) => trail.page(question, before),
    'audit:export': (question) => trail.export(question, by()),
    'audit:verify': async () => ({ ok: true, value: await trail.verify() }),
    'audit:countFlags': async () => ({ ok: true, value: await trail.countFlags() }),
    async 'audit:noteSection'({ section }) {
      const msisdn = session.msisdn();
      if (msisdn === null) return { ok: false, error: 'NO_CUSTOMER_OPEN' };
      await trail.noteSection(msisdn, section, by());
      return { ok: true, value: null };
    },
  };
}
