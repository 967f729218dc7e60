/** Everything behind the window, on a real cache and without a window: what the page can reach, and all that it is told. */
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startServices, type Services } from '../../electron/composition';
import type { Machine } from '../../electron/machine';
import type { Log } from '../../electron/log';
import { startUpstream } from '../../electron/services/training/upstream';
import type { ProcessHandle } from '../../electron/supervisedSync';
import type { FeedDocument } from '../../shared/domain/feedDocument';
import { readSettings } from '../../shared/domain/settings';
import type { Mode } from '../../shared/domain/mode';
import { healthAtStart, type SyncStatus } from '../../shared/ipc/syncStatus';
import { syncOnce } from './syncRun';
import { makeFolder, openTestCache, testKeyHex } from './testCache';

export interface StartedServices {
  readonly route: Services['route'];
  readonly closeCustomer: Services['closeCustomer'];
  readonly clipboardsCleared: () => number;
  /** Names of what was logged as a bug. */
  readonly bugs: readonly string[];
  /** Every event as it would have gone to the page. */
  readonly told: readonly string[];
  readonly cacheFolder: string;
}

interface TestShop {
  readonly kiosk?: boolean;
  /** An operator's systems: then the feed counts as reached, too. */
  readonly liveUrl?: string;
}

/** With these documents in the cache, and with no feed that answers. Ends with the test. */
export async function startTestServices(
  mode: Mode,
  documents: readonly FeedDocument[],
  { kiosk = false, liveUrl }: TestShop = {},
): Promise<StartedServices> {
  const userDataFolder = await makeFolder();
  const cacheFolder = join(userDataFolder, 'cache');
  const keyFile = join(userDataFolder, 'comptoir.key');
  await writeFile(keyFile, testKeyHex);
  await chmod(keyFile, 0o600);
  await fill(cacheFolder, documents);

  const read = readSettings({
    mode,
    kiosk,
    market: 'CI',
    feed: { url: 'http://127.0.0.1:9/none' },
    ...(liveUrl !== undefined && { live: { url: liveUrl } }),
  });
  if (!read.ok) throw new Error(read.problems.join());
  const bugs: string[] = [];
  const told: string[] = [];
  let clipboardsCleared = 0;
  const log: Log = {
    info: () => undefined,
    warn: () => undefined,
    bug: (event, problem) => bugs.push(`${event}: ${String(problem)}`),
    problems: () => [],
  };
  const machine: Machine = {
    userDataFolder,
    stateFolder: join(userDataFolder, 'state'),
    logFolder: join(userDataFolder, 'logs'),
    watchedPid: null,
    version: '0.0.0',
    keyStore: {
      isEncryptionAvailable: () => false,
      getSelectedStorageBackend: () => 'none',
      encryptString: () => Buffer.alloc(0),
      decryptString: () => '',
    },
    printer: {
      print: () => Promise.resolve('failed'),
      pdf: () => Promise.resolve(new Uint8Array()),
    },
    documentsFolder: () => join(userDataFolder, 'documents'),
    clearClipboards: () => (clipboardsCleared += 1),
    fork: () => idleProcess(liveUrl === undefined ? null : reached),
    sinceStartMs: () => 0,
    idleSeconds: () => 0,
    setKiosk: () => undefined,
    quit: () => undefined,
    restart: () => undefined,
    wipe: () => undefined,
    restartServices: () => undefined,
  };
  const started = await startServices(
    { training: false, settings: read.settings, cacheFolder, settingsFile: null },
    machine,
    (event, payload) => told.push(JSON.stringify([event, payload])),
    log,
  );
  if (!started.ok) throw new Error(started.problem.code);
  onTestFinished(started.services.stop);
  const { route, closeCustomer } = started.services;
  return { route, closeCustomer, clipboardsCleared: () => clipboardsCleared, bugs, told, cacheFolder };
}

async function fill(folder: string, documents: readonly FeedDocument[]): Promise<void> {
  const cache = await openTestCache(folder);
  const upstream = await startUpstream({ subscribers: 0, seed: 1, tickMs: 0 });
  for (const document of documents) upstream.put(document);
  await syncOnce(cache, upstream.url);
  await upstream.close();
  await cache.close();
}

const reached: SyncStatus = {
  state: 'live',
  progress: null,
  lastContactAt: '2026-11-22T12:00:00Z',
  nextAttemptAt: null,
  subscribers: 1,
  quarantined: 0,
  complete: true,
  cache: healthAtStart,
};

/** Stands for the sync process, which has nothing to do here. @param status what it says once it is started */
function idleProcess<Message>(status: SyncStatus | null): ProcessHandle<Message> {
  let say: (message: object) => void = () => undefined;
  let end: () => void = () => undefined;
  return {
    postMessage(message) {
      if (typeof message !== 'object' || message === null || !('type' in message)) return;
      if (message.type === 'stop') end();
      if (message.type === 'start' && status !== null) say({ type: 'status', status });
    },
    on(event: string, listener: (argument: never) => void) {
      if (event === 'message') {
        say = (message) => {
          Reflect.apply(listener, null, [message]);
        };
        return;
      }
      end = () => {
        Reflect.apply(listener, null, [0]);
      };
    },
    kill: () => true,
  };
}
