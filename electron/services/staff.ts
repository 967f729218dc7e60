/**
 * Who of the shop's staff works at this device. The feed names the staff; what it said last counts offline too, for a
 * few days. While it has named nobody, one supervisor who set up the device may work, and only so long.
 */
import type { AuditAction } from '../../shared/ipc/auditWords';
import type { SessionEnd, SignInAnswer, StaffMember, StaffState } from '../../shared/ipc/commands/staff';
import { readDocumentsVersion } from '../db/checkpoint';
import type { CacheReader, CacheWriter, Transaction } from '../db/connection';
import {
  insertLocalStaff,
  noteLogin,
  readFeedContact,
  readStaffPresence,
  writeFeedContact,
} from '../db/staff';
import type { AuditedAct, AuditLog } from './audit';
import { createPasswordTries } from './passwordTries';
import { makeVerifier } from './scryptVerifier';
import { createStaffDirectory, type Person } from './staffDirectory';
import type { Throttle } from './throttle';

/** A supervisor's yes to one act of somebody else; it is in the audit log. */
export interface Approval {
  /** The supervisor's login. */
  readonly by: string;
  /** Epoch milliseconds of the trusted clock. */
  readonly at: number;
}

export type ApprovalAnswer =
  | { readonly kind: 'approved'; readonly approval: Approval }
  /** Not the password of a supervisor. */
  | { readonly kind: 'refused'; readonly retryAfterSeconds: number }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number }
  | { readonly kind: 'contactTooOld' };

/** What is approved: the act, such as `order:place`, and what it is done to. */
export interface ApprovedAct {
  readonly action: string;
  readonly subject: string;
}

export interface StaffService {
  readonly state: () => Promise<StaffState>;
  /** Who is signed in and has not locked; `null`: nobody. */
  readonly member: () => StaffMember | null;
  readonly signIn: (login: string, password: string) => Promise<SignInAnswer>;
  /** Of whoever is locked; refused when nobody is. */
  readonly unlock: (password: string) => Promise<SignInAnswer>;
  readonly lock: (cause: 'key' | 'idle') => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** Whether it was possible. */
  readonly setUp: (supervisor: { login: string; name: string; password: string }) => Promise<boolean>;
  /** Changes nothing about who is signed in. */
  readonly approve: (login: string, password: string, act: ApprovedAct) => Promise<ApprovalAnswer>;
  /** The feed has answered just now. */
  readonly noteContact: () => Promise<void>;
  /** Looks whether whoever is signed in still may be: after each change of what the feed says, and as time passes. */
  readonly review: () => Promise<void>;
}

export interface StaffServiceOptions {
  readonly reader: CacheReader;
  /** Of a connection that outlives a power cut. */
  readonly writer: CacheWriter;
  readonly throttle: Throttle;
  readonly audit: AuditLog;
  /** The trusted clock; epoch milliseconds. */
  readonly now: () => number;
  /** Whatever was open is to be closed; one that is `interrupted` may be gone on with by the same login, one that is `over` never. */
  readonly onLeft: (how: 'interrupted' | 'over') => void;
  readonly onChanged: (state: StaffState) => void;
  /** Who is signed in from the start, which is for training alone. */
  readonly signedInAtStart?: StaffMember;
}

/** Without an answer from the feed for so long, what it said of the staff is not trusted any more. */
const longestWithoutContactMs = 72 * 3_600_000;
/** A contact is stored again after so long. */
const contactStepMs = 60_000;
/** So long before, a session says that it is about to end. */
const saidBeforeEndMs = 12 * 3_600_000;
const recentShown = 6;

interface Session {
  readonly member: StaffMember;
  readonly isLocal: boolean;
  readonly isLocked: boolean;
  /** The verifier that let them in; `null` for who was signed in from the start. */
  readonly password: string | null;
}

/** Throws {@link StorageFailure}. */
export async function openStaffService({
  reader,
  writer,
  throttle,
  audit,
  now,
  onLeft,
  onChanged,
  signedInAtStart,
}: StaffServiceOptions): Promise<StaffService> {
  const directory = createStaffDirectory(reader);
  const tryPassword = createPasswordTries({ reader, directory, throttle, audit, now });
  const storedContact = await readFeedContact(reader);
  // A moment to come was written by a clock that was wrong.
  let contactAt = storedContact === null ? null : Math.min(storedContact, now());
  let ended: SessionEnd | null = null;
  let seenVersion = -1;
  let toldEnd: string | null = null;
  /** Whose session ended for want of contact. */
  let cutOff: string | null = null;
  let session: Session | null =
    signedInAtStart === undefined
      ? null
      : { member: signedInAtStart, isLocal: false, isLocked: false, password: null };

  function endsSoonAt(): string | null {
    if (contactAt === null) return null;
    const endsAt = contactAt + longestWithoutContactMs;
    return endsAt - now() > saidBeforeEndMs ? null : new Date(endsAt).toISOString();
  }

  const isContactTooOld = (): boolean => contactAt !== null && now() - contactAt > longestWithoutContactMs;

  async function state(): Promise<StaffState> {
    if (session === null) {
      const [recent, { inFeed, isSetUp, wasUsed }] = await Promise.all([
        directory.recent(recentShown),
        readStaffPresence(reader),
      ]);
      return { kind: 'signedOut', needsSetUp: !inFeed && !isSetUp && !wasUsed, recent, ended };
    }
    const { member, isLocked } = session;
    if (isLocked) return { kind: 'locked', member, recent: await directory.recent(recentShown) };
    return { kind: 'signedIn', member, endsSoonAt: endsSoonAt() };
  }

  async function become(next: Session | null, why: SessionEnd | null = null): Promise<void> {
    const before = session?.member.login ?? cutOff;
    // Nobody is suspected of anything when the feed is out of reach: whoever was there finds it again.
    const isInterrupted = next === null ? why === 'contactTooOld' : next.isLocked;
    const isAnother = next === null || next.isLocked || next.member.login !== before;
    session = next;
    ended = why;
    cutOff = next === null && isInterrupted ? before : null;
    if (isAnother) onLeft(isInterrupted ? 'interrupted' : 'over');
    onChanged(await state());
  }

  const log = (transaction: Transaction, act: Omit<AuditedAct, 'at'>): Promise<void> =>
    audit.append(transaction, { at: now(), ...act });

  async function logAlone(act: Omit<AuditedAct, 'at'>): Promise<void> {
    await writer.transaction((transaction) => log(transaction, act));
  }

  async function enter(login: string, password: string, action: AuditAction): Promise<SignInAnswer> {
    if (isContactTooOld()) return { kind: 'contactTooOld' };
    const { outcome, person } = await tryPassword({
      ...{ login, password, purpose: action },
      async onRight(transaction, who) {
        const subject = `staff:${who.login}` as const;
        if (who.disabled) {
          const details = { purpose: action, disabled: true };
          await log(transaction, { actor: 'program', action: 'staff:refused', subject, details });
          return;
        }
        await noteLogin(transaction, who.login, now());
        await log(transaction, { actor: subject, action, subject, details: { role: who.role } });
      },
    });
    if (outcome.kind === 'throttled')
      return { kind: 'throttled', retryAfterSeconds: outcome.retryAfterSeconds };
    if (outcome.kind !== 'right' || person === null) {
      return { kind: 'refused', retryAfterSeconds: outcome.retryAfterSeconds };
    }
    const { login: name, disabled } = person;
    if (disabled) {
      if (session?.member.login === name) await become(null, 'disabled');
      return { kind: 'disabled' };
    }
    await become(sessionOf(person));
    return { kind: 'signedIn', state: await state() };
  }

  async function end(why: SessionEnd): Promise<void> {
    if (session === null) return;
    const { login } = session.member;
    await become(null, why);
    await logAlone({ actor: 'program', action: 'staff:ended', subject: `staff:${login}`, details: { why } });
  }

  /** What the feed says now of whoever is signed in. */
  async function reviewSession(): Promise<void> {
    if (session === null) return;
    const { member, isLocal, password } = session;
    const [person, { inFeed }] = await Promise.all([directory.find(member.login), readStaffPresence(reader)]);
    if (isLocal) {
      if (inFeed) await end('staffArrived');
      return;
    }
    if (person === null) {
      // The training's own start: its feed has yet to come.
      if (inFeed || password !== null) await end('disabled');
      return;
    }
    if (person.disabled) return end('disabled');
    const isLocked = session.isLocked || (password !== null && password !== person.password);
    const next = { ...sessionOf(person), isLocked };
    if (isLocked !== session.isLocked || person.role !== member.role || person.name !== member.name) {
      await become(next);
    } else session = next;
  }

  return {
    state,
    member: () => (session === null || session.isLocked ? null : session.member),
    signIn: (login, password) => enter(login.trim(), password, 'staff:signedIn'),
    async unlock(password) {
      if (session?.isLocked !== true) return { kind: 'refused', retryAfterSeconds: 0 };
      return enter(session.member.login, password, 'staff:unlocked');
    },
    async lock(cause) {
      if (session === null || session.isLocked) return;
      const actor = `staff:${session.member.login}` as const;
      // Locked first: what cannot be written must not keep a screen open.
      await become({ ...session, isLocked: true });
      await logAlone({ actor, action: 'staff:locked', subject: actor, details: { cause } });
    },
    async signOut() {
      if (session === null) return;
      const actor = `staff:${session.member.login}` as const;
      await become(null);
      await logAlone({ actor, action: 'staff:signedOut', subject: actor, details: {} });
    },
    async setUp({ login, name, password }) {
      const verifier = await makeVerifier(password);
      const isMade = await writer.transaction(async (transaction) => {
        const { inFeed, isSetUp, wasUsed } = await readStaffPresence(transaction);
        if (inFeed || isSetUp || wasUsed) return false;
        await insertLocalStaff(transaction, { login, name, password: verifier });
        await noteLogin(transaction, login, now());
        await log(transaction, {
          actor: `staff:${login}`,
          action: 'staff:setUp',
          subject: `staff:${login}`,
          details: { name },
        });
        return true;
      });
      if (isMade) {
        await become({
          member: { login, name, role: 'supervisor' },
          isLocal: true,
          isLocked: false,
          password: verifier,
        });
      }
      return isMade;
    },
    async approve(login, password, { action, subject }) {
      if (isContactTooOld()) return { kind: 'contactTooOld' };
      const at = now();
      const { outcome, person } = await tryPassword({
        ...{ login: login.trim(), password, purpose: action },
        isFit: ({ role, disabled }) => role === 'supervisor' && !disabled,
        onRight: (transaction, who) =>
          log(transaction, {
            actor: `staff:${who.login}`,
            action: 'staff:approved',
            subject,
            details: { action },
          }),
      });
      if (outcome.kind === 'right' && person !== null) {
        return { kind: 'approved', approval: { by: person.login, at } };
      }
      const { retryAfterSeconds } = outcome;
      return { kind: outcome.kind === 'throttled' ? 'throttled' : 'refused', retryAfterSeconds };
    },
    async noteContact() {
      const at = now();
      if (contactAt !== null && Math.abs(at - contactAt) < contactStepMs) return;
      contactAt = at;
      await writer.transaction((transaction) => writeFeedContact(transaction, at));
      onChanged(await state());
    },
    async review() {
      if (isContactTooOld()) await end('contactTooOld');
      if (endsSoonAt() !== toldEnd) {
        toldEnd = endsSoonAt();
        onChanged(await state());
      }
      const version = await readDocumentsVersion(reader);
      if (version === seenVersion) return;
      await reviewSession();
      seenVersion = version;
      // Who may sign in is part of what is shown while nobody is.
      if (session === null) onChanged(await state());
    },
  };
}

function sessionOf({ login, name, role, isLocal, password }: Person): Session {
  return { member: { login, name, role }, isLocal, isLocked: false, password };
}
