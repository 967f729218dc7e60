/** Newer versions of the program: found and laid ready while it runs, on trial once the switch has put them in place. */
import type { UpdateEndpoint } from '../shared/domain/settings';
import { keepCacheBefore, noteStartedWell, readFailedVersions, updateFolderOf } from './fleet/updateFolder';
import { checkForUpdate } from './fleet/updates';
import type { Log } from './log';
import { pause } from './sync/backoff';

export interface ProgramUpdatesOptions {
  /** `null`: the operator publishes none. */
  readonly endpoint: UpdateEndpoint | null;
  readonly keyHex: string;
  readonly presentVersion: string;
  readonly profileFolder: string;
  readonly cacheFolder: string;
  /** The folder that the switch looks after, from the unit that starts the program; `null`: nobody switches here. */
  readonly home: string | null;
  readonly log: Log;
  /** As a code; `null`: it has come right. */
  readonly noteError: (code: string | null) => void;
  /** A version lies ready: it takes over at the next start. */
  readonly onReady: () => void;
}

export interface ProgramUpdates {
  readonly isReady: () => boolean;
  /** The page has asked for what it shows: when it still runs a little later, this version works. */
  readonly notePageDescribed: () => void;
  readonly stop: () => Promise<void>;
  /** To be called last, when the cache is closed. */
  readonly keepCacheForRollback: () => Promise<void>;
}

const usualEveryMinutes = 60;
const soundAfterMs = 10_000;

export function startProgramUpdates(options: ProgramUpdatesOptions): ProgramUpdates {
  const { endpoint, keyHex, presentVersion, profileFolder, cacheFolder, home, log } = options;
  const folder = updateFolderOf(profileFolder);
  const stopping = new AbortController();
  let ready = false;
  let soundTimer: NodeJS.Timeout | undefined;

  async function look(from: UpdateEndpoint): Promise<void> {
    const outcome = await checkForUpdate({
      endpoint: from,
      keyHex,
      presentVersion,
      target: `${process.platform}-${process.arch}`,
      folder,
      failedVersions: await readFailedVersions(home),
      startedAt: performance.timeOrigin,
      signal: stopping.signal,
    });
    switch (outcome.kind) {
      case 'refused':
        log.warn('update:refused', { code: outcome.code });
        options.noteError(outcome.code === 'FAILED_BEFORE' ? 'UPDATE_FAILED' : 'UPDATE_REFUSED');
        return;
      case 'ready':
        if (!ready) log.info('update:ready', { version: outcome.version });
        ready = true;
        options.noteError(null);
        options.onReady();
        return;
      case 'left':
        // Starting again for it would be starting again for ever.
        if (!ready) log.warn('update:left', { version: outcome.version });
        ready = true;
        options.noteError('UPDATE_REFUSED');
        return;
      case 'upToDate':
        options.noteError(null);
        return;
      case 'offline':
        return;
    }
  }

  async function run(from: UpdateEndpoint): Promise<void> {
    const everyMs = (from.everyMinutes ?? usualEveryMinutes) * 60_000;
    // Spread, so that the shops of a country do not come for a new version together.
    await pause(Math.random() * Math.min(everyMs, firstLookWithinMs), stopping.signal);
    while (!stopping.signal.aborted) {
      await look(from).catch((problem: unknown) => log.bug('bug:update', problem));
      await pause(everyMs * (0.9 + 0.2 * Math.random()), stopping.signal);
    }
  }
  const running = endpoint === null || home === null ? Promise.resolve() : run(endpoint);

  return {
    isReady: () => ready,
    notePageDescribed() {
      soundTimer ??= setTimeout(() => {
        noteStartedWell(folder, presentVersion).catch((problem: unknown) => log.bug('bug:update', problem));
      }, soundAfterMs);
    },
    async stop() {
      clearTimeout(soundTimer);
      stopping.abort();
      await running;
    },
    async keepCacheForRollback() {
      if (ready) await keepCacheBefore(folder, cacheFolder, presentVersion);
    },
  };
}

const firstLookWithinMs = 30_000;
