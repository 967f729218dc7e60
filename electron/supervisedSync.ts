import { healthAtStart, type SyncStatus } from '../shared/ipc/syncStatus';
import { aliveEveryMs } from './sync/mainWatch';
import type { FromSyncProcess, SyncSettings, ToSyncProcess } from './sync/syncMessages';

/** The part of Electron's `UtilityProcess` that is used here. */
export interface ProcessHandle<Message> {
  postMessage: (message: unknown) => void;
  on: ((event: 'message', listener: (message: Message) => void) => unknown) &
    ((event: 'exit', listener: (code: number) => void) => unknown);
  kill: () => boolean;
}

export interface SupervisedSyncOptions {
  readonly fork: () => ProcessHandle<FromSyncProcess>;
  readonly keyHex: string;
  readonly logFolder: string;
  /** The main process, which is ended when it hangs; `null`: it is not. */
  readonly watchedPid: number | null;
  readonly settings: SyncSettings;
  readonly onStatus: (status: SyncStatus) => void;
  readonly onChanged: (msisdns: readonly string[] | 'many') => void;
  /** Epoch milliseconds. */
  readonly onServerTime: (at: number) => void;
  /** The process ended although nobody asked it to; it is started again after `waitMs`. */
  readonly onEnded: (reason: string, waitMs: number) => void;
  /** The cache is damaged: the process ended and stays so, the cache has to be repaired first. */
  readonly onDamaged: () => void;
}

export interface SupervisedSync {
  readonly status: () => SyncStatus;
  /** Resolves when the process has ended; one that does not end by itself is ended. */
  readonly stop: () => Promise<void>;
}

const firstWaitMs = 1_000;
const longestWaitMs = 60_000;
/** A process that lived this long had started well: its end is a new trouble, not the old one. */
const soundLifeMs = 60_000;
const stopTimeoutMs = 5_000;

const notStarted: SyncStatus = {
  state: 'starting',
  progress: null,
  lastContactAt: null,
  nextAttemptAt: null,
  subscribers: 0,
  quarantined: 0,
  complete: false,
  cache: healthAtStart,
};

/** Keeps a sync process running: one that dies is followed by another, later each time. */
export function superviseSync(options: SupervisedSyncOptions): SupervisedSync {
  let status = notStarted;
  let failures = 0;
  let running: ProcessHandle<FromSyncProcess> | null = null;
  let restart: NodeJS.Timeout | undefined;
  let stopping = false;
  let ended: () => void = () => undefined;

  const post = (process: ProcessHandle<FromSyncProcess>, message: ToSyncProcess) =>
    process.postMessage(message);

  const show = (next: SyncStatus) => {
    status = next;
    options.onStatus(next);
  };

  const start = () => {
    const startedAt = performance.now();
    let reason: string | null = null;
    const process = options.fork();
    running = process;
    process.on('message', (message) => {
      switch (message.type) {
        case 'status':
          show(message.status);
          return;
        case 'changed':
          options.onChanged(message.msisdns);
          return;
        case 'serverTime':
          options.onServerTime(message.at);
          return;
        case 'fatal':
          reason = message.error;
      }
    });
    process.on('exit', (code) => {
      running = null;
      if (stopping) {
        ended();
        return;
      }
      if (reason === 'DAMAGED') {
        show({ ...status, state: 'cacheFailed', progress: null, nextAttemptAt: null });
        options.onDamaged();
        return;
      }
      failures = performance.now() - startedAt > soundLifeMs ? 1 : failures + 1;
      const waitMs = Math.min(firstWaitMs * 2 ** (failures - 1), longestWaitMs);
      options.onEnded(reason ?? `exit code ${code}`, waitMs);
      show({
        ...status,
        state: reason === 'SECRET_UNREADABLE' || reason === 'CA_UNREADABLE' ? 'refused' : 'cacheFailed',
        progress: null,
        ...(reason === 'DISK_FULL' && { cache: { ...status.cache, space: 'full' as const } }),
        nextAttemptAt: new Date(Date.now() + waitMs).toISOString(),
      });
      restart = setTimeout(start, waitMs);
    });
    const { keyHex, logFolder, watchedPid, settings } = options;
    post(process, { type: 'start', keyHex, logFolder, watchedPid, settings });
  };
  start();
  const saying = setInterval(() => {
    if (running !== null) post(running, { type: 'alive' });
  }, aliveEveryMs);

  return {
    status: () => status,
    async stop() {
      stopping = true;
      clearInterval(saying);
      clearTimeout(restart);
      const process = running;
      if (process === null) {
        return;
      }
      const hasEnded = new Promise<void>((resolve) => {
        ended = resolve;
      });
      post(process, { type: 'stop' });
      const timeout = setTimeout(() => process.kill(), stopTimeoutMs);
      await hasEnded;
      clearTimeout(timeout);
    },
  };
}
