/** Where the sync stands. Offline is a state, not an error. */
export type SyncState =
  /** Nothing has been tried yet. */
  | 'starting'
  /** Catching up: `progress` moves. */
  | 'catchingUp'
  /** Everything known has been applied; waiting for news. */
  | 'live'
  /** The feed does not answer; tried again at `nextAttemptAt`. */
  | 'offline'
  /** The feed refuses the credentials (401, 403): stopped until the settings change. */
  | 'refused'
  /** The feed answers, but not as a feed does (a web page, broken JSON); tried again at `nextAttemptAt`. */
  | 'garbled'
  /** The cache cannot be written (disk full, locked folder); tried again at `nextAttemptAt`. */
  | 'cacheFailed';

export interface SyncProgress {
  /** Documents applied in this pass. */
  readonly applied: number;
  /** Documents still to come, when the feed says. */
  readonly pending: number | null;
  readonly documentsPerSecond: number;
  readonly secondsLeft: number | null;
}

export interface SyncStatus {
  readonly state: SyncState;
  readonly progress: SyncProgress | null;
  /** ISO 8601 UTC of the last answer from the feed; `null` before the first. */
  readonly lastContactAt: string | null;
  readonly nextAttemptAt: string | null;
  /** Subscribers in the cache. */
  readonly subscribers: number;
  readonly quarantined: number;
  /** A whole pass over the feed has been completed at least once. */
  readonly complete: boolean;
  readonly cache: CacheHealth;
}

export interface CacheHealth {
  readonly space: CacheSpace;
  /** What is free on the cache's disk; `null`: not known. */
  readonly freeBytes: number | null;
  /** The last repair of the last month; `null`: there was none. */
  readonly repair: CacheRepair | null;
  /** ISO 8601 UTC: when the whole file was last read and found sound by this run of the program. */
  readonly checkedAt: string | null;
}

export type CacheSpace =
  | 'enough'
  /** Goes on, and somebody should make room. */
  | 'low'
  /** Nothing can be stored; goes on by itself when there is room. */
  | 'full';

/** A damaged cache that was replaced. Orders and the log of who did what are saved before anything else. */
export interface CacheRepair {
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly stage:
    /** Subscribers are taken over from the damaged file, as far as they can be read. */
    | 'restoring'
    /** The feed is read from its beginning; who is known already is shown. */
    | 'rebuilding'
    | 'done';
  /** The damaged file's name, in the cache's folder. */
  readonly setAside: string;
  /** Something that no feed brings again could not be read any more: support should look at the damaged file. */
  readonly isIncomplete: boolean;
}

export const healthAtStart: CacheHealth = { space: 'enough', freeBytes: null, repair: null, checkedAt: null };
