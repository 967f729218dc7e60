/**
 * The database to which the heads of audit logs are uploaded: the CouchDB HTTP API, of which `_bulk_docs` and
 * `_all_docs` are used. A head is written once and never changed, so that what was said of a log stays said.
 */
import { Check } from 'typebox/value';
import Type from 'typebox';
import type { SecureContext } from 'node:tls';
import { createAgent } from '../net/agent';
import { baseUrlOf } from '../net/baseUrl';
import { boundedRequest, type RequestBody, type RequestOutcome } from '../net/boundedRequest';
import { retryAfterMs } from '../net/retryAfter';

/** Where an audit log stood: how many entries it had, and the seal of the last one. */
export interface AuditHead {
  readonly entries: number;
  /** Lower-case hex. */
  readonly seal: string;
}

export interface AnchoredHead extends AuditHead {
  /** Which log of all that the database knows; see {@link auditLogIdOf}. */
  readonly log: string;
  /** The shop that it belongs to. */
  readonly shop: string;
  /** ISO 8601 UTC by this machine's trusted clock. */
  readonly at: string;
}

export type AuditDatabaseFailure =
  | { readonly kind: 'offline' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'rateLimited'; readonly retryAfterMs: number | null }
  /** Something answers that is not such a database. */
  | { readonly kind: 'garbled' };

export interface AuditDatabase {
  /** `stored` as well for a head that was there already. */
  readonly upload: (
    head: AnchoredHead,
    signal: AbortSignal,
  ) => Promise<{ readonly kind: 'stored' } | AuditDatabaseFailure>;
  /** The last head of a log; `null` when there is none. */
  readonly lastHead: (
    log: string,
    signal: AbortSignal,
  ) => Promise<{ readonly kind: 'found'; readonly head: AuditHead | null } | AuditDatabaseFailure>;
  readonly close: () => void;
}

const deadlineMs = 15_000;
const maxAnswerBytes = 65_536;
/** As many digits as the largest whole number has, so that heads sort by their entries. */
const digits = 16;

const written = Type.Array(
  Type.Object({ id: Type.Optional(Type.String()), error: Type.Optional(Type.String()) }),
  {
    minItems: 1,
    maxItems: 1,
  },
);
const listed = Type.Object({
  rows: Type.Array(
    Type.Object({
      doc: Type.Object({
        entries: Type.Integer({ minimum: 0 }),
        seal: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      }),
    }),
    { maxItems: 1 },
  ),
});

/**
 * @param authorization the header's value, or `null`
 * @param trust whose certificates are accepted beyond the usual; `null`: nobody's
 */
export function createAuditDatabase(
  databaseUrl: string,
  authorization: string | null,
  trust: SecureContext | null = null,
): AuditDatabase {
  const base = baseUrlOf(databaseUrl);
  const agent = createAgent(base, trust, { keepAlive: false, maxSockets: 1 });
  const headers = {
    accept: 'application/json',
    'user-agent': 'Comptoir',
    ...(authorization !== null && { authorization }),
  };

  function ask(path: string, signal: AbortSignal, body?: RequestBody): Promise<RequestOutcome> {
    return boundedRequest({
      url: new URL(path, base),
      ...(body !== undefined && { body }),
      headers,
      agent,
      limits: { quietMs: null, deadlineMs, maxBytes: maxAnswerBytes },
      signal,
    });
  }

  return {
    async upload(head, signal) {
      const outcome = await ask('_bulk_docs', signal, {
        contentType: 'application/json',
        text: JSON.stringify({ docs: [{ _id: idOf(head), type: 'auditHead', schema: 1, ...head }] }),
      });
      const answer = contentOf(outcome);
      if (answer.kind !== 'content') return answer;
      if (!Check(written, answer.content)) return { kind: 'garbled' };
      const [{ error } = {}] = answer.content;
      if (error === undefined || error === 'conflict') return { kind: 'stored' };
      return error === 'forbidden' || error === 'unauthorized' ? { kind: 'refused' } : { kind: 'garbled' };
    },
    async lastHead(log, signal) {
      const range = new URLSearchParams({
        startkey: JSON.stringify(`${prefixOf(log)}\ufff0`),
        endkey: JSON.stringify(prefixOf(log)),
        descending: 'true',
        limit: '1',
        include_docs: 'true',
      });
      const answer = contentOf(await ask(`_all_docs?${range.toString()}`, signal));
      if (answer.kind !== 'content') return answer;
      if (!Check(listed, answer.content)) return { kind: 'garbled' };
      const doc = answer.content.rows[0]?.doc;
      return { kind: 'found', head: doc === undefined ? null : { entries: doc.entries, seal: doc.seal } };
    },
    close: () => agent.destroy(),
  };
}

function prefixOf(log: string): string {
  return `auditHead:${log}:`;
}

function idOf({ log, entries }: AnchoredHead): string {
  return `${prefixOf(log)}${String(entries).padStart(digits, '0')}`;
}

function contentOf(
  outcome: RequestOutcome,
): { readonly kind: 'content'; readonly content: unknown } | AuditDatabaseFailure {
  if (outcome.kind === 'offline' || outcome.kind === 'quiet') return { kind: 'offline' };
  if (outcome.kind !== 'answer') return { kind: 'garbled' };
  const { status, headers, body } = outcome;
  if (status === 401 || status === 403) return { kind: 'refused' };
  if (status === 429) return { kind: 'rateLimited', retryAfterMs: retryAfterMs(headers) };
  if (status >= 500) return { kind: 'offline' };
  if (status !== 200 && status !== 201) return { kind: 'garbled' };
  try {
    return { kind: 'content', content: JSON.parse(body) };
  } catch {
    return { kind: 'garbled' };
  }
}
