import type { Language } from '../../shared/domain/language';
import type { PrintOutcome } from '../../shared/ipc/commands/receipt';
import type { Answer } from '../../shared/ipc/contract';
import type { HandoffService } from '../services/handoffs';
import type { Lookups } from '../services/lookups';
import type { RecentCustomers } from '../services/recentCustomers';
import type { StaffService } from '../services/staff';
import type { TicketDesk } from '../services/ticketDesk';
import { asStaff, signInNeeded } from './asStaff';
import type { CustomerSession } from './customerSession';
import type { Handlers } from './router';

export interface HandoffSubject {
  readonly handoffs: HandoffService;
  readonly desk: Pick<TicketDesk, 'keep'>;
  /** A ticket that carries nothing of anybody. */
  readonly printEmpty: (language: Language) => Promise<PrintOutcome>;
  readonly session: Pick<CustomerSession, 'msisdn' | 'open'>;
  readonly staff: Pick<StaffService, 'member'>;
  readonly lookups: Pick<Lookups, 'admit' | 'record'>;
  readonly recent: Pick<RecentCustomers, 'note'>;
}

export function handoffHandlers({
  handoffs,
  desk,
  printEmpty,
  session,
  staff,
  lookups,
  recent,
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
      return { ok: true, value: await printEmpty(language) };
    },
    'handoff:accept': ({ code, language }) =>
      asStaff(staff, lookups, async (login): Promise<Answer<'handoff:accept'>> => {
        const taken = await handoffs.take(code, `staff:${login}`);
        if (!taken.ok) {
          return taken.error === 'CACHE_UNAVAILABLE'
            ? { ok: false, error: taken.error }
            : { ok: true, value: { state: 'refused', why: taken.error } };
        }
        await lookups.record(login, `+${taken.msisdn}`, 'handOff');
        if (staff.member()?.login !== login) return signInNeeded;
        const opened = await session.open(`+${taken.msisdn}`, language);
        if (opened.ok && staff.member()?.login === login) recent.note(taken.msisdn, 'handOff');
        return opened.ok
          ? { ok: true, value: { state: 'accepted', view: opened.value, screen: taken.screen } }
          : opened;
      }),
  };
}
