/** Finds who answers a request. The feed is one set of routes; other interfaces add theirs beside it. */
import type { IncomingHttpHeaders } from 'node:http';

/** The interfaces of the upstream, each of which can be made to misbehave alone. */
export type ApiName =
  | 'feed'
  | 'documents'
  | 'token'
  | 'balances'
  | 'products'
  | 'usage'
  | 'bills'
  | 'catalogue'
  | 'orders'
  | 'payments'
  | 'smsCodes';

export interface Api {
  readonly name: ApiName;
  /** An error in the words of this interface. */
  readonly error: (status: number, reason: string, headers?: Readonly<Record<string, string>>) => Reply;
}

export interface RoutedRequest {
  /** The named parts of the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** As it came; empty where nothing did. */
  readonly body: string;
  /** Aborted when the asking side is gone. */
  readonly signal: AbortSignal;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON text in pieces, sent as they come. */
  readonly body: Iterable<string> | AsyncIterable<string>;
}

export interface Route {
  readonly api: Api;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** `/:database/_changes`: a part that begins with a colon matches anything and is named. */
  readonly path: string;
  readonly answer: (request: RoutedRequest) => Reply;
}

export type RouteMatch =
  | { readonly kind: 'found'; readonly route: Route; readonly parameters: Readonly<Record<string, string>> }
  | { readonly kind: 'otherMethod'; readonly api: Api; readonly allowed: readonly string[] }
  | { readonly kind: 'notFound' };

/** `HEAD` is answered by what answers `GET`. */
export function matchRoute(routes: readonly Route[], method: string, path: string): RouteMatch {
  const allowed = new Set<string>();
  let api: Api | null = null;
  for (const route of routes) {
    const parameters = matchPath(route.path, path);
    if (parameters === null) continue;
    if (route.method === method || (route.method === 'GET' && method === 'HEAD')) {
      return { kind: 'found', route, parameters };
    }
    ({ api } = route);
    allowed.add(route.method);
    if (route.method === 'GET') allowed.add('HEAD');
  }
  return api === null ? { kind: 'notFound' } : { kind: 'otherMethod', api, allowed: [...allowed] };
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const expected = pathParts(pattern);
  const given = pathParts(path);
  if (expected.length !== given.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, part] of expected.entries()) {
    const value = decoded(given[index] ?? '');
    if (value === null) return null;
    if (part.startsWith(':')) parameters[part.slice(1)] = value;
    else if (part !== value) return null;
  }
  return parameters;
}

function pathParts(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '');
}

/** `null`: not percent-encoded as it should be. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

export function jsonReply(status: number, value: unknown, headers?: Readonly<Record<string, string>>): Reply {
  return { status, ...(headers && { headers }), body: [`${JSON.stringify(value)}\n`] };
}
