/** One request to one of the operator's interfaces: authorized, bounded, and never an exception. */
import type { LiveFailure } from '../../shared/domain/liveCustomer';
import type { LiveEndpoint, LiveInterface } from '../../shared/domain/settings';
import type { EndpointAccess } from '../net/access';
import { createAgent } from '../net/agent';
import { boundedRequest, type RequestOutcome } from '../net/boundedRequest';
import { createTokenSource } from '../net/clientCredentials';
import { retryAfterMs } from '../net/retryAfter';
import { createCircuitBreaker } from './circuitBreaker';
import { resourceUrl } from './interfaces';

export interface Question {
  readonly to: LiveInterface;
  /** Such as `['productOrder']`. */
  readonly resource: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  /** What has a body is a POST, else it is a GET. */
  readonly body?: unknown;
  /** By `performance.now()`. */
  readonly deadlineAt: number;
  readonly signal: AbortSignal;
}

/** What the questions of one concern have in common. */
export type QuestionLimits = Pick<Question, 'deadlineAt' | 'signal'>;

export interface Reply {
  readonly kind: 'reply';
  readonly status: number;
  /** Parsed; `undefined` where there is none. */
  readonly body: unknown;
  /** When it was said, by the operator's clock where it tells; epoch milliseconds. */
  readonly at: number;
  /** How many items there are in all, of a list. */
  readonly totalCount: number | null;
}

export interface NoReply {
  readonly kind: 'noReply';
  readonly failure: LiveFailure;
  readonly retryAfterMs: number | null;
  /** Whether the operator may have acted on it all the same. */
  readonly mayHaveArrived: boolean;
}

export interface OperatorHttp {
  /** A reply is JSON, or nothing, of a status below 500 that is about the question. */
  readonly ask: (question: Question) => Promise<Reply | NoReply>;
  readonly close: () => void;
}

type ReadableAccess = Extract<EndpointAccess, { readonly ok: true }>;
type Answer = Extract<RequestOutcome, { readonly kind: 'answer' }>;

/** Well above any customer's figures. */
const maxBytes = 4_194_304;

/** A service that asks for patience without saying how long. */
const usualRestMs = 2_000;

export function createOperatorHttp(endpoint: LiveEndpoint, access: ReadableAccess): OperatorHttp {
  const base = new URL(endpoint.url);
  const asking = createAgent(base, access.trust, { keepAlive: true, maxSockets: 8 });
  // A kept connection may be closed by the server at the moment of sending, and nobody would know what became of it.
  const acting = createAgent(base, access.trust, { keepAlive: false, maxSockets: 8 });
  const tokens = createTokens(endpoint, access);
  const breakers = new Map<LiveInterface, ReturnType<typeof createCircuitBreaker>>();
  const breakerOf = (name: LiveInterface) => {
    const breaker = breakers.get(name) ?? createCircuitBreaker();
    breakers.set(name, breaker);
    return breaker;
  };

  async function send(question: Question, header: string | null): Promise<RequestOutcome> {
    const { to, resource, query, body, deadlineAt, signal } = question;
    return boundedRequest({
      url: resourceUrl(endpoint, to, resource, query),
      ...(body !== undefined && { body: { contentType: 'application/json', text: JSON.stringify(body) } }),
      headers: {
        accept: 'application/json',
        'accept-encoding': 'gzip',
        'user-agent': 'Comptoir',
        ...(header !== null && { authorization: header }),
      },
      agent: body === undefined ? asking : acting,
      limits: { quietMs: null, deadlineMs: Math.max(1, deadlineAt - performance.now()), maxBytes },
      signal,
    });
  }

  async function authorized(question: Question): Promise<RequestOutcome | NoReply> {
    if (tokens === null) return send(question, access.header);
    const token = await inTime(tokens.header(), question);
    if (token === null) return notSent('late');
    if (!token.ok) return notSent(token.error);
    const first = await send(question, token.header);
    if (first.kind !== 'answer' || first.status !== 401) return first;
    // It was revoked, or the server's clock differs. What was refused was not acted on and may be sent again.
    tokens.forget(token.header);
    const renewed = await inTime(tokens.header(), question);
    return renewed?.ok === true ? send(question, renewed.header) : first;
  }

  return {
    async ask(question) {
      if (performance.now() >= question.deadlineAt || question.signal.aborted) return notSent('late');
      const breaker = breakerOf(question.to);
      const entry = breaker.enter();
      if (!entry.ok) return { ...notSent('resting'), retryAfterMs: entry.retryAfterMs };
      const outcome = await authorized(question);
      const result = outcome.kind === 'noReply' ? outcome : readOutcome(outcome);
      breaker.leave(resultFor(result, question.signal));
      if (result.kind === 'noReply' && result.failure === 'busy') {
        breaker.restFor(result.retryAfterMs ?? usualRestMs);
      }
      return result;
    },
    close: () => {
      for (const agent of [asking, acting]) agent.destroy();
      tokens?.close();
    },
  };
}

function createTokens({ auth }: LiveEndpoint, { secret, trust }: ReadableAccess) {
  if (auth?.type !== 'oauth2' || auth.tokenUrl === undefined || secret === null) return null;
  const tokenUrl = new URL(auth.tokenUrl);
  const agent = createAgent(tokenUrl, trust, { keepAlive: false, maxSockets: 1 });
  const { clientId = '', scope } = auth;
  const source = createTokenSource(
    { tokenUrl, clientId, secret, ...(scope !== undefined && { scope }) },
    agent,
  );
  return { ...source, close: () => agent.destroy() };
}

/** `null` when the deadline comes first. */
async function inTime<Value>(value: Promise<Value>, { deadlineAt }: Question): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), Math.max(0, deadlineAt - performance.now()));
  });
  return Promise.race([value, late]).finally(() => clearTimeout(timer));
}

function notSent(failure: LiveFailure): NoReply {
  return { kind: 'noReply', failure, retryAfterMs: null, mayHaveArrived: false };
}

function resultFor(result: Reply | NoReply, signal: AbortSignal): 'well' | 'failed' | 'neutral' {
  if (result.kind === 'reply') return 'well';
  if (signal.aborted) return 'neutral';
  return result.failure === 'refused' || result.failure === 'busy' ? 'neutral' : 'failed';
}

function readOutcome(outcome: RequestOutcome): Reply | NoReply {
  const mayHaveArrived = true;
  switch (outcome.kind) {
    case 'answer':
      return readAnswer(outcome);
    case 'offline': {
      const failure = outcome.reason === 'DEADLINE' ? 'late' : 'offline';
      return { kind: 'noReply', failure, retryAfterMs: null, mayHaveArrived: outcome.reached };
    }
    case 'quiet':
    case 'tooLarge':
    case 'garbled':
      return { kind: 'noReply', failure: 'unreadable', retryAfterMs: null, mayHaveArrived };
  }
}

function readAnswer({ status, headers, body }: Answer): Reply | NoReply {
  const failed = (failure: LiveFailure, mayHaveArrived: boolean): NoReply => ({
    kind: 'noReply',
    failure,
    retryAfterMs: retryAfterMs(headers),
    mayHaveArrived,
  });
  if (status === 401) return failed('refused', false);
  if (status === 429) return failed('busy', false);
  if (status >= 500) return failed(headers['retry-after'] === undefined ? 'offline' : 'busy', true);
  const json = jsonOf(body, headers['content-type']);
  const wasTaken = status >= 200 && status < 300;
  // A page of a network that wants a login has any status; what is refused in other words than JSON was not taken.
  if (!json.ok || (status >= 300 && status < 400)) return failed('unreadable', wasTaken);
  const date = Date.parse(headers.date ?? '');
  const total = headers['x-total-count'];
  return {
    kind: 'reply',
    status,
    body: json.value,
    at: Number.isNaN(date) ? Date.now() : date,
    totalCount: typeof total === 'string' && /^\d{1,9}$/.test(total) ? Number(total) : null,
  };
}

function jsonOf(text: string, contentType: string | undefined) {
  if (text === '') return { ok: true as const, value: undefined };
  if (!/\bjson\b/i.test(contentType ?? '')) return { ok: false as const };
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true as const, value };
  } catch {
    return { ok: false as const };
  }
}
