/** A database of small documents that speaks the CouchDB HTTP API: one read, one written, a range of them listed. */
import Type from 'typebox';
import { Check } from 'typebox/value';
import { jsonOf } from '../../shared/domain/json';
import type { FeedEndpoint } from '../../shared/domain/settings';
import { readAccess } from './access';
import { createAgent } from './agent';
import { baseUrlOf } from './baseUrl';
import { boundedRequest, type RequestOutcome } from './boundedRequest';
import { retryAfterMs } from './retryAfter';

export interface DatabaseFailure {
  readonly ok: false;
  readonly error:
    /** Not reached, too busy, or broken: worth another try. */
    | 'offline'
    /** The credentials are not accepted, or cannot be read. */
    | 'refused'
    /** It answers, but not as such a database does. */
    | 'unreadable';
  /** How long the server asks to be left alone; `null` when it does not say. */
  readonly retryAfterMs: number | null;
}

type Answered<Value> = { readonly ok: true; readonly value: Value } | DatabaseFailure;

/** As it is stored, `_id` and `_rev` included. Whoever reads it checks it. */
export type RemoteDocument = Readonly<Record<string, unknown>> & { readonly _rev: string };

export interface DocumentDatabase {
  /** `null`: there is no such document. */
  readonly find: (id: string) => Promise<Answered<RemoteDocument | null>>;
  /**
   * @param rev of the document that this one takes the place of; `null`: there is none yet
   * @returns the new revision; `null` when another was written meanwhile
   */
  readonly put: (
    id: string,
    document: Readonly<Record<string, unknown>>,
    rev: string | null,
  ) => Promise<Answered<string | null>>;
  /** Those whose ids begin so, in the order of their ids; what is not a document is left out. */
  readonly list: (idPrefix: string, limit: number) => Promise<Answered<readonly RemoteDocument[]>>;
  readonly close: () => void;
}

const limits = { quietMs: null, deadlineMs: 15_000, maxBytes: 4_194_304 };

const documentAnswer = Type.Object({ _rev: Type.String({ minLength: 1 }) });
const putAnswer = Type.Object({ rev: Type.String({ minLength: 1 }) });
const listAnswer = Type.Object({ rows: Type.Array(Type.Object({ doc: Type.Unknown() })) });

/** @param keyHex the cache's key, which opens a sealed secret; one that cannot be read refuses every question */
export async function openDocumentDatabase(
  endpoint: FeedEndpoint,
  keyHex: string,
): Promise<DocumentDatabase> {
  const access = await readAccess(endpoint, keyHex);
  const base = baseUrlOf(endpoint.url);
  const agent = createAgent(base, access.ok ? access.trust : null, { keepAlive: true, maxSockets: 1 });
  const stopping = new AbortController();

  async function ask(path: string, document?: unknown): Promise<Exclude<RequestOutcome, { kind: 'quiet' }>> {
    const outcome = await boundedRequest({
      url: new URL(path, base),
      headers: {
        accept: 'application/json',
        'accept-encoding': 'gzip',
        'user-agent': 'Comptoir',
        ...(access.ok && access.header !== null && { authorization: access.header }),
      },
      agent,
      limits,
      signal: stopping.signal,
      ...(document !== undefined && {
        method: 'PUT' as const,
        body: { contentType: 'application/json', text: JSON.stringify(document) },
      }),
    });
    return outcome.kind === 'quiet' ? { kind: 'offline', reason: 'QUIET', reached: true } : outcome;
  }

  return {
    async find(id) {
      if (!access.ok) return refused;
      const outcome = await ask(encodeURIComponent(id));
      if (outcome.kind === 'answer' && outcome.status === 404) return { ok: true, value: null };
      const value = outcome.kind === 'answer' && outcome.status === 200 ? jsonOf(outcome.body) : undefined;
      return Check(documentAnswer, value) ? { ok: true, value: { ...value } } : failureOf(outcome);
    },
    async put(id, document, rev) {
      if (!access.ok) return refused;
      const outcome = await ask(encodeURIComponent(id), { ...document, ...(rev !== null && { _rev: rev }) });
      if (outcome.kind !== 'answer') return failureOf(outcome);
      if (outcome.status === 409) return { ok: true, value: null };
      const value = outcome.status === 201 || outcome.status === 202 ? jsonOf(outcome.body) : undefined;
      return Check(putAnswer, value) ? { ok: true, value: value.rev } : failureOf(outcome);
    },
    async list(idPrefix, limit) {
      if (!access.ok) return refused;
      const query = new URLSearchParams({
        include_docs: 'true',
        limit: String(limit),
        startkey: JSON.stringify(idPrefix),
        // The highest character that ids may end with.
        endkey: JSON.stringify(`${idPrefix}\uFFF0`),
      });
      const outcome = await ask(`_all_docs?${query.toString()}`);
      const value = outcome.kind === 'answer' && outcome.status === 200 ? jsonOf(outcome.body) : undefined;
      if (!Check(listAnswer, value)) return failureOf(outcome);
      const documents = value.rows.map(({ doc }) => doc).filter((doc) => Check(documentAnswer, doc));
      return { ok: true, value: documents.map((doc) => ({ ...doc })) };
    },
    close() {
      stopping.abort();
      agent.destroy();
    },
  };
}

const refused: DatabaseFailure = { ok: false, error: 'refused', retryAfterMs: null };

function failureOf(outcome: RequestOutcome): DatabaseFailure {
  if (outcome.kind !== 'answer') {
    return { ok: false, error: outcome.kind === 'offline' ? 'offline' : 'unreadable', retryAfterMs: null };
  }
  const { status, headers } = outcome;
  if (status === 401 || status === 403) return { ...refused, retryAfterMs: retryAfterMs(headers) };
  const isPassing = status >= 500 || status === 429;
  return { ok: false, error: isPassing ? 'offline' : 'unreadable', retryAfterMs: retryAfterMs(headers) };
}
