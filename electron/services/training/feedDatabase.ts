/**
 * One database as CouchDB's change feed shows it: each document once, at the sequence of its latest change.
 * The first documents are worked out on demand; only what changed since is kept, with its later sequence.
 */
import { createHash, randomUUID } from 'node:crypto';

/** A document as it stands in the feed: nothing is checked here, so that bad ones can be fed on purpose. */
export interface FeedBody {
  readonly _id: string;
  readonly _rev?: string | undefined;
  readonly [field: string]: unknown;
}

/** What a new database holds, in feed order, by position from 0. */
export interface FirstDocuments {
  readonly count: number;
  readonly idAt: (position: number) => string;
  readonly documentAt: (position: number) => FeedBody;
  /** `null`: not among the first documents. */
  readonly positionOf: (id: string) => number | null;
}

export interface Change {
  /** The first documents have 1, 2, 3 …, each later change the next number. */
  readonly sequence: number;
  readonly id: string;
  readonly rev: string;
  readonly deleted: boolean;
  readonly document: FeedBody;
}

export interface FeedDatabase {
  /** 32 hexadecimal digits, never the same twice. */
  readonly uuid: string;
  /** The sequence of the latest change. */
  readonly latest: () => number;
  readonly counts: () => { readonly documents: number; readonly deleted: number };
  /** `null`: not there, or deleted. */
  readonly find: (id: string) => FeedBody | null;
  /** In sequence order, each document once. */
  readonly changesAfter: (sequence: number) => Generator<Change, void>;
  /** What was added or changed since the database was created, as it stands now. */
  readonly changedDocuments: () => Generator<FeedBody, void>;
  /** How many changes `changesAfter` would give. */
  readonly pendingAfter: (sequence: number) => number;
  /**
   * Adds or changes a document. Without `_rev` it gets the next generation; with one it is taken as it is, even if
   * older than what is there.
   */
  readonly put: (body: FeedBody) => Change;
  /** `null`: there is no such document. */
  readonly remove: (id: string) => Change | null;
  /** Resolves with `event` at the next change, when waiting is ended, or when the signal says so. */
  readonly nextEvent: (withinMs: number, signal: AbortSignal) => Promise<'event' | 'elapsed'>;
  /** Lets go of all who wait; those who begin to wait later are not touched. */
  readonly endWaiting: () => void;
}

export function createFeedDatabase(first: FirstDocuments): FeedDatabase {
  const changes = new Map<string, Change>();
  const changedPositions = new Set<number>();
  // Ascending by sequence. An entry whose document changed again is passed over, and dropped when they are many.
  let log: Change[] = [];
  let latest = first.count;
  const waiting = new Set<() => void>();

  const isCurrent = (change: Change): boolean => changes.get(change.id) === change;

  const find = (id: string): FeedBody | null => {
    const change = changes.get(id);
    if (change !== undefined) return change.deleted ? null : change.document;
    const position = first.positionOf(id);
    return position === null ? null : first.documentAt(position);
  };

  const endWaiting = (): void => {
    for (const letGo of [...waiting]) letGo();
  };

  const record = (id: string, rev: string, document: FeedBody, deleted: boolean): Change => {
    latest += 1;
    const change = { sequence: latest, id, rev, deleted, document };
    changes.set(id, change);
    const position = first.positionOf(id);
    if (position !== null) changedPositions.add(position);
    // A new array, never a change in place: pages that are being sent go on reading the old one.
    if (log.length > 2 * changes.size + 100) log = log.filter(isCurrent);
    log.push(change);
    endWaiting();
    return change;
  };

  const nextRevision = (id: string, body: FeedBody): string => {
    const before = changes.get(id)?.rev ?? find(id)?._rev;
    const generation = before === undefined ? 0 : Number.parseInt(before, 10);
    return `${generation + 1}-${createHash('md5').update(JSON.stringify(body)).digest('hex')}`;
  };

  return {
    uuid: randomUUID().replaceAll('-', ''),
    latest: () => latest,
    counts: () => {
      let deleted = 0;
      let added = 0;
      for (const change of changes.values()) {
        if (change.deleted) deleted += 1;
        if (first.positionOf(change.id) === null) added += 1;
      }
      return { documents: first.count + added - deleted, deleted };
    },
    find,
    *changesAfter(sequence) {
      for (let position = sequence; position < first.count; position += 1) {
        if (changedPositions.has(position)) continue;
        const document = first.documentAt(position);
        const id = first.idAt(position);
        yield { sequence: position + 1, id, rev: document._rev ?? '1-0', deleted: false, document };
      }
      const entries = log;
      for (let index = countUpTo(entries, sequence); index < entries.length; index += 1) {
        const change = entries[index];
        if (change !== undefined && isCurrent(change)) yield change;
      }
    },
    *changedDocuments() {
      for (const change of changes.values()) if (!change.deleted) yield change.document;
    },
    pendingAfter: (sequence) => {
      let pending = 0;
      if (sequence < first.count) {
        pending = first.count - sequence;
        for (const position of changedPositions) if (position >= sequence) pending -= 1;
      }
      for (let index = countUpTo(log, sequence); index < log.length; index += 1) {
        const change = log[index];
        if (change !== undefined && isCurrent(change)) pending += 1;
      }
      return pending;
    },
    put: (body) => {
      const rev = body._rev ?? nextRevision(body._id, body);
      return record(body._id, rev, { ...body, _rev: rev }, false);
    },
    remove: (id) => {
      if (find(id) === null) return null;
      const rev = nextRevision(id, { _id: id, _deleted: true });
      return record(id, rev, { _id: id, _rev: rev, _deleted: true }, true);
    },
    nextEvent: (withinMs, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) {
          resolve('event');
          return;
        }
        const end = (how: 'event' | 'elapsed'): void => {
          clearTimeout(timer);
          waiting.delete(letGo);
          signal.removeEventListener('abort', letGo);
          resolve(how);
        };
        const letGo = (): void => end('event');
        const timer = setTimeout(() => end('elapsed'), withinMs);
        waiting.add(letGo);
        signal.addEventListener('abort', letGo);
      }),
    endWaiting,
  };
}

/** How many of the ascending entries have at most this sequence. */
function countUpTo(entries: readonly Change[], sequence: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry !== undefined && entry.sequence <= sequence) low = middle + 1;
    else high = middle;
  }
  return low;
}
