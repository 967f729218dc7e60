import type { CustomerLines } from '../services/customerLines';
import type { Lookups } from '../services/lookups';
import type { StaffService } from '../services/staff';
import type { Handlers } from './router';

export interface CustomerLinesSubject {
  readonly lines: CustomerLines;
  readonly staff: Pick<StaffService, 'member'>;
  readonly lookups: Pick<Lookups, 'admit'>;
}

/** Counts as looking a customer up: whoever does it very often waits. */
export function customerLinesHandlers({
  lines,
  staff,
  lookups,
}: CustomerLinesSubject): Pick<Handlers, 'customer:findLines'> {
  return {
    async 'customer:findLines'({ customerId }) {
      const login = staff.member()?.login;
      if (login === undefined) return signInNeeded;
      await lookups.admit(login);
      return staff.member()?.login === login ? lines.find(customerId, `staff:${login}`) : signInNeeded;
    },
  };
}

const signInNeeded = { ok: false, error: 'SIGN_IN_NEEDED' } as const;
