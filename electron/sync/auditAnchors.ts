/** Tells the audit database now and then where the log stands, so that a log cut at its end is noticed elsewhere. */
import { readAuditHead } from '../db/auditEntries';
import { StorageFailure, type CacheReader } from '../db/connection';
import type { AuditDatabase, AuditDatabaseFailure } from './auditDatabase';
import { backoffMs, pause } from './backoff';

export interface AnchorProgress {
  /** `waiting`: nothing has been tried yet, or there is nothing to tell. */
  readonly state: 'waiting' | 'anchored' | AuditDatabaseFailure['kind'];
  /** How many entries the database is known to have been told of. */
  readonly entries: number;
  /** Epoch milliseconds of the last head that was taken; `null` before the first. */
  readonly at: number | null;
}

export interface AuditAnchors {
  readonly progress: () => AnchorProgress;
  /** Resolves when nothing is under way any more. */
  readonly stop: () => Promise<void>;
}

export interface AuditAnchorsOptions {
  readonly database: AuditDatabase;
  readonly reader: CacheReader;
  /** Tells this log from others; see `auditLogIdOf`. */
  readonly log: string;
  readonly shop: string;
  /** The trusted clock; epoch milliseconds. */
  readonly now: () => number;
  readonly reportBug: (problem: unknown) => void;
  /** Between two looks at the log. */
  readonly intervalMs?: number;
}

const usualIntervalMs = 60_000;

export function startAuditAnchors(options: AuditAnchorsOptions): AuditAnchors {
  const { database, reader, log, shop, now, intervalMs = usualIntervalMs } = options;
  const stopping = new AbortController();
  let progress: AnchorProgress = { state: 'waiting', entries: 0, at: null };

  /** `null`: all is told. */
  async function tell(): Promise<AuditDatabaseFailure | null> {
    const head = await readAuditHead(reader);
    if (head === null || (progress.state === 'anchored' && head.entries === progress.entries)) return null;
    const at = now();
    const anchored = { ...head, log, shop, at: new Date(at).toISOString() };
    const outcome = await database.upload(anchored, stopping.signal);
    if (stopping.signal.aborted) return null;
    if (outcome.kind === 'stored') {
      progress = { state: 'anchored', entries: head.entries, at };
      return null;
    }
    progress = { ...progress, state: outcome.kind };
    return outcome;
  }

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const failure = await tell().catch((problem: unknown) => {
        // A cache that cannot be read now is asked again at the next turn.
        if (!(problem instanceof StorageFailure)) throw problem;
        return null;
      });
      failures = failure === null ? 0 : failures + 1;
      const asked = failure?.kind === 'rateLimited' ? failure.retryAfterMs : null;
      await pause(failure === null ? intervalMs : backoffMs(failures, asked, Math.random()), stopping.signal);
    }
  }
  const running = run().catch(options.reportBug);

  return {
    progress: () => progress,
    async stop() {
      stopping.abort();
      await running;
      database.close();
    },
  };
}
