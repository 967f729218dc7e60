/** The client of the feed: the CouchDB HTTP API as far as it is read here. Every way in which it can fail is a value. */
import type { IncomingHttpHeaders } from 'node:http';
import type { SecureContext } from 'node:tls';
import type { Sequence } from '../db/checkpoint';
import { baseUrlOf } from '../net/baseUrl';
import { boundedRequest, type RequestLimits } from '../net/boundedRequest';
import { createAgent } from '../net/agent';
import { retryAfterMs } from '../net/retryAfter';

/** Where every feed begins. */
export const beginning: Sequence = 0;

export interface ChangeRow {
  readonly id: string;
  /** Such as `3-9f…`. */
  readonly revision: string;
  readonly deleted: boolean;
  /** As it came; `undefined` of a deletion, or when documents were not asked for. */
  readonly document: unknown;
}

export interface ChangesPage {
  readonly kind: 'page';
  readonly rows: readonly ChangeRow[];
  readonly lastSequence: Sequence;
  /** How many changes follow this page, when the server says. */
  readonly pending: number | null;
  /** The server's clock, epoch milliseconds. */
  readonly serverTime: number | null;
}

export interface FeedIdentity {
  readonly kind: 'identity';
  readonly uuid: string | null;
  readonly databaseName: string | null;
  readonly instanceStartTime: string | null;
  readonly updateSequence: Sequence | null;
  readonly serverTime: number | null;
}

export type FeedFailure =
  | { readonly kind: 'offline'; readonly reason: string }
  /** The credentials are not accepted. */
  | { readonly kind: 'refused'; readonly status: number }
  /** Something answers that is not a feed, such as the web page of a network that wants a login. */
  | { readonly kind: 'garbled'; readonly reason: string; readonly status?: number }
  | { readonly kind: 'rateLimited'; readonly retryAfterMs: number | null }
  /** The server does not know the place from which changes were asked for. */
  | { readonly kind: 'sinceRefused' }
  /** More than a page may be. */
  | { readonly kind: 'tooLarge' };

/** A wait for news that brought none. */
export interface NoNews {
  readonly kind: 'quiet';
}

export interface ChangesRequest {
  readonly since: Sequence;
  readonly limit: number;
  /** `normal` answers at once, `longpoll` when there is something new. */
  readonly feed: 'normal' | 'longpoll';
  readonly includeDocuments: boolean;
}

export interface ChangesFeed {
  readonly identity: (signal: AbortSignal) => Promise<FeedIdentity | FeedFailure>;
  readonly changes: (
    request: ChangesRequest,
    signal: AbortSignal,
  ) => Promise<ChangesPage | NoNews | FeedFailure>;
  /** Lets go of the connections that are kept open. */
  readonly close: () => void;
}

export interface FeedTimes {
  /** Within which an answer must be complete. */
  readonly deadlineMs: number;
  /** How long a longpoll waits for news; below the minute after which proxies on the way lose patience. */
  readonly longpollMs: number;
}

const usualTimes: FeedTimes = { deadlineMs: 60_000, longpollMs: 50_000 };

/** Well above a thousand documents of any shop. */
const maxPageBytes = 33_554_432;

/** What a feed answers to a `since` that it does not know, in the versions there are. */
const sinceRefusedStatuses: readonly number[] = [400, 410, 412, 416, 422];

/**
 * @param authorization the header's value, or `null`
 * @param trust whose certificates are accepted beyond the usual; `null`: nobody's
 */
export function createChangesFeed(
  databaseUrl: string,
  authorization: string | null,
  times: FeedTimes = usualTimes,
  trust: SecureContext | null = null,
): ChangesFeed {
  const base = baseUrlOf(databaseUrl);
  const agent = createAgent(base, trust, { keepAlive: true, maxSockets: 4 });
  const headers = {
    accept: 'application/json',
    'accept-encoding': 'gzip',
    'user-agent': 'Comptoir',
    ...(authorization !== null && { authorization }),
  };
  const answerLimits: RequestLimits = { quietMs: null, deadlineMs: times.deadlineMs, maxBytes: maxPageBytes };
  const newsLimits: RequestLimits = { ...answerLimits, quietMs: times.longpollMs + 10_000 };

  async function getJson(
    url: URL,
    limits: RequestLimits,
    signal: AbortSignal,
  ): Promise<Json | NoNews | FeedFailure> {
    const outcome = await boundedRequest({ url, headers, agent, limits, signal });
    if (outcome.kind === 'offline') return { kind: 'offline', reason: outcome.reason };
    if (outcome.kind !== 'answer') return outcome;
    const failure = failureOf(outcome.status, outcome.headers);
    if (failure !== null) return failure;
    return jsonOf(outcome.body, outcome.headers);
  }

  return {
    async identity(signal) {
      const database = await getJson(base, answerLimits, signal);
      if (database.kind !== 'json') return unexpectedly(database);
      // Some proxies let only the database through; then its own fields have to do.
      const server = await getJson(new URL('/', base), answerLimits, signal);
      if (server.kind === 'offline' || server.kind === 'rateLimited') return server;
      const { value, serverTime } = database;
      const databaseName = fieldOf(value, 'db_name');
      if (typeof databaseName !== 'string') return { kind: 'garbled', reason: 'not a database' };
      return {
        kind: 'identity',
        uuid: server.kind === 'json' ? textOf(fieldOf(server.value, 'uuid')) : null,
        databaseName,
        instanceStartTime: textOf(fieldOf(value, 'instance_start_time')),
        updateSequence: sequenceOf(fieldOf(value, 'update_seq')),
        serverTime,
      };
    },

    async changes({ since, limit, feed, includeDocuments }, signal) {
      const url = new URL('_changes', base);
      url.searchParams.set('feed', feed);
      url.searchParams.set('include_docs', String(includeDocuments));
      url.searchParams.set('limit', String(limit));
      url.searchParams.set('since', String(since));
      if (feed === 'longpoll') {
        url.searchParams.set('timeout', String(times.longpollMs));
        url.searchParams.set('heartbeat', String(Math.ceil(times.longpollMs / 3)));
      }
      const answer = await getJson(url, feed === 'longpoll' ? newsLimits : answerLimits, signal);
      if (answer.kind === 'json') return pageOf(answer);
      return isSinceRefusal(answer, since) ? { kind: 'sinceRefused' } : answer;
    },

    close: () => agent.destroy(),
  };
}

interface Json {
  readonly kind: 'json';
  readonly value: unknown;
  readonly serverTime: number | null;
}

function isSinceRefusal(answer: Json | NoNews | FeedFailure, since: Sequence): boolean {
  return (
    answer.kind === 'garbled' &&
    answer.status !== undefined &&
    sinceRefusedStatuses.includes(answer.status) &&
    since !== beginning
  );
}

function failureOf(status: number, headers: IncomingHttpHeaders): FeedFailure | null {
  if (status === 200) return null;
  if (status === 401 || status === 403) return { kind: 'refused', status };
  if (status === 429 || (status === 503 && headers['retry-after'] !== undefined)) {
    return { kind: 'rateLimited', retryAfterMs: retryAfterMs(headers) };
  }
  if (status >= 500) return { kind: 'offline', reason: `HTTP ${status}` };
  // A feed says no in JSON; what a proxy or a login page says is none of its answers.
  return { kind: 'garbled', reason: `HTTP ${status}`, ...(isJson(headers) && { status }) };
}

/** CouchDB calls its JSON plain text where the client does not say that it takes JSON, and some proxies drop that. */
function isJson(headers: IncomingHttpHeaders): boolean {
  return /\b(?:json|text\/plain)\b/i.test(headers['content-type'] ?? '');
}

function jsonOf(body: string, headers: IncomingHttpHeaders): Json | FeedFailure {
  if (!isJson(headers))
    return { kind: 'garbled', reason: `content type ${headers['content-type'] ?? 'missing'}` };
  const date = Date.parse(headers.date ?? '');
  try {
    return { kind: 'json', value: JSON.parse(body), serverTime: Number.isNaN(date) ? null : date };
  } catch {
    return { kind: 'garbled', reason: body.trim() === '' ? 'empty answer' : 'not JSON' };
  }
}

function pageOf({ value, serverTime }: Json): ChangesPage | FeedFailure {
  const results = fieldOf(value, 'results');
  const lastSequence = sequenceOf(fieldOf(value, 'last_seq'));
  if (!Array.isArray(results) || lastSequence === null)
    return { kind: 'garbled', reason: 'not a page of changes' };
  const rows: ChangeRow[] = [];
  for (const result of results) {
    const row = rowOf(result);
    if (row === null) return { kind: 'garbled', reason: 'not a change' };
    rows.push(row);
  }
  const pending = fieldOf(value, 'pending');
  return {
    kind: 'page',
    rows,
    lastSequence,
    pending: typeof pending === 'number' ? pending : null,
    serverTime,
  };
}

function rowOf(result: unknown): ChangeRow | null {
  if (typeof result !== 'object' || result === null) return null;
  if (!('id' in result) || typeof result.id !== 'string') return null;
  if (!('changes' in result) || !Array.isArray(result.changes)) return null;
  const revision = fieldOf(result.changes[0], 'rev');
  if (typeof revision !== 'string') return null;
  const document = 'doc' in result ? result.doc : undefined;
  return { id: result.id, revision, deleted: 'deleted' in result && result.deleted === true, document };
}

function unexpectedly(answer: NoNews | FeedFailure): FeedFailure {
  return answer.kind === 'quiet' ? { kind: 'offline', reason: 'DEADLINE' } : answer;
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, field)?.value
    : undefined;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function sequenceOf(value: unknown): Sequence | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
