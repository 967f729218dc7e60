/**
 * A process that serves a recorded feed: as much of CouchDB as Comptoir, the plain script and PouchDB ask for. Told by
 * its parent how much of the feed is there yet; see benchFeed.ts.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { recordFeed, type FeedRecording, type RecordingSize } from './feedRecording';
import { listenLocally } from '../helpers/loopback';

/** `show`: so many rows are there from now on. `replace`: the database is another one with the same content. */
export type ToFeedServer =
  | ({ readonly type: 'record' } & RecordingSize)
  | { readonly type: 'show'; readonly rows: number }
  | { readonly type: 'replace' };

export type FromFeedServer =
  | {
      readonly type: 'recorded';
      readonly port: number;
      readonly rows: number;
      readonly documentBytes: number;
    }
  | { readonly type: 'done' };

const state = { shown: 0, database: 1, checkpoints: new Map<string, unknown>() };
/** Those who wait for news. */
const waiting = new Set<() => void>();

function tell(message: FromFeedServer): void {
  process.send?.(message);
}

process.on('message', (message: ToFeedServer) => {
  switch (message.type) {
    case 'record': {
      const recording = recordFeed(message);
      state.shown = message.subscribers;
      const server = createServer((request, response) => void answer(recording, request, response));
      void listenLocally(server).then((port) =>
        tell({ type: 'recorded', port, rows: recording.rows, documentBytes: recording.documentBytes }),
      );
      return;
    }
    case 'show':
      state.shown = message.rows;
      for (const wake of waiting) wake();
      tell({ type: 'done' });
      return;
    case 'replace':
      state.database++;
      tell({ type: 'done' });
  }
});

async function answer(
  recording: FeedRecording,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://feed');
  response.setHeader('content-type', 'application/json');
  if (url.pathname === '/') {
    sendJson(response, { couchdb: 'Welcome', uuid: 'bench', version: '3.3.3' });
  } else if (url.pathname === '/db/_changes') {
    await untilNews(url.searchParams);
    sendChanges(recording, url.searchParams, response);
  } else if (url.pathname === '/db/_bulk_get') {
    sendDocuments(recording, await text(request), response);
  } else if (url.pathname.startsWith('/db/_local/')) {
    await answerCheckpoint(url.pathname, request, response);
  } else if (/^\/db\/?$/.test(url.pathname)) {
    sendJson(response, {
      db_name: 'db',
      instance_start_time: String(state.database),
      update_seq: recording.sequence(state.shown),
      doc_count: state.shown,
    });
  } else {
    response.statusCode = 404;
    sendJson(response, { error: 'not_found' });
  }
}

function sinceOf(query: URLSearchParams): number {
  const since = Number.parseInt(query.get('since') ?? '0', 10);
  return Math.min(Number.isNaN(since) ? 0 : since, state.shown);
}

/** Lets a longpoll that has everything wait as long as it asked for. */
async function untilNews(query: URLSearchParams): Promise<void> {
  if (query.get('feed') !== 'longpoll' || sinceOf(query) < state.shown) return;
  await new Promise<void>((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      waiting.delete(wake);
      resolve();
    };
    const timer = setTimeout(wake, Number(query.get('timeout') ?? '50000'));
    waiting.add(wake);
  });
}

function sendChanges(recording: FeedRecording, query: URLSearchParams, response: ServerResponse): void {
  const from = sinceOf(query);
  const to = Math.min(state.shown, from + Number(query.get('limit') ?? '1000'));
  const rows =
    query.get('include_docs') === 'true'
      ? recording.withDocuments(from, to)
      : recording.withoutDocuments(from, to);
  response.write('{"results":[');
  response.write(rows);
  response.end(`],"last_seq":"${recording.sequence(to)}","pending":${state.shown - to}}`);
}

/** What the peer asks for documents by: their ids and revisions. */
function sendDocuments(recording: FeedRecording, body: string, response: ServerResponse): void {
  const wanted: unknown = JSON.parse(body);
  const revisions = [...JSON.stringify(wanted).matchAll(/"id":"([^"]+)","rev":"([^"]+)"/g)];
  response.write('{"results":[');
  for (const [place, [, id = '', revision = '']] of revisions.entries()) {
    response.write(`${place === 0 ? '' : ','}{"id":"${id}","docs":[{"ok":`);
    response.write(recording.document(revision) ?? 'null');
    response.write('}]}');
  }
  response.end(']}');
}

/** PouchDB keeps how far it came on both sides. */
async function answerCheckpoint(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'PUT') {
    state.checkpoints.set(path, JSON.parse(await text(request)));
    response.statusCode = 201;
    sendJson(response, { ok: true, id: path.slice('/db/'.length), rev: '0-1' });
    return;
  }
  const stored = state.checkpoints.get(path);
  if (stored === undefined) response.statusCode = 404;
  sendJson(response, stored ?? { error: 'not_found', reason: 'missing' });
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.end(JSON.stringify(value));
}
