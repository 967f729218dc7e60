import type { HandoffService } from '../services/handoffs';
import type { CustomerSession } from './customerSession';
import type { Handlers } from './router';

export function handoffHandlers(
  handoffs: HandoffService,
  session: CustomerSession,
): Pick<Handlers, 'handoff:make' | 'handoff:accept'> {
  return {
    async 'handoff:make'({ screen }) {
      const msisdn = session.msisdn();
      if (msisdn === null) {
        return { ok: false, error: 'NO_CUSTOMER_OPEN' };
      }
      const answer = await handoffs.make(msisdn, screen);
      return answer.ok ? { ok: true, value: answer.made } : answer;
    },
    async 'handoff:accept'({ code, language }) {
      const taken = await handoffs.take(code, 'program');
      if (!taken.ok) {
        return taken.error === 'CACHE_UNAVAILABLE'
          ? { ok: false, error: taken.error }
          : { ok: true, value: { state: 'refused', why: taken.error } };
      }
      const opened = await session.open(taken.msisdn, language);
      return opened.ok
        ? { ok: true, value: { state: 'accepted', view: opened.value, screen: taken.screen } }
        : opened;
    },
  };
}
