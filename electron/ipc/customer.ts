import type { Language } from '../../shared/domain/language';
import type { LookupReason } from '../../shared/ipc/commands/customer';
import type { Answer } from '../../shared/ipc/contract';
import type { IdentityService } from '../services/identity';
import type { Lookups } from '../services/lookups';
import type { RecentCustomers } from '../services/recentCustomers';
import type { StaffService } from '../services/staff';
import { asStaff, signInNeeded } from './asStaff';
import type { CustomerSession } from './customerSession';
import type { Handlers } from './router';

export interface CustomerSubject {
  readonly session: CustomerSession;
  readonly staff: Pick<StaffService, 'member'>;
  readonly lookups: Lookups;
  readonly recent: RecentCustomers;
  readonly identity: Pick<IdentityService, 'confirmPresence'>;
}

export function customerHandlers({
  session,
  staff,
  lookups,
  recent,
  identity,
}: CustomerSubject): Pick<
  Handlers,
  | 'customer:open'
  | 'customer:recent'
  | 'customer:reopen'
  | 'customer:switchLine'
  | 'customer:confirm'
  | 'customer:render'
  | 'customer:close'
  | 'customer:askAgain'
> {
  function open(query: string, reason: LookupReason, language: Language): Promise<Answer<'customer:open'>> {
    return asStaff(staff, lookups, async (login) => {
      // Side by side, since both wait for the database, the longer one first; nobody is shown before it is written who
      // asked.
      const recording = lookups.record(login, query, reason);
      const opening = session.open(query, language);
      try {
        await recording;
      } catch (problem) {
        session.close();
        await opening;
        throw problem;
      }
      const opened = await opening;
      if (opened.ok && staff.member()?.login === login) recent.note(opened.value.msisdn, reason);
      return opened;
    });
  }

  return {
    'customer:open': ({ query, reason, language }) => open(query, reason, language),
    'customer:recent': () => ({ ok: true, value: recent.list() }),
    'customer:reopen'({ handle, reason, language }) {
      const msisdn = recent.take(handle);
      return msisdn === null ? { ok: false, error: 'NOT_FOUND' } : open(`+${msisdn}`, reason, language);
    },
    'customer:switchLine': ({ msisdn, language }) =>
      session.switchLine(msisdn, language, (owner) => lookups.recordSwitch(owner, msisdn)),
    async 'customer:confirm'({ pin }) {
      const login = staff.member()?.login;
      const msisdn = session.msisdn();
      if (login === undefined) return signInNeeded;
      if (msisdn === null) return { ok: false, error: 'NO_CUSTOMER_OPEN' };
      const proof = await identity.confirmPresence(msisdn, pin, `staff:${login}`);
      if (proof.kind !== 'proven') return { ok: true, value: proof };
      return session.msisdn() === msisdn
        ? { ok: true, value: { kind: 'confirmed' } }
        : { ok: false, error: 'NO_CUSTOMER_OPEN' };
    },
    'customer:render': ({ language }) => session.render(language),
    'customer:close': () => {
      session.close();
      return { ok: true, value: null };
    },
    'customer:askAgain': async () => {
      session.askAgain();
      await session.refresh();
      return { ok: true, value: null };
    },
  };
}
