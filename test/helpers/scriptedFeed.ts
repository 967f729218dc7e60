/** A server that answers as a test tells it to, for what the built-in upstream does not do. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { servedByTest } from './servedByTest';

export interface ScriptedFeed {
  /** Of its database. */
  readonly url: string;
  /** Every path and query that was asked for, in order. */
  readonly asked: readonly string[];
}

export type Script = (url: URL, response: ServerResponse, request: IncomingMessage) => void;

/** Answers `GET /` and `GET /db/` as a feed does; `changes` answers the rest. */
export async function startScriptedFeed(
  changes: Script,
  updateSequence: () => string | number = () => 1,
): Promise<ScriptedFeed> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://feed');
    asked.push(url.pathname + url.search);
    if (url.pathname === '/') sendJson(response, { couchdb: 'Welcome', uuid: 'server' });
    else if (url.pathname === '/db/') {
      sendJson(response, { db_name: 'db', instance_start_time: '0', update_seq: updateSequence() });
    } else changes(url, response, request);
  });
  const port = await servedByTest(server);
  return { url: `http://127.0.0.1:${port}/db`, asked };
}

export function sendJson(response: ServerResponse, value: unknown): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(value));
}

export interface ScriptedRow {
  readonly id: string;
  readonly seq: number;
  readonly changes: readonly { readonly rev: string }[];
  readonly doc?: unknown;
  readonly deleted?: boolean;
}

export function rowOf(seq: number, document: { _id: string; _rev?: string }): ScriptedRow {
  return { id: document._id, seq, changes: [{ rev: document._rev ?? '1-a' }], doc: document };
}
