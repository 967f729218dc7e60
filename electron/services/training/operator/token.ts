/** OAuth 2.0, client credentials: the live interfaces open to whoever shows a token that was given out here. */
import { randomBytes } from 'node:crypto';
import { basicAuthorization, type Gate } from '../gate';
import { jsonReply, type Api, type Route } from '../router';
import { livePath } from './tmf';

export interface OAuthClient {
  readonly type: 'oauth2';
  readonly clientId: string;
  readonly clientSecret: string;
  /** Of a token; absent: an hour. */
  readonly lifetimeSeconds?: number;
}

export interface TokenDesk {
  readonly gate: Gate;
  readonly routes: readonly Route[];
}

const api: Api = {
  name: 'token',
  error: (status, reason, headers) =>
    jsonReply(
      status,
      { error: status === 401 ? 'invalid_client' : 'invalid_request', error_description: reason },
      headers,
    ),
};

export function createTokenDesk(client: OAuthClient, now: () => number): TokenDesk {
  const { clientId, clientSecret, lifetimeSeconds = 3600 } = client;
  /** When each ends, in epoch milliseconds. */
  const tokens = new Map<string, number>();
  const forgetEnded = (): void => {
    for (const [token, endsAtMs] of tokens) if (endsAtMs <= now()) tokens.delete(token);
  };
  return {
    gate: {
      challenge: 'Bearer',
      admits: (authorization = '') => {
        forgetEnded();
        return authorization.startsWith('Bearer ') && tokens.has(authorization.slice('Bearer '.length));
      },
    },
    routes: [
      {
        api,
        method: 'POST',
        path: `${livePath}/oauth2/token`,
        answer: ({ body, headers }) => {
          const form = new URLSearchParams(body);
          const inForm = form.get('client_id') === clientId && form.get('client_secret') === clientSecret;
          const inHeader = headers.authorization === basicAuthorization(clientId, clientSecret);
          if (!inForm && !inHeader) {
            return api.error(401, 'The client is not known.', {
              'WWW-Authenticate': 'Basic realm="Comptoir"',
            });
          }
          if (form.get('grant_type') !== 'client_credentials') {
            return jsonReply(400, { error: 'unsupported_grant_type' });
          }
          const token = randomBytes(24).toString('base64url');
          tokens.set(token, now() + lifetimeSeconds * 1000);
          return jsonReply(
            200,
            { access_token: token, token_type: 'Bearer', expires_in: lifetimeSeconds },
            { 'Cache-Control': 'no-store' },
          );
        },
      },
    ],
  };
}
