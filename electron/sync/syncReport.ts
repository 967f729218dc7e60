/** Tells of the sync what others need to know, no more often than they can use it. */
import {
  healthAtStart,
  type CacheRepair,
  type CacheSpace,
  type SyncState,
  type SyncStatus,
} from '../../shared/ipc/syncStatus';
import type { Repair } from '../db/repairs';

export interface SyncListener {
  /** At most four a second. */
  readonly onStatus: (status: SyncStatus) => void;
  /** E.164 digits of whom other data is stored now, or `many`; at most four a second. */
  readonly onChanged: (msisdns: readonly string[] | 'many') => void;
  /** The feed's clock, epoch milliseconds; at most once a minute. */
  readonly onServerTime: (at: number) => void;
}

export interface SyncReport {
  readonly enter: (state: SyncState, nextAttemptAt?: number) => void;
  /** What is stored, where it was counted anew. */
  readonly noteCounts: (counts: { subscribers: number; quarantined: number; complete: boolean }) => void;
  readonly noteContact: (serverTime: number | null) => void;
  readonly noteApplied: (page: {
    applied: number;
    rows: number;
    pending: number | null;
    subscribersAdded: number;
    quarantinedAdded: number;
    changedMsisdns: readonly string[];
  }) => void;
  readonly noteManyChanged: () => void;
  readonly noteSpace: (space: CacheSpace, freeBytes: number | null) => void;
  readonly noteRepair: (repair: Repair | null) => void;
  /** Says at once what is still to be said, and no more after it. */
  readonly end: () => void;
}

const intervalMs = 250;
const repairToldForMs = 30 * 86_400_000;
const serverTimeIntervalMs = 60_000;
/** Beyond it, a list costs more than looking again. */
const mostNamed = 1_000;

export function createSyncReport(listener: SyncListener): SyncReport {
  let state: SyncState = 'starting';
  let nextAttemptAt: number | null = null;
  let lastContactAt: number | null = null;
  let counts = { subscribers: 0, quarantined: 0, complete: false };
  let pace = { since: performance.now(), applied: 0, rows: 0, pending: null as number | null };
  let changed = new Set<string>();
  let manyChanged = false;
  let health = healthAtStart;
  let repair: Repair | null = null;
  let timer: NodeJS.Timeout | undefined;
  let lastSaidAt = -Infinity;
  let serverTimeSaidAt = -Infinity;
  let ended = false;

  function status(): SyncStatus {
    return {
      state,
      progress: state === 'catchingUp' ? progress() : null,
      lastContactAt: lastContactAt === null ? null : new Date(lastContactAt).toISOString(),
      nextAttemptAt: nextAttemptAt === null ? null : new Date(nextAttemptAt).toISOString(),
      ...counts,
      cache: { ...health, repair: repairOf() },
    };
  }

  function repairOf(): CacheRepair | null {
    if (repair === null || Date.now() - repair.at > repairToldForMs) return null;
    return {
      at: new Date(repair.at).toISOString(),
      stage: !repair.restored ? 'restoring' : counts.complete ? 'done' : 'rebuilding',
      setAside: repair.setAside,
      isIncomplete: repair.lost.length > 0,
    };
  }

  function progress(): SyncStatus['progress'] {
    const seconds = (performance.now() - pace.since) / 1000;
    const perSecond = seconds > 0 ? pace.rows / seconds : 0;
    return {
      applied: pace.applied,
      pending: pace.pending,
      documentsPerSecond: Math.round(perSecond),
      secondsLeft: pace.pending === null || perSecond === 0 ? null : Math.ceil(pace.pending / perSecond),
    };
  }

  function say(): void {
    clearTimeout(timer);
    timer = undefined;
    lastSaidAt = performance.now();
    if (manyChanged || changed.size > 0) {
      listener.onChanged(manyChanged ? 'many' : [...changed]);
      changed = new Set();
      manyChanged = false;
    }
    listener.onStatus(status());
  }

  function saySoon(): void {
    if (ended) return;
    timer ??= setTimeout(say, Math.max(0, lastSaidAt + intervalMs - performance.now()));
  }

  function noteChanged(msisdns: readonly string[]): void {
    if (changed.size + msisdns.length > mostNamed) {
      manyChanged = true;
      changed.clear();
    }
    if (manyChanged) return;
    for (const msisdn of msisdns) changed.add(msisdn);
  }

  return {
    enter(next, attemptAt) {
      if (next === 'catchingUp' && state !== 'catchingUp') {
        pace = { since: performance.now(), applied: 0, rows: 0, pending: null };
      }
      state = next;
      nextAttemptAt = attemptAt ?? null;
      saySoon();
    },
    noteCounts(found) {
      counts = found;
      saySoon();
    },
    noteContact(serverTime) {
      lastContactAt = Date.now();
      if (serverTime === null || performance.now() - serverTimeSaidAt < serverTimeIntervalMs) return;
      serverTimeSaidAt = performance.now();
      listener.onServerTime(serverTime);
    },
    noteApplied({ applied, rows, pending, subscribersAdded, quarantinedAdded, changedMsisdns }) {
      pace = { ...pace, applied: pace.applied + applied, rows: pace.rows + rows, pending };
      counts = {
        ...counts,
        subscribers: counts.subscribers + subscribersAdded,
        quarantined: counts.quarantined + quarantinedAdded,
      };
      noteChanged(changedMsisdns);
      saySoon();
    },
    noteManyChanged() {
      manyChanged = true;
      saySoon();
    },
    noteSpace(space, freeBytes) {
      health = { ...health, space, freeBytes };
      saySoon();
    },
    noteRepair(found) {
      repair = found;
      saySoon();
    },
    end() {
      ended = true;
      say();
    },
  };
}
