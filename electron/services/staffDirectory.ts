/** Who may be of the shop's staff: whom the feed names and, while it names nobody, who set up this device. */
import type { Colleague, StaffMember } from '../../shared/ipc/commands/staff';
import type { CacheReader } from '../db/connection';
import { findLocalStaff, findRecentLogins, findStaff, readStaffPresence } from '../db/staff';

export interface Person extends StaffMember {
  /** A scrypt verifier. */
  readonly password: string;
  readonly disabled: boolean;
  /** Set up on this device, not named by the feed. */
  readonly isLocal: boolean;
}

export interface StaffDirectory {
  /** As the feed writes the login, or in small letters. */
  readonly find: (login: string) => Promise<Person | null>;
  /** Who worked here last and still may, the latest first. */
  readonly recent: (most: number) => Promise<readonly Colleague[]>;
}

export function createStaffDirectory(reader: CacheReader): StaffDirectory {
  async function find(login: string): Promise<Person | null> {
    const [exact, lower, local, presence] = await Promise.all([
      findStaff(reader, login),
      findStaff(reader, login.toLowerCase()),
      findLocalStaff(reader),
      readStaffPresence(reader),
    ]);
    const found = exact ?? lower;
    if (found !== null) {
      const { name, role, password, disabled = false } = found;
      return { login: found.login, name, role, password, disabled, isLocal: false };
    }
    const isLocal = !presence.inFeed && local?.login === login.toLowerCase();
    return isLocal ? { ...local, role: 'supervisor', disabled: false, isLocal } : null;
  }

  return {
    find,
    async recent(most) {
      const people = await Promise.all((await findRecentLogins(reader, most)).map(find));
      return people.flatMap((person) =>
        person === null || person.disabled ? [] : [{ login: person.login, name: person.name }],
      );
    },
  };
}
