/** From a request to its answer: gate, fault, route, and the bytes on the line. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { constants, createGzip } from 'node:zlib';
import type { FaultPlan } from './faultPlan';
import { faultyLine, faultyReply, faultyText, type Fault } from './faults';
import type { Gate } from './gate';
import { matchRoute, type Api, type Reply, type Route } from './router';

export interface Served {
  readonly routes: readonly Route[];
  readonly faults: FaultPlan;
  /** `null`: whoever asks this interface is let in, or it looks at them itself. */
  readonly gateOf: (api: Api) => Gate | null;
  /** In whose words a path is refused that nobody answers. */
  readonly apiOfUnknown: (path: string) => Api;
  /** Epoch milliseconds, for the `Date` of the answers. */
  readonly now: () => number;
}

export function requestListener(served: Served): RequestListener {
  return (request, response) => void serve(served, request, response);
}

/** Far more than any request needs. */
const longestBody = 1_000_000;

async function serve(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = '/', query] = (request.url ?? '/').split('?', 2);
  const method = request.method ?? 'GET';
  const match = matchRoute(served.routes, method, path);
  const api =
    match.kind === 'found'
      ? match.route.api
      : match.kind === 'otherMethod'
        ? match.api
        : served.apiOfUnknown(path);
  const fault = served.faults.next(api.name, method);
  if (fault?.kind === 'offline') {
    request.socket.resetAndDestroy();
    return;
  }
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const body = method === 'POST' || method === 'PUT' ? await bodyOf(request) : '';
  if (gone.signal.aborted) return;
  const answer = (): Reply => {
    if (body === null) return api.error(413, 'The request is too long.');
    const gate = served.gateOf(api);
    if (gate !== null && !gate.admits(request.headers.authorization)) {
      const refused = { 'WWW-Authenticate': gate.challenge };
      return api.error(401, 'Name or password is incorrect.', refused);
    }
    switch (match.kind) {
      case 'found':
        return match.route.answer({
          parameters: match.parameters,
          query: new URLSearchParams(query),
          headers: request.headers,
          body,
          signal: gone.signal,
        });
      case 'otherMethod': {
        const allowed = match.allowed.join(',');
        return api.error(405, `Only ${allowed} allowed`, { Allow: allowed });
      }
      case 'notFound':
        return api.error(404, 'missing');
    }
  };

  const reply = replyWith(fault, api, answer);
  if (fault?.kind === 'lostAnswer') {
    request.socket.resetAndDestroy();
    return;
  }
  if (fault?.kind === 'late' && !(await isStillThereAfter(fault.delayMs, gone.signal))) return;
  response.setHeader('Date', new Date(served.now()).toUTCString());
  send(reply, request, response, fault);
}

/** Does what is asked as often as the fault lets it, and says what is sent. */
function replyWith(fault: Fault | null, api: Api, answer: () => Reply): Reply {
  if (fault === null) return answer();
  if (fault.kind === 'duplicate' || (fault.kind === 'status' && fault.afterEffect)) answer();
  return faultyReply(fault, api) ?? answer();
}

async function isStillThereAfter(delayMs: number, gone: AbortSignal): Promise<boolean> {
  await sleep(delayMs, undefined, { signal: gone }).catch(() => undefined);
  return !gone.aborted;
}

/** `null`: too long. A body that breaks off is as much as came of it. */
function bodyOf(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= longestBody) chunks.push(chunk);
    });
    const done = (): void => resolve(length > longestBody ? null : Buffer.concat(chunks).toString('utf8'));
    request.once('end', done);
    request.once('close', done);
  });
}

function send(reply: Reply, request: IncomingMessage, response: ServerResponse, fault: Fault | null): void {
  const bodiless = request.method === 'HEAD' || reply.status === 204;
  const compressed =
    fault?.kind === 'truncatedGzip' || /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  response.writeHead(reply.status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'must-revalidate',
    Vary: 'Accept-Encoding',
    ...(compressed && reply.status !== 204 && { 'Content-Encoding': 'gzip' }),
    ...reply.headers,
  });
  if (bodiless) {
    response.end();
    return;
  }
  const stages = [
    ...faultyText(fault),
    // Flushed with each piece, or a heartbeat would stay in the compressor.
    ...(compressed ? [createGzip({ level: 1, flush: constants.Z_SYNC_FLUSH })] : []),
    ...faultyLine(fault),
  ];
  // A client that goes away in the middle is its own affair; `pipeline` takes the rest down.
  const done = (): void => undefined;
  pipeline([Readable.from(reply.body, { objectMode: false }), ...stages, response], done);
}
