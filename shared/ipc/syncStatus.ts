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
}
