/**
 * The process that writes the cache, so that the window's own never waits for it. It is told the key and the settings
 * in its first message, never on its command line or in its environment, and speaks as syncMessages.ts says.
 */
import { Compile } from 'typebox/compile';
import { openCacheWriter } from '../db/cache';
import { readAccess } from '../net/access';
import { createChangesFeed } from './changesFeed';
import { runSync } from './syncEngine';
import {
  toSyncProcessSchema,
  type FromSyncProcess,
  type SyncSettings,
  type ToSyncProcess,
} from './syncMessages';

const toSyncProcess = Compile(toSyncProcessSchema);

/** The port of an Electron utility process; plain Node has none. */
const port = process.parentPort;

function tell(message: FromSyncProcess): void {
  port.postMessage(message);
}

/** One run at a time: the next begins when the one before has let go of the cache. */
let running: Promise<unknown> = Promise.resolve();
let stopping = new AbortController();
let keyHex: string | null = null;

port.on('message', ({ data }) => {
  if (!toSyncProcess.Check(data)) throw new TypeError('Not a message for the sync process.');
  receive(data);
});

function receive(message: ToSyncProcess): void {
  if (message.type === 'start') keyHex = message.keyHex;
  stopping.abort();
  if (message.type === 'stop') {
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

async function sync(settings: SyncSettings, key: string, stop: AbortSignal): Promise<void> {
  if (stop.aborted) return;
  const access = await readAccess(settings.feed, key);
  if (!access.ok) {
    endWith(access.error);
    return;
  }
  const opened = await openCacheWriter({ folder: settings.cacheFolder, keyHex: key });
  if (!opened.ok) {
    endWith(opened.error.code);
    return;
  }
  const feed = createChangesFeed(settings.feed.url, access.header, undefined, access.trust);
  try {
    await runSync(
      {
        writer: opened.value,
        feed,
        retentionDays: settings.retentionDays,
        mode: 'follow',
        listener: {
          onStatus: (status) => tell({ type: 'status', status }),
          onChanged: (msisdns) => tell({ type: 'changed', msisdns }),
          onServerTime: (at) => tell({ type: 'serverTime', at }),
        },
      },
      stop,
    );
  } finally {
    feed.close();
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
  endWith('INTERNAL');
  throw bug;
}
