import type { StaffService } from '../services/staff';
import type { Handlers } from './router';

export function staffHandlers(
  staff: StaffService,
): Pick<
  Handlers,
  'staff:session' | 'staff:signIn' | 'staff:unlock' | 'staff:lock' | 'staff:signOut' | 'staff:setUp'
> {
  return {
    'staff:session': async () => ({ ok: true, value: await staff.state() }),
    'staff:signIn': async ({ login, password }) => ({ ok: true, value: await staff.signIn(login, password) }),
    'staff:unlock': async ({ password }) => ({ ok: true, value: await staff.unlock(password) }),
    async 'staff:lock'({ cause }) {
      await staff.lock(cause);
      return { ok: true, value: await staff.state() };
    },
    async 'staff:signOut'() {
      await staff.signOut();
      return { ok: true, value: await staff.state() };
    },
    async 'staff:setUp'(supervisor) {
      const isMade = await staff.setUp(supervisor);
      return { ok: true, value: isMade ? await staff.state() : null };
    },
  };
}
