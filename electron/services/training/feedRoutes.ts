/** The part of the CouchDB protocol that a feed needs: who the database is, and what changed in it. */
import { parseChangesQuery, type ChangesQuery } from './changesQuery';
import type { Change, FeedDatabase } from './feedDatabase';
import { feedApi, feedError } from './feedApi';
import { jsonReply, type Reply, type RoutedRequest, type Route } from './router';

export interface ServedDatabase {
  readonly name: string;
  /** Asked for with each request: the database may be replaced. */
  readonly current: () => { readonly database: FeedDatabase; readonly createdAtMs: number };
}

/**
 * How many documents are made and written at a time. Between two pieces the event loop is free, so that whoever
 * shares the process with a page of thousands of documents does not feel it.
 */
const documentsPerPiece = 40;

export function feedRoutes(served: ServedDatabase): readonly Route[] {
  /** Answers 404 for any other database. */
  const forDatabase =
    (answer: (request: RoutedRequest) => Reply) =>
    (request: RoutedRequest): Reply =>
      request.parameters['database'] === served.name
        ? answer(request)
        : feedError(404, 'not_found', 'Database does not exist.');
  return [
    { api: feedApi, method: 'GET', path: '/', answer: () => describeServer(served) },
    {
      api: feedApi,
      method: 'GET',
      path: '/:database',
      answer: forDatabase(() => describeDatabase(served)),
    },
    {
      api: feedApi,
      method: 'GET',
      path: '/:database/_changes',
      answer: forDatabase((request) => answerChanges(served.current().database, request)),
    },
  ];
}

function describeServer(served: ServedDatabase): Reply {
  return jsonReply(200, {
    couchdb: 'Welcome',
    version: '3.3.3',
    uuid: served.current().database.uuid,
    features: [],
    vendor: { name: 'Comptoir training upstream' },
  });
}

function describeDatabase(served: ServedDatabase): Reply {
  const { database, createdAtMs } = served.current();
  const { documents, deleted } = database.counts();
  return jsonReply(200, {
    db_name: served.name,
    update_seq: sequenceText(database, database.latest()),
    doc_count: documents,
    doc_del_count: deleted,
    // CouchDB counts in microseconds.
    instance_start_time: String(createdAtMs * 1000),
  });
}

function answerChanges(database: FeedDatabase, { query, signal }: RoutedRequest): Reply {
  const parsed = parseChangesQuery(query);
  if (!parsed.ok) return feedError(400, parsed.error, parsed.reason);
  const since = readSequence(database, parsed.query.since);
  if (since === null) {
    return feedError(400, 'bad_request', 'Malformed sequence supplied in ‘since’ parameter.');
  }
  return { status: 200, body: changesBody(database, since, parsed.query, signal) };
}

async function* changesBody(
  database: FeedDatabase,
  since: number,
  query: ChangesQuery,
  signal: AbortSignal,
): AsyncGenerator<string, void> {
  yield '{"results":[\n';
  if (query.feed === 'longpoll') yield* heartbeatsUntilNews(database, since, query, signal);
  let last = since;
  let left = query.limit;
  let piece = '';
  let separator = '';
  for (const change of database.changesAfter(since)) {
    if (left === 0) break;
    left -= 1;
    last = change.sequence;
    piece += separator + rowText(database, change, query.includeDocs);
    separator = ',\n';
    if (left % documentsPerPiece === 0) {
      yield piece;
      piece = '';
      await nextTurn();
    }
  }
  const pending = database.pendingAfter(last);
  yield `${piece}\n],\n"last_seq":"${sequenceText(database, last)}","pending":${pending}}\n`;
}

/** Ends with the next change, or after the time-out, or when the client is gone. */
async function* heartbeatsUntilNews(
  database: FeedDatabase,
  since: number,
  { timeoutMs, heartbeatMs }: ChangesQuery,
  signal: AbortSignal,
): AsyncGenerator<string, void> {
  const endsAt = performance.now() + timeoutMs;
  while (database.latest() <= since) {
    const leftMs = endsAt - performance.now();
    if (leftMs <= 0) return;
    if ((await database.nextEvent(Math.min(leftMs, heartbeatMs ?? leftMs), signal)) === 'event') return;
    yield '\n';
  }
}

function rowText(database: FeedDatabase, change: Change, includeDocs: boolean): string {
  const start = `{"seq":"${sequenceText(database, change.sequence)}","id":${JSON.stringify(change.id)},"changes":[{"rev":${JSON.stringify(change.rev)}}]`;
  const deleted = change.deleted ? ',"deleted":true' : '';
  return `${start}${deleted}${includeDocs ? `,"doc":${JSON.stringify(change.document)}` : ''}}`;
}

/** Opaque to clients; the second part makes the sequences of another database unknown to this one. */
function sequenceText(database: FeedDatabase, sequence: number): string {
  return `${sequence}-${database.uuid.slice(0, 12)}`;
}

/** `null`: not a sequence that this database gave out. */
function readSequence(database: FeedDatabase, text: string): number | null {
  if (text === '0') return 0;
  if (text === 'now') return database.latest();
  const sequence = Number.parseInt(text, 10);
  return text === sequenceText(database, sequence) && sequence <= database.latest() ? sequence : null;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
