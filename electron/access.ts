/** Puts together who may see whom: tries, staff, customers who identify themselves, lookups. A part of composition.ts. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { MarketPack } from '../shared/domain/market';
import type { Actor } from '../shared/domain/order';
import type { StaffState } from '../shared/ipc/commands/staff';
import type { SyncStatus } from '../shared/ipc/syncStatus';
import { StorageFailure, type CacheReader, type CacheWriter } from './db/connection';
import type { CustomerSession } from './ipc/customerSession';
import type { Operator } from './operator';
import type { AuditLog } from './services/audit';
import { createIdentityService, type IdentityService } from './services/identity';
import { createLookups, type Lookups } from './services/lookups';
import { createRecentCustomers, type RecentCustomers } from './services/recentCustomers';
import { openStaffService, type StaffService } from './services/staff';
import { openThrottle } from './services/throttle';
import { demoStaff } from './services/training/staff';
import { openTriesMarker } from './services/triesMarker';

export interface Access {
  readonly staff: StaffService;
  readonly identity: IdentityService;
  readonly lookups: Lookups;
  readonly recent: RecentCustomers;
  /** Whether the operator can be reached at this moment to send a code. */
  readonly isSmsPossible: () => boolean;
  /** Who acts at the counter: whoever is signed in. */
  readonly actor: () => Actor;
  readonly noteSync: (status: SyncStatus) => void;
  /** Once in a while: waits are stored, and a session may have come to its end. */
  readonly letPass: () => void;
  readonly stop: () => Promise<void>;
}

export interface AccessOptions {
  readonly reader: CacheReader;
  /** Of a connection that outlives a power cut. */
  readonly writer: CacheWriter;
  readonly audit: AuditLog;
  readonly keyHex: string;
  readonly market: MarketPack;
  readonly now: () => number;
  readonly operator: Operator | null;
  readonly training: boolean;
  readonly profileFolder: string;
  readonly stateFolder: string;
  /** Who is open: closed whenever the counter is left. */
  readonly session: Pick<CustomerSession, 'msisdn' | 'close'>;
  readonly onStaffChanged: (state: StaffState) => void;
  /** Somebody looks up so many that they have to wait, in milliseconds. */
  readonly onSlowed: (ms: number) => void;
  readonly reportBug: (problem: unknown) => void;
}

export async function openAccess(options: AccessOptions): Promise<Access> {
  const { reader, writer, audit, keyHex, market, now, operator, training, session } = options;
  // What training keeps is gone with the next start, and its key with it.
  const marker = training ? null : openTriesMarker(markerFileOf(options), keyHex);
  const throttle = await openThrottle({ reader, writer, marker, keyHex });
  const recent = createRecentCustomers(market, now);
  const staff = await openStaffService({
    ...{ reader, writer, throttle, audit, now },
    onLeft(how) {
      if (how === 'over') recent.forget();
      else recent.interrupt(session.msisdn());
      session.close();
    },
    onChanged: options.onStaffChanged,
    ...(training && { signedInAtStart: demoStaff[0] }),
  });
  const identity = createIdentityService({
    reader,
    writer,
    throttle,
    audit,
    market,
    now,
    smsCodes: operator,
  });
  const lookups = createLookups({ writer, audit, market, now, onSlowed: options.onSlowed });

  let isFeedReached = false;
  let lastContactAt: string | null = null;
  /** What cannot be stored now is stored with the next change. */
  const inBackground = (work: Promise<void>): void => {
    work.catch((problem: unknown) => {
      if (!(problem instanceof StorageFailure)) options.reportBug(problem);
    });
  };

  return {
    staff,
    identity,
    lookups,
    recent,
    isSmsPossible: () => operator !== null && isFeedReached,
    actor() {
      const member = staff.member();
      return member === null ? 'program' : `staff:${member.login}`;
    },
    noteSync({ state, lastContactAt: contactAt }) {
      isFeedReached = state === 'live' || state === 'catchingUp';
      const isContact = contactAt !== null && contactAt !== lastContactAt;
      lastContactAt = contactAt;
      if (isContact) inBackground(staff.noteContact());
      inBackground(staff.review());
    },
    letPass() {
      inBackground(staff.review());
      inBackground(throttle.save());
    },
    async stop() {
      identity.forget();
      await throttle.save().catch((problem: unknown) => {
        if (!(problem instanceof StorageFailure)) throw problem;
      });
    },
  };
}

/** Each profile of a machine has its own; its name says nothing of where the profile is. */
function markerFileOf({ profileFolder, stateFolder }: AccessOptions): string {
  const profile = createHash('sha256').update(profileFolder).digest('hex').slice(0, 16);
  return join(stateFolder, `tries-${profile}.json`);
}
