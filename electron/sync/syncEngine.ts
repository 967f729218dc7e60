/**
 * Keeps the cache equal to the feed.
 *
 *   identify ──same database────────────────→ catch up ──all applied──→ complete the pass ──→ wait for news ─┐
 *      ↑ └──another, or `since` refused──→ new pass ↗                                                         │
 *      └───────────────────────────────────quiet for a while, or much news────────────────────────────────────┘
 *
 *   Any step can end offline, garbled or with a failing cache: tried again from `identify`, after a growing and
 *   jittered while. Credentials that are refused end it.
 *
 * A pass reads the whole feed from its beginning. What an earlier pass stored stays readable until the new one has
 * read everything; only then is removed what the new one did not see. The checkpoint says how far the pass is, so
 * that an interrupted one goes on from there and never counts as complete.
 */
import { readCheckpoint, writeCheckpoint, type Checkpoint, type Sequence } from '../db/checkpoint';
import { StorageFailure, type CacheWriter } from '../db/connection';
import { countQuarantined } from '../db/quarantine';
import { findLastRepair, type Repair } from '../db/repairs';
import { countSubscribers } from '../db/subscribers';
import { applyPage } from './applyPage';
import { backoffMs, pause } from './backoff';
import { watchSpace } from './cacheSpace';
import { beginning, type ChangesFeed, type FeedFailure, type FeedIdentity } from './changesFeed';
import { identityText, isSameDatabase } from './databaseIdentity';
import { keepHouse } from './housekeeping';
import { preparePage, type PreparedPage } from './preparedPage';
import { completePass } from './sweep';
import { createSyncReport, type SyncListener } from './syncReport';

export type SyncFailure =
  FeedFailure | { readonly kind: 'cacheFailed'; readonly reason: StorageFailure['code'] };

export interface SyncOptions {
  readonly writer: CacheWriter;
  readonly feed: ChangesFeed;
  readonly listener: SyncListener;
  /** How long ledgers, live sections and finished orders are kept. */
  readonly retentionDays: number;
  /** `follow` waits for news for ever; `once` ends when all is applied, or after some attempts that failed. */
  readonly mode: 'follow' | 'once';
  /** What is free on the cache's disk, in bytes; left out: nobody looks. */
  readonly freeBytes?: () => Promise<number>;
  /** Takes over what can still be read after a repair; left out: nothing is. */
  readonly restore?: (stop: AbortSignal) => Promise<Repair | null>;
}

/** What one run did. */
export interface SyncSummary {
  readonly end: 'caughtUp' | 'stopped' | SyncFailure;
  readonly applied: number;
  readonly deleted: number;
  readonly quarantined: number;
  /** How far the feed has been read; `null` when it never answered. */
  readonly sequence: Sequence | null;
}

/** Few enough that readers in other processes never feel a transaction, enough that its costs do not count. */
const pageLimit = 1_000;
const attemptsOnce = 3;
const dayMs = 86_400_000;
const leastWaitMs = 1_000;
/** What is in the way is on this machine: nobody else is spared by waiting longer. */
const longestCacheWaitMs = 30_000;

/** Runs until it is caught up (`once`), refused, or told to stop. Rejects for bugs only. */
export async function runSync(options: SyncOptions, stop: AbortSignal): Promise<SyncSummary> {
  const { writer, feed, mode } = options;
  const report = createSyncReport(options.listener);
  const totals = { applied: 0, deleted: 0, quarantined: 0 };
  const position: { checkpoint: Checkpoint | null } = { checkpoint: null };
  const space = watchSpace(options.freeBytes, report.noteSpace);
  let failures = 0;
  let prunedAt = -Infinity;
  let feedsNow = Date.now();

  function noteContact(serverTime: number | null): void {
    feedsNow = serverTime ?? Date.now();
    report.noteContact(serverTime);
  }

  async function noteCounts(everComplete: boolean): Promise<void> {
    report.noteCounts(
      await writer.transaction(async (transaction) => ({
        subscribers: await countSubscribers(transaction),
        quarantined: await countQuarantined(transaction),
        complete: everComplete,
      })),
    );
  }

  /** From the first pass on: the checkpoint to go on from, of this very database. */
  async function beginOrGoOn(identity: FeedIdentity, current: Checkpoint | null): Promise<Checkpoint> {
    if (current !== null && isSameDatabase(current.identity, current.since, identity)) return current;
    return beginPass(identityText(identity), current);
  }

  async function beginPass(identity: string, last: Checkpoint | null): Promise<Checkpoint> {
    const next: Checkpoint = {
      identity,
      since: beginning,
      pass: (last?.pass ?? 0) + 1,
      passComplete: false,
      everComplete: last?.everComplete ?? false,
      documentsVersion: last?.documentsVersion ?? 0,
      unknownTypes: 0,
    };
    await writer.transaction((transaction) => writeCheckpoint(transaction, next));
    return next;
  }

  /** A page may be too large as a whole: then fewer rows, in the end one, in the end that one without its document. */
  async function fetchPage(since: Sequence): Promise<PreparedPage | FeedFailure> {
    for (let limit = pageLimit; ; limit = Math.max(1, Math.floor(limit / 8))) {
      const request = { since, limit, feed: 'normal', includeDocuments: true } as const;
      let answer = await feed.changes(request, stop);
      if (answer.kind === 'tooLarge' && limit > 1) continue;
      if (answer.kind === 'tooLarge')
        answer = await feed.changes({ ...request, includeDocuments: false }, stop);
      if (answer.kind === 'quiet') return { kind: 'offline', reason: 'DEADLINE' };
      if (answer.kind !== 'page') return answer;
      noteContact(answer.serverTime);
      return preparePage(answer);
    }
  }

  /** What had failed is done: whatever comes next is a trouble of its own. */
  function noteStored(): void {
    failures = 0;
    space.noteWritten();
  }

  async function write(page: PreparedPage, from: Checkpoint): Promise<Checkpoint> {
    const { applied, reached } = await writer.transaction(async (transaction) => {
      const result = await applyPage(transaction, page, from.pass);
      const next: Checkpoint = {
        ...from,
        since: page.lastSequence,
        documentsVersion: from.documentsVersion + (result.documentsChanged ? 1 : 0),
        unknownTypes: from.unknownTypes + page.unknownTypes,
      };
      await writeCheckpoint(transaction, next);
      return { applied: result, reached: next };
    });
    noteStored();
    totals.applied += applied.applied;
    totals.deleted += applied.deleted;
    totals.quarantined += applied.quarantined;
    report.noteApplied({
      applied: applied.applied,
      rows: page.rows,
      pending: page.pending,
      subscribersAdded: applied.subscribersAdded,
      quarantinedAdded: applied.quarantined - applied.released,
      changedMsisdns: applied.changedMsisdns,
    });
    return reached;
  }

  /** Fetches, judges and encodes the next page while the present one is written. */
  async function catchUp(from: Checkpoint): Promise<FeedFailure | null> {
    let reached = from;
    let page = await fetchPage(from.since);
    for (;;) {
      if (!('arrivals' in page)) return page;
      const isEnd = page.rows === 0 || page.pending === 0 || page.lastSequence === reached.since;
      if (page.rows > 0) report.enter('catchingUp');
      const next = isEnd ? null : fetchPage(page.lastSequence);
      try {
        reached =
          page.lastSequence === reached.since && page.rows === 0 ? reached : await write(page, reached);
        position.checkpoint = reached;
      } catch (error) {
        // Not left behind: it could fail with nobody listening.
        await next?.catch(() => undefined);
        throw error;
      }
      if (next === null) return null;
      page = await next;
    }
  }

  /**
   * Small news are applied as they come; returns when the feed is to be looked at as a whole again: because there is
   * `more`, or, with `null`, because nothing came.
   */
  async function waitForNews(from: Checkpoint): Promise<FeedFailure | 'more' | null> {
    let reached = from;
    for (;;) {
      const request = {
        since: reached.since,
        limit: pageLimit,
        feed: 'longpoll',
        includeDocuments: true,
      } as const;
      const answer = await feed.changes(request, stop);
      if (answer.kind === 'quiet' || answer.kind === 'tooLarge') return null;
      if (answer.kind !== 'page') return answer;
      noteContact(answer.serverTime);
      if (answer.rows.length === 0) return null;
      reached = await write(preparePage(answer), reached);
      position.checkpoint = reached;
      if (answer.rows.length === pageLimit || (answer.pending ?? 0) > 0) return 'more';
    }
  }

  async function prune(): Promise<void> {
    if (feedsNow - prunedAt < dayMs) return;
    await keepHouse(writer, feedsNow - options.retentionDays * dayMs);
    prunedAt = feedsNow;
  }

  async function restoreKnown(): Promise<void> {
    const repair = await writer.transaction(findLastRepair);
    report.noteRepair(repair);
    if (repair?.restored === false && options.restore !== undefined) {
      report.noteRepair(await options.restore(stop));
      report.noteManyChanged();
    }
  }

  async function follow(): Promise<FeedFailure | 'caughtUp'> {
    await restoreKnown();
    position.checkpoint = await writer.transaction(readCheckpoint);
    await noteCounts(position.checkpoint?.everComplete ?? false);
    for (;;) {
      const identity = await feed.identity(stop);
      if (identity.kind !== 'identity') return identity;
      noteContact(identity.serverTime);
      position.checkpoint = await beginOrGoOn(identity, position.checkpoint);
      // Where the database itself says that nothing comes after what was reached, it is not asked for it. A pass that has
      // yet to end is read to its end: what it has not seen is removed.
      const { passComplete, since } = position.checkpoint;
      const isReached = passComplete && identity.updateSequence === since;
      const failure = isReached ? null : await catchUp(position.checkpoint);
      if (failure?.kind === 'sinceRefused') {
        position.checkpoint = await beginPass(identityText(identity), position.checkpoint);
        continue;
      }
      if (failure !== null) return failure;
      if (!position.checkpoint.passComplete) await complete(position.checkpoint);
      await prune();
      noteStored();
      if (mode === 'once') return 'caughtUp';
      report.enter('live');
      const waitedFrom = performance.now();
      const interruption = await waitForNews(position.checkpoint);
      if (interruption === 'more') continue;
      if (interruption !== null && interruption.kind !== 'sinceRefused') return interruption;
      // Some servers do not wait: they are not asked without end.
      if (performance.now() - waitedFrom < leastWaitMs) await pause(leastWaitMs, stop);
    }
  }

  async function complete(read: Checkpoint): Promise<void> {
    const { checkpoint, deleted } = await completePass(writer, read);
    position.checkpoint = checkpoint;
    totals.deleted += deleted;
    await noteCounts(true);
    if (deleted > 0) report.noteManyChanged();
  }

  async function run(): Promise<SyncSummary['end']> {
    for (;;) {
      const outcome = await follow().catch(storageFailureOf);
      if (stop.aborted) return 'stopped';
      if (outcome === 'caughtUp') return outcome;
      if (outcome.kind === 'refused') {
        report.enter('refused');
        return outcome;
      }
      if (outcome.kind === 'cacheFailed') {
        if (outcome.reason === 'DAMAGED') return outcome;
        if (outcome.reason === 'DISK_FULL') space.noteFull();
      }
      failures++;
      if (mode === 'once' && failures >= attemptsOnce) return outcome;
      const waitMs = waitAfter(outcome, failures);
      report.enter(stateOf(outcome), Date.now() + waitMs);
      await pause(waitMs, stop);
    }
  }

  const end = await run();
  space.stop();
  report.end();
  return { end, ...totals, sequence: position.checkpoint?.since ?? null };
}

function storageFailureOf(error: unknown): SyncFailure {
  if (error instanceof StorageFailure) return { kind: 'cacheFailed', reason: error.code };
  throw error;
}

function waitAfter(failure: SyncFailure, failures: number): number {
  const waitMs = backoffMs(failures, retryAfterOf(failure), Math.random());
  return failure.kind === 'cacheFailed' ? Math.min(waitMs, longestCacheWaitMs) : waitMs;
}

function retryAfterOf(failure: SyncFailure): number | null {
  return failure.kind === 'rateLimited' ? failure.retryAfterMs : null;
}

function stateOf(failure: SyncFailure): 'offline' | 'garbled' | 'cacheFailed' {
  return failure.kind === 'garbled' || failure.kind === 'cacheFailed' ? failure.kind : 'offline';
}
