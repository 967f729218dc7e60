/** OAuth 2.0 client credentials (RFC 6749, 4.4): a token for all requests, had anew shortly before it ends. */
import type { Agent } from 'node:http';
import Type from 'typebox';
import { Check } from 'typebox/value';
import { jsonOf } from '../../shared/domain/json';
import { basicHeader } from './access';
import { boundedRequest } from './boundedRequest';

export interface ClientCredentials {
  readonly tokenUrl: URL;
  readonly clientId: string;
  readonly secret: string;
  readonly scope?: string;
}

export type TokenHeader =
  | { readonly ok: true; readonly header: string }
  | { readonly ok: false; readonly error: 'offline' | 'refused' | 'unreadable' };

export interface TokenSource {
  /** The authorization header's value. Requests that ask at the same time share one question to the token server. */
  readonly header: () => Promise<TokenHeader>;
  /** It was refused although it has not ended: the next is had anew, unless that has happened meanwhile. */
  readonly forget: (header: string) => void;
}

const tokenAnswer = Type.Object({
  access_token: Type.String({ pattern: '^[\\x21-\\x7e]+$', maxLength: 16_384 }),
  token_type: Type.String({ pattern: '^[Bb][Ee][Aa][Rr][Ee][Rr]$' }),
  expires_in: Type.Optional(Type.Number({ minimum: 0 })),
});

/** RFC 6749 only recommends that the server says how long a token lives. */
const usualLifeSeconds = 300;
const longestLifeSeconds = 86_400;

/** A token is no longer used for the last tenth of its life, at most this long. */
const longestMarginSeconds = 60;

const limits = { quietMs: null, deadlineMs: 10_000, maxBytes: 65_536 };

export function createTokenSource(credentials: ClientCredentials, agent: Agent): TokenSource {
  let known: { readonly header: string; readonly endsAt: number } | null = null;
  let asking: Promise<TokenHeader> | null = null;

  async function ask(): Promise<TokenHeader> {
    const outcome = await boundedRequest({
      url: credentials.tokenUrl,
      body: { contentType: 'application/x-www-form-urlencoded', text: formOf(credentials) },
      headers: {
        accept: 'application/json',
        authorization: basicHeader(formEncoded(credentials.clientId), formEncoded(credentials.secret)),
        'user-agent': 'Comptoir',
      },
      agent,
      limits,
      // Whoever asked first may give up; the others still want it.
      signal: new AbortController().signal,
    });
    if (outcome.kind === 'offline') return { ok: false, error: 'offline' };
    if (outcome.kind !== 'answer') return { ok: false, error: 'unreadable' };
    if (outcome.status >= 500 || outcome.status === 429) return { ok: false, error: 'offline' };
    if (outcome.status >= 400) return { ok: false, error: 'refused' };
    const answer = jsonOf(outcome.body);
    if (outcome.status !== 200 || !Check(tokenAnswer, answer)) return { ok: false, error: 'unreadable' };
    const lifeSeconds = Math.min(answer.expires_in ?? usualLifeSeconds, longestLifeSeconds);
    const header = `Bearer ${answer.access_token}`;
    const usedSeconds = lifeSeconds - Math.min(lifeSeconds / 10, longestMarginSeconds);
    // Not by the machine's date, which may be set back and forth.
    known = { header, endsAt: performance.now() + usedSeconds * 1000 };
    return { ok: true, header };
  }

  return {
    async header() {
      if (known !== null && performance.now() < known.endsAt) return { ok: true, header: known.header };
      asking ??= ask().finally(() => (asking = null));
      return asking;
    },
    forget(header) {
      if (known?.header === header) known = null;
    },
  };
}

function formOf({ scope }: ClientCredentials): string {
  return new URLSearchParams({
    grant_type: 'client_credentials',
    ...(scope !== undefined && { scope }),
  }).toString();
}

/** RFC 6749, 2.3.1: both are encoded as in a form before they make the Basic header. */
function formEncoded(value: string): string {
  return new URLSearchParams([['', value]]).toString().slice(1);
}
