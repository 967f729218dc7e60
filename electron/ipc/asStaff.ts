import type { Lookups } from '../services/lookups';
import type { StaffService } from '../services/staff';

export const signInNeeded = { ok: false, error: 'SIGN_IN_NEEDED' } as const;

/**
 * Looks somebody up for whoever is signed in, and still is after the wait of those who look up very many.
 *
 * @param work the login's; a step of it that comes after a wait of its own has to look again
 */
export async function asStaff<Given>(
  staff: Pick<StaffService, 'member'>,
  lookups: Pick<Lookups, 'admit'>,
  work: (login: string) => Promise<Given>,
): Promise<Given | typeof signInNeeded> {
  const login = staff.member()?.login;
  if (login === undefined) return signInNeeded;
  await lookups.admit(login);
  return staff.member()?.login === login ? work(login) : signInNeeded;
}
