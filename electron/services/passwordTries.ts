/** Tries a staff password: throttled, and whatever came of it in the audit log. */
import { readStaffPresence } from '../db/staff';
import type { CacheReader, Transaction } from '../db/connection';
import type { AuditLog } from './audit';
import { matchesVerifier } from './scryptVerifier';
import type { Person, StaffDirectory } from './staffDirectory';
import type { Throttle, TryOutcome } from './throttle';

export interface PasswordTry {
  readonly login: string;
  readonly password: string;
  /** What it is tried for, such as `staff:signedIn`. */
  readonly purpose: string;
  /** In the transaction that stores the outcome. */
  readonly onRight: (transaction: Transaction, person: Person) => Promise<void>;
  /** Who may do it: a right password of anybody else counts as wrong. Everybody, unless said. */
  readonly isFit?: (person: Person) => boolean;
}

/** `person` is whoever is called so, whether or not the password was theirs. */
export interface TriedPassword {
  readonly outcome: TryOutcome;
  readonly person: Person | null;
}

export interface PasswordTriesOptions {
  readonly reader: CacheReader;
  readonly directory: StaffDirectory;
  readonly throttle: Throttle;
  readonly audit: AuditLog;
  /** The trusted clock; epoch milliseconds. */
  readonly now: () => number;
}

/** What it returns throws {@link StorageFailure}. */
export function createPasswordTries({
  reader,
  directory,
  throttle,
  audit,
  now,
}: PasswordTriesOptions): (tried: PasswordTry) => Promise<TriedPassword> {
  return async ({ login, password, purpose, onRight, isFit = () => true }) => {
    let person: Person | null = null;
    const outcome = await throttle.attempt(
      { kind: 'staff', id: login.toLowerCase() },
      async () => {
        person = await directory.find(login);
        const { inFeed } = await readStaffPresence(reader);
        const isRight = await matchesVerifier(password, person?.password ?? null, inFeed ? 'feed' : 'here');
        return isRight && person !== null && isFit(person) ? 'right' : 'wrong';
      },
      async (transaction, { kind }) => {
        if (kind === 'right' && person !== null) return onRight(transaction, person);
        // What nobody is called may be a password that was typed into the wrong field.
        const known = person ?? (await directory.find(login));
        await audit.append(transaction, {
          at: now(),
          actor: 'program',
          action: kind === 'throttled' ? 'staff:throttled' : 'staff:refused',
          subject: known === null ? 'staff:unknown' : `staff:${known.login}`,
          details: { purpose },
        });
      },
    );
    return { outcome, person };
  };
}
