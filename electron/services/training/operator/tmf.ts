/** What all TM Forum interfaces share: lists in pages, chosen fields, filters, and the way they say no. */
import { jsonReply, type Api, type ApiName, type Reply } from '../router';

/** A resource as JSON: every field of it may be asked for by its name. */
export type Resource = Readonly<Record<string, unknown>>;

export const livePath = '/live';

const contentType = { 'Content-Type': 'application/json;charset=utf-8' };

export function tmfApi(name: ApiName): Api {
  return {
    name,
    error: (status, reason, headers) => tmfError(status, statusCodes[status] ?? 'ERROR', reason, headers),
  };
}

/** `code` is a word that a program can tell apart, `reason` is for people. */
export function tmfError(
  status: number,
  code: string,
  reason: string,
  headers?: Readonly<Record<string, string>>,
): Reply {
  return jsonReply(
    status,
    { '@type': 'Error', code, reason, status: String(status) },
    { ...contentType, ...headers },
  );
}

export function badRequest(reason: string): Reply {
  return tmfError(400, 'BAD_REQUEST', reason);
}

const statusCodes: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'TOO_LONG',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL_ERROR',
  503: 'UNAVAILABLE',
};

/** One resource, with the fields that `fields` names, or all. */
export function resourceReply(status: 200 | 201, resource: Resource, query: URLSearchParams): Reply {
  return jsonReply(status, withFields(resource, chosenFields(query)), contentType);
}

const pageParameters = ['fields', 'offset', 'limit'];
const defaultLimit = 50;
const mostPerPage = 200;

/**
 * Those of the resources that the query asks for: `fields`, `offset` and `limit` as everywhere, every other parameter
 * a filter (`a.b=x`: some `b` in `a` is `x`). 206 when there are more.
 */
export function listReply(resources: readonly Resource[], query: URLSearchParams): Reply {
  const offset = wholeNumber(query.get('offset') ?? '0');
  const limit = wholeNumber(query.get('limit') ?? String(defaultLimit));
  if (offset === null) return badRequest('offset must be a whole number');
  if (limit === null || limit === 0) return badRequest('limit must be a whole number above 0');
  const filters = [...query].filter(([name]) => !pageParameters.includes(name));
  const found = resources.filter((resource) =>
    filters.every(([name, value]) => holds(resource, name.split('.'), value)),
  );
  const page = found.slice(offset, offset + Math.min(limit, mostPerPage));
  const fields = chosenFields(query);
  return jsonReply(
    page.length === found.length ? 200 : 206,
    page.map((resource) => withFields(resource, fields)),
    { ...contentType, 'X-Total-Count': String(found.length), 'X-Result-Count': String(page.length) },
  );
}

function wholeNumber(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function holds(value: unknown, path: readonly string[], expected: string): boolean {
  if (Array.isArray(value)) return value.some((entry) => holds(entry, path, expected));
  const [name, ...rest] = path;
  if (name === undefined) return String(value) === expected;
  if (typeof value !== 'object' || value === null) return false;
  const field = Object.entries(value).find(([key]) => key === name);
  return field !== undefined && holds(field[1], rest, expected);
}

/** `null`: all of them. */
function chosenFields(query: URLSearchParams): ReadonlySet<string> | null {
  const fields = query.get('fields');
  return fields === null || fields === '' ? null : new Set(['id', 'href', '@type', ...fields.split(',')]);
}

function withFields(resource: Resource, fields: ReadonlySet<string> | null): Resource {
  if (fields === null) return resource;
  return Object.fromEntries(Object.entries(resource).filter(([name]) => fields.has(name)));
}
