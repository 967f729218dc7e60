/** The part of the CouchDB protocol that a database of small documents needs: read one, write one, list them. */
import type { DocumentDatabase } from './documentStore';
import { feedApi, feedError } from './feedApi';
import { jsonReply, type Api, type Reply, type Route, type RoutedRequest } from './router';

export const documentsApi: Api = { ...feedApi, name: 'documents' };

export function documentRoutes(databases: Readonly<Record<string, DocumentDatabase>>): readonly Route[] {
  const forDatabase =
    (answer: (database: DocumentDatabase, request: RoutedRequest) => Reply) =>
    (request: RoutedRequest): Reply => {
      const name = request.parameters['database'] ?? '';
      const database = Object.hasOwn(databases, name) ? databases[name] : undefined;
      return database === undefined
        ? feedError(404, 'not_found', 'Database does not exist.')
        : answer(database, request);
    };
  return [
    {
      api: documentsApi,
      method: 'GET',
      path: '/:database/_all_docs',
      answer: forDatabase((database, { query }) => listDocuments(database, query)),
    },
    {
      api: documentsApi,
      method: 'POST',
      path: '/:database/_bulk_docs',
      answer: forDatabase((database, { body }) => putDocuments(database, body)),
    },
    {
      api: documentsApi,
      method: 'GET',
      path: '/:database/:id',
      answer: forDatabase((database, { parameters }) => {
        const found = database.find(parameters['id'] ?? '');
        return found === null ? feedError(404, 'not_found', 'missing') : jsonReply(200, found);
      }),
    },
    {
      api: documentsApi,
      method: 'PUT',
      path: '/:database/:id',
      answer: forDatabase((database, { parameters, body }) =>
        putDocument(database, parameters['id'] ?? '', body),
      ),
    },
  ];
}

function putDocument(database: DocumentDatabase, id: string, body: string): Reply {
  const content = parsedObject(body);
  if (content === null || id.startsWith('_')) return feedError(400, 'bad_request', 'invalid document');
  const stored = database.put(id, content);
  return stored === null
    ? feedError(409, 'conflict', 'Document update conflict.')
    : jsonReply(201, { ok: true, id, rev: stored._rev });
}

function putDocuments(database: DocumentDatabase, body: string): Reply {
  const docs = parsedObject(body)?.['docs'];
  if (!Array.isArray(docs)) return feedError(400, 'bad_request', '`docs` must be an array of documents.');
  return jsonReply(
    201,
    docs.map((document: unknown) => {
      const content = new Map(
        typeof document === 'object' && document !== null ? Object.entries(document) : [],
      );
      const id: unknown = content.get('_id');
      if (typeof id !== 'string' || id.startsWith('_'))
        return { error: 'bad_request', reason: 'invalid document' };
      const stored = database.put(id, Object.fromEntries(content));
      return stored === null
        ? { id, error: 'conflict', reason: 'Document update conflict.' }
        : { ok: true, id, rev: stored._rev };
    }),
  );
}

function listDocuments(database: DocumentDatabase, query: URLSearchParams): Reply {
  const descending = query.get('descending') === 'true';
  const [start, end] = [keyOf(query.get('startkey')), keyOf(query.get('endkey'))];
  const [least, most] = descending ? [end, start] : [start, end];
  const limit = Number(query.get('limit') ?? Number.POSITIVE_INFINITY);
  const all = database.all();
  const inOrder = descending ? all.toReversed() : all;
  const rows = inOrder
    .filter(({ _id }) => (least === null || _id >= least) && (most === null || _id <= most))
    .slice(0, limit)
    .map((document) => ({
      id: document._id,
      key: document._id,
      value: { rev: document._rev },
      ...(query.get('include_docs') === 'true' && { doc: document }),
    }));
  return jsonReply(200, { total_rows: all.length, offset: 0, rows });
}

/** Keys are JSON in this protocol. */
function keyOf(text: string | null): string | null {
  try {
    const key: unknown = text === null ? null : JSON.parse(text);
    return typeof key === 'string' ? key : null;
  } catch {
    return null;
  }
}

function parsedObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
