/**
 * The process that writes the cache, so that the window's own never waits for it. It is told the key and the settings
 * in its first message, never on its command line or in its environment, and speaks as syncMessages.ts says.
 */
import { Check } from 'typebox/value';
import { freeBytesOf, openCacheReader, openCacheWriter, type CacheLocation } from '../db/cache';
import { StorageFailure } from '../db/connection';
import { checkIntegrity } from '../db/integrity';
import { removeSetAside } from '../db/repairCache';
import { restoreKnown } from '../db/restoreKnown';
import type { SyncStatus } from '../../shared/ipc/syncStatus';
import { readAccess } from '../net/access';
import { openLog, type Log } from '../log';
import { createChangesFeed } from './changesFeed';
import { watchForDamage } from './damageWatch';
import { giveWay } from './giveWay';
import { watchMain, type MainWatch } from './mainWatch';
import { runSync } from './syncEngine';
import {
  toSyncProcessSchema,
  type FromSyncProcess,
  type SyncSettings,
  type ToSyncProcess,
} from './syncMessages';

const dayMs = 86_400_000;
/** Nothing has arrived for so long: nobody notices the disk being read. */
const quietMs = 60_000;

/** The port of an Electron utility process; plain Node has none. */
const port = process.parentPort;

function tell(message: FromSyncProcess): void {
  port.postMessage(message);
}

giveWay();

/** One run at a time: the next begins when the one before has let go of the cache. */
let running: Promise<unknown> = Promise.resolve();
let stopping = new AbortController();
let keyHex: string | null = null;
let log: Log | null = null;
let mainWatch: MainWatch | null = null;

process.on('uncaughtException', endWithBug);
process.on('unhandledRejection', endWithBug);

port.on('message', ({ data }) => {
  if (!Check(toSyncProcessSchema, data)) throw new TypeError('Not a message for the sync process.');
  receive(data);
});

function receive(message: ToSyncProcess): void {
  if (message.type === 'alive') {
    mainWatch?.noteAlive();
    return;
  }
  if (message.type === 'start') {
    const { watchedPid } = message;
    keyHex = message.keyHex;
    log = openLog(message.logFolder, 'sync');
    mainWatch = watchedPid === null ? null : watchMain(() => endMain(watchedPid));
  }
  stopping.abort();
  if (message.type === 'stop') {
    mainWatch?.stop();
    void running.then(() => process.exit(0));
    return;
  }
  if (keyHex === null) throw new TypeError('The sync process was told settings before it was started.');
  const { settings } = message;
  const key = keyHex;
  const stop = new AbortController();
  stopping = stop;
  running = running.then(() => sync(settings, key, stop.signal)).catch(endWithBug);
}

async function sync(settings: SyncSettings, key: string, stopped: AbortSignal): Promise<void> {
  if (stopped.aborted) return;
  const location: CacheLocation = { folder: settings.cacheFolder, keyHex: key };
  const access = await readAccess(settings.feed, key);
  if (!access.ok) {
    endWith(access.error);
    return;
  }
  if (access.exposed) log?.warn('sync:secretExposed');
  const opened = await openCacheWriter(location);
  if (!opened.ok) {
    endWith(opened.error.code);
    return;
  }
  const writer = opened.value;
  const feed = createChangesFeed(settings.feed.url, access.header, undefined, access.trust);
  const damaged = new AbortController();
  const stop = AbortSignal.any([stopped, damaged.signal]);
  let status: SyncStatus | null = null;
  let checkedAt: string | null = null;
  let appliedAt = -Infinity;
  void watchForDamage(
    {
      isSound: () => isSound(location, settings.retentionDays),
      isIdle: () => status?.state === 'live' && performance.now() - appliedAt > quietMs,
      onSound() {
        checkedAt = new Date().toISOString();
      },
    },
    stop,
  ).then((found) => {
    if (found === 'damaged') damaged.abort();
  }, endWithBug);
  try {
    const { end } = await runSync(
      {
        writer,
        feed,
        retentionDays: settings.retentionDays,
        mode: 'follow',
        listener: {
          onStatus(next) {
            status = { ...next, cache: { ...next.cache, checkedAt } };
            tell({ type: 'status', status });
          },
          onChanged(msisdns) {
            appliedAt = performance.now();
            tell({ type: 'changed', msisdns });
          },
          onServerTime: (at) => tell({ type: 'serverTime', at }),
        },
        freeBytes: () => freeBytesOf(location.folder),
        restore: (signal) => restoreKnown(location, writer, signal),
      },
      stop,
    );
    if (typeof end === 'object' && end.kind === 'cacheFailed' && end.reason === 'DAMAGED') damaged.abort();
  } finally {
    feed.close();
    await writer.close();
  }
  if (damaged.signal.aborted) endWith('DAMAGED');
}

/** On a connection of its own, so that nobody waits for it; what was set aside long ago goes on the occasion. */
async function isSound(location: CacheLocation, retentionDays: number): Promise<boolean | null> {
  await removeSetAside(location.folder, Date.now() - retentionDays * dayMs);
  const opened = await openCacheReader(location);
  if (!opened.ok) return opened.error.code === 'DAMAGED' ? false : null;
  try {
    return (await checkIntegrity(opened.value)).problems.length === 0;
  } catch (error) {
    if (error instanceof StorageFailure) return null;
    throw error;
  } finally {
    await opened.value.close();
  }
}

function endWith(error: Extract<FromSyncProcess, { type: 'fatal' }>['error']): void {
  tell({ type: 'fatal', error });
  process.exitCode = 1;
  // A moment for the message to leave.
  setTimeout(() => process.exit(), 100);
}

function endWithBug(bug: unknown): void {
  // Not thrown on: what Node writes of it to stderr nobody has looked through for numbers.
  log?.bug('bug:sync', bug);
  endWith('INTERNAL');
}

/** Not gently: it does not listen any more. */
function endMain(pid: number): void {
  log?.warn('main:hung', { pid });
  process.kill(pid, 'SIGKILL');
}
