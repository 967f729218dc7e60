/** How the feed says no: as CouchDB does. */
import { jsonReply, type Api, type Reply } from './router';

export function feedError(
  status: number,
  error: string,
  reason: string,
  headers?: Readonly<Record<string, string>>,
): Reply {
  return jsonReply(status, { error, reason }, headers);
}

export const feedApi: Api = {
  name: 'feed',
  error: (status, reason, headers) => feedError(status, statusErrors[status] ?? 'error', reason, headers),
};

const statusErrors: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  429: 'too_many_requests',
  500: 'internal_server_error',
  503: 'service_unavailable',
};
