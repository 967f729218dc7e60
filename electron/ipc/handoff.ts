import type { Actor } from '../../shared/domain/order';
import type { HandoffService } from '../services/handoffs';
import type { TicketDesk } from '../services/ticketDesk';
import type { CustomerSession } from './customerSession';
import type { Handlers } from './router';

export interface HandoffSubject {
  readonly handoffs: HandoffService;
  readonly desk: TicketDesk;
  readonly session: CustomerSession;
  /** Who is at the screen now. */
  readonly actor: () => Actor;
}

export function handoffHandlers({
  handoffs,
  desk,
  session,
  actor,
}: HandoffSubject): Pick<Handlers, 'handoff:make' | 'handoff:printEmpty' | 'handoff:accept'> {
  return {
    async 'handoff:make'({ screen, language }) {
      const msisdn = session.msisdn();
      if (msisdn === null) {
        return { ok: false, error: 'NO_CUSTOMER_OPEN' };
      }
      const answer = await handoffs.make(msisdn, screen, language);
      if (!answer.ok) {
        return answer;
      }
      desk.keep(answer.ticket, msisdn);
      return { ok: true, value: answer.made };
    },
    async 'handoff:printEmpty'({ language }) {
      return { ok: true, value: await desk.printEmpty(handoffs.emptyTicket(language)) };
    },
    async 'handoff:accept'({ code, language }) {
      const taken = await handoffs.take(code, actor());
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
