/**
 * The built-in upstream: a server on this machine that speaks the feed over invented subscribers. Training mode
 * lives on it, and tests steer it.
 */
import { createServer, type Server } from 'node:http';
import { startEverydayLife, type EverydayLife } from './everydayLife';
import { documentRoutes, documentsApi } from './documentRoutes';
import { createDocumentDatabase, type DocumentDatabase } from './documentStore';
import { createFaultPlan, type FaultRule } from './faultPlan';
import type { Fault } from './faults';
import { feedApi } from './feedApi';
import { createFeedDatabase, type Change, type FeedBody } from './feedDatabase';
import { feedRoutes } from './feedRoutes';
import { createGate, type UpstreamAuth } from './gate';
import { createOperator, type LiveAuth } from './operator/operator';
import { livePath } from './operator/tmf';
import { requestListener } from './serving';
import { mostSubscribers } from './subscriberNumbers';
import { trainingDocuments } from './trainingDocuments';

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
  /** What the feed asks for. Absent: everybody is let in. */
  readonly auth?: UpstreamAuth;
  /** What the live interfaces ask for. Absent: everybody is let in. */
  readonly liveAuth?: LiveAuth;
  /** From an order or a payment to its end; 0: done at once. */
  readonly orderMs?: number;
  /** How long a question about consumption is being worked on; 0, as when absent: answered at once. */
  readonly usageMs?: number;
  /** Every SMS that is sent, so that a trainer can read the codes. */
  readonly onSms?: (msisdn: string, text: string) => void;
}

export interface Upstream {
  /** Of the database, without a slash at the end. */
  readonly url: string;
  /** Below which the live interfaces stand, without a slash at the end. */
  readonly liveUrl: string;
  /** Of the database of the shop's devices, without a slash at the end. */
  readonly devicesUrl: string;
  readonly devices: DocumentDatabase;
  /** Of the database that takes the heads of audit logs, without a slash at the end. */
  readonly auditUrl: string;
  readonly auditHeads: DocumentDatabase;
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
  /** Several faults at once, each for some interfaces or with some probability; replaces those that were set. */
  readonly setFaults: (rules: readonly FaultRule[], seed?: number) => void;
  /** The latest code sent by SMS to a number, whether or not it still holds; `null`: none. */
  readonly lastCode: (msisdn: string) => string | null;
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
const devicesName = 'devices';
const auditName = 'audit';

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
  const faults = createFaultPlan();
  const operator = createOperator({ ...options, now, database: () => served.database });
  const feedGate = createGate(options.auth);
  const devices = createDocumentDatabase();
  const auditHeads = createDocumentDatabase();
  const server = createServer(
    requestListener({
      routes: [
        ...operator.routes,
        ...feedRoutes({ name: databaseName, current: () => served }),
        ...documentRoutes({ [devicesName]: devices, [auditName]: auditHeads }),
      ],
      faults,
      gateOf: (api) => (api === feedApi || api === documentsApi ? feedGate : operator.gateOf(api)),
      apiOfUnknown: (path) => (path.startsWith(`${livePath}/`) ? operator.apiOfUnknown : feedApi),
      now,
    }),
  );
  // Offline for so many requests is counted by request; offline for good, nobody gets as far as that.
  server.on('connection', (socket) => {
    if (faults.isOffline()) socket.resetAndDestroy();
  });
  const usedPort = await listen(server, port);
  const liveIn = (): EverydayLife =>
    startEverydayLife({ database: served.database, subscribers, seed, tickMs, now });
  let life = liveIn();
  const setFaults = (rules: readonly FaultRule[], faultSeed = seed): void => {
    faults.set(rules, faultSeed);
    const cuts = rules.some(({ fault, on }) => fault.kind === 'offline' && on === undefined);
    if (cuts) server.closeAllConnections();
    else served.database.endWaiting();
  };

  return {
    url: `http://127.0.0.1:${usedPort}/${databaseName}`,
    liveUrl: `http://127.0.0.1:${usedPort}${livePath}`,
    devicesUrl: `http://127.0.0.1:${usedPort}/${devicesName}`,
    devices,
    auditUrl: `http://127.0.0.1:${usedPort}/${auditName}`,
    auditHeads,
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
    setFault: (fault, times) =>
      setFaults(fault === null ? [] : [{ fault, ...(times !== undefined && { times }) }]),
    setFaults,
    lastCode: (msisdn) => operator.lastCode(msisdn),
    close: async () => {
      life.stop();
      operator.stop();
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
