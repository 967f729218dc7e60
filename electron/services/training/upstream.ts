/**
 * The built-in upstream: a server on this machine that speaks the feed over invented subscribers. Training mode
 * lives on it, and tests steer it.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import { startEverydayLife, type EverydayLife } from './everydayLife';
import { faultyLine, faultyReply, type Fault } from './faults';
import { createFeedDatabase, type Change, type FeedBody } from './feedDatabase';
import { feedRoutes } from './feedRoutes';
import { errorReply, matchRoute, type Reply, type Route } from './router';
import { mostSubscribers } from './subscriberNumbers';
import { trainingDocuments } from './trainingDocuments';

export type UpstreamAuth =
  | { readonly type: 'basic'; readonly username: string; readonly password: string }
  | { readonly type: 'bearer'; readonly token: string };

export interface UpstreamOptions {
  /** Absent or 0: any free port. */
  readonly port?: number;
  /** Demo numbers included, which come first; at most 3,000,000. They cost no memory. */
  readonly subscribers: number;
  /** The same seed at the same time invents the same people. */
  readonly seed: number;
  /** How often something happens to a few subscribers; 0: never. */
  readonly tickMs?: number;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** Absent: everybody is let in. */
  readonly auth?: UpstreamAuth;
}

export interface Upstream {
  /** Of the database, without a slash at the end. */
  readonly url: string;
  /** Adds or changes any document, valid or not; without `_rev` it gets the next generation. */
  readonly put: (body: FeedBody) => Change;
  /** `null`: there is no such document. */
  readonly remove: (id: string) => Change | null;
  /** `null`: not there, or deleted. */
  readonly find: (id: string) => FeedBody | null;
  /** Lets something happen to a few subscribers now. */
  readonly tick: () => void;
  /** Another database under the same name: a new identity, sequences from the start, no changes. */
  readonly replaceDatabase: () => void;
  /**
   * Misbehaves from the next request on: until told otherwise (`null`), or for so many requests. Whoever is waiting
   * for news gets an empty answer, or is cut off when the fault is to be offline.
   */
  readonly setFault: (fault: Fault | null, times?: number) => void;
  readonly close: () => Promise<void>;
}

/** The port that was asked for is taken by another program. */
export class PortInUseError extends Error {
  override readonly name = 'PortInUseError';
  readonly code = 'PORT_IN_USE';

  constructor(
    readonly port: number,
    cause: unknown,
  ) {
    super(`port ${port} is in use`, { cause });
  }
}

const databaseName = 'training';

/** Listens on the loopback address only. Rejects with `PortInUseError` when the port is taken. */
export async function startUpstream(options: UpstreamOptions): Promise<Upstream> {
  const { subscribers, seed, port = 0, tickMs = defaultTickMs, now = Date.now } = options;
  if (!Number.isInteger(subscribers) || subscribers < 0 || subscribers > mostSubscribers) {
    throw new RangeError(`subscribers must be a whole number from 0 to ${mostSubscribers}`);
  }
  const createDatabase = (earliestMs: number) => {
    const createdAtMs = Math.max(now(), earliestMs);
    const database = createFeedDatabase(trainingDocuments({ subscribers, seed, nowMs: createdAtMs }));
    return { database, createdAtMs };
  };
  let served = createDatabase(0);
  let fault: { readonly fault: Fault; left: number } | null = null;

  const routes = feedRoutes({ name: databaseName, current: () => served });
  const server = createServer((request, response) => {
    const current = fault?.fault ?? null;
    if (fault !== null) {
      fault.left -= 1;
      if (fault.left <= 0) fault = null;
    }
    if (current?.kind === 'offline') request.socket.resetAndDestroy();
    else send(replyTo(request, response, current, routes, options.auth), request, response, current);
  });
  // Offline for so many requests is counted by request; offline for good, nobody gets as far as that.
  server.on('connection', (socket) => {
    if (fault?.fault.kind === 'offline' && fault.left === Infinity) socket.resetAndDestroy();
  });
  const usedPort = await listen(server, port);
  const liveIn = (): EverydayLife =>
    startEverydayLife({ database: served.database, subscribers, seed, tickMs, now });
  let life = liveIn();

  return {
    url: `http://127.0.0.1:${usedPort}/${databaseName}`,
    put: (body) => served.database.put(body),
    remove: (id) => served.database.remove(id),
    find: (id) => served.database.find(id),
    tick: () => life.tick(),
    replaceDatabase: () => {
      life.stop();
      const before = served;
      // No two databases are created at the same moment, however still the clock stands.
      served = createDatabase(before.createdAtMs + 1);
      life = liveIn();
      before.database.endWaiting();
    },
    setFault: (next, times = Infinity) => {
      fault = next === null ? null : { fault: next, left: times };
      if (next?.kind === 'offline') server.closeAllConnections();
      else served.database.endWaiting();
    },
    close: async () => {
      life.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/** Slow enough that figures can be read, quick enough that a screen is seen to move. */
const defaultTickMs = 5000;

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortInUseError(port, error) : error),
    );
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function replyTo(
  request: IncomingMessage,
  response: ServerResponse,
  fault: Fault | null,
  routes: readonly Route[],
  auth: UpstreamAuth | undefined,
): Reply {
  const faulty = fault === null ? null : faultyReply(fault);
  if (faulty !== null) return faulty;
  if (auth !== undefined && request.headers.authorization !== expectedAuthorization(auth)) {
    return errorReply(401, 'unauthorized', 'Name or password is incorrect.', {
      'WWW-Authenticate': auth.type === 'basic' ? 'Basic realm="Comptoir"' : 'Bearer',
    });
  }
  const [path = '/', query] = (request.url ?? '/').split('?', 2);
  const match = matchRoute(routes, request.method ?? 'GET', path);
  switch (match.kind) {
    case 'found': {
      const gone = new AbortController();
      response.once('close', () => gone.abort());
      const { parameters, route } = match;
      return route.answer({ parameters, query: new URLSearchParams(query), signal: gone.signal });
    }
    case 'otherMethod': {
      const allowed = match.allowed.join(',');
      return errorReply(405, 'method_not_allowed', `Only ${allowed} allowed`, { Allow: allowed });
    }
    case 'notFound':
      return errorReply(404, 'not_found', 'missing');
  }
}

function expectedAuthorization(auth: UpstreamAuth): string {
  return auth.type === 'bearer'
    ? `Bearer ${auth.token}`
    : `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}`;
}

function send(reply: Reply, request: IncomingMessage, response: ServerResponse, fault: Fault | null): void {
  const compressed =
    fault?.kind === 'truncatedGzip' || /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  response.writeHead(reply.status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'must-revalidate',
    Vary: 'Accept-Encoding',
    ...(compressed && { 'Content-Encoding': 'gzip' }),
    ...reply.headers,
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  // A client that goes away in the middle is its own affair; `pipeline` takes the rest down.
  const done = (): void => undefined;
  const body = Readable.from(reply.body, { objectMode: false });
  const line = faultyLine(fault);
  if (!compressed) pipeline(body, line, response, done);
  // Flushed with each piece, or a heartbeat would stay in the compressor.
  else pipeline(body, createGzip({ level: 1, flush: constants.Z_SYNC_FLUSH }), line, response, done);
}
