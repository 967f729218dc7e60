/** The parameters of `_changes`, as CouchDB understands them. */
export interface ChangesQuery {
  readonly feed: 'normal' | 'longpoll';
  readonly includeDocs: boolean;
  readonly limit: number;
  /** `0`, `now` or a sequence that was given out. */
  readonly since: string;
  readonly timeoutMs: number;
  /** `null`: no heartbeat. */
  readonly heartbeatMs: number | null;
}

export type ChangesQueryResult =
  | { readonly ok: true; readonly query: ChangesQuery }
  | {
      readonly ok: false;
      readonly error: 'bad_request' | 'query_parse_error';
      readonly reason: string;
    };

/** CouchDB's default and longest wait. */
const longestWaitMs = 60_000;

/** Unlike CouchDB, where a heartbeat lifts the time-out, both are kept to. */
export function parseChangesQuery(query: URLSearchParams): ChangesQueryResult {
  const feed = query.get('feed') ?? 'normal';
  if (feed !== 'normal' && feed !== 'longpoll') {
    return { ok: false, error: 'bad_request', reason: 'Supported `feed` types: normal, longpoll' };
  }
  const heartbeat = query.get('heartbeat');
  const numbers = [query.get('limit'), query.get('timeout'), isSwitch(heartbeat) ? null : heartbeat];
  const wrong = numbers.find((text) => text !== null && !/^\d{1,15}$/.test(text));
  if (wrong !== undefined) {
    return { ok: false, error: 'query_parse_error', reason: `Invalid value for integer: "${wrong ?? ''}"` };
  }
  return {
    ok: true,
    query: {
      feed,
      includeDocs: query.get('include_docs') === 'true',
      // CouchDB takes a limit of 0 for 1.
      limit: Math.max(1, Number(query.get('limit') ?? Number.MAX_SAFE_INTEGER)),
      since: query.get('since') ?? '0',
      timeoutMs: Math.min(Number(query.get('timeout') ?? longestWaitMs), longestWaitMs),
      heartbeatMs: heartbeatOf(heartbeat),
    },
  };
}

function isSwitch(heartbeat: string | null): boolean {
  return heartbeat === 'true' || heartbeat === 'false';
}

function heartbeatOf(heartbeat: string | null): number | null {
  if (heartbeat === null || heartbeat === 'false') return null;
  return heartbeat === 'true' ? longestWaitMs : Math.max(1, Number(heartbeat));
}
