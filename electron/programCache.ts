/** Opens the cache for the program, and writes down that it had to be repaired: in the log, and in that of who did what. */
import type { StartProblem } from '../shared/ipc/commands/app';
import type { CacheLocation } from './db/cache';
import { openSoundCache, type SoundCache } from './db/soundCache';
import { restoreCacheBefore, updateFolderOf } from './fleet/updateFolder';
import type { Log } from './log';
import type { Machine } from './machine';
import { createAuditLog } from './services/audit';
import { cacheProblem } from './startProblem';

export type OpenedCache =
  { readonly ok: true; readonly cache: SoundCache } | { readonly ok: false; readonly problem: StartProblem };

/** A newer version may have changed the cache and then not started: this one goes on with what it left. */
export async function openProgramCache(
  location: CacheLocation,
  { userDataFolder, version }: Pick<Machine, 'userDataFolder' | 'version'>,
  log: Log,
): Promise<OpenedCache> {
  const opened = await openAndReport(location, log);
  if (opened.ok || opened.problem.code !== 'CACHE_FROM_NEWER_VERSION') return opened;
  const restored = await restoreCacheBefore(updateFolderOf(userDataFolder), location.folder, version);
  return restored ? openAndReport(location, log) : opened;
}

async function openAndReport(location: CacheLocation, log: Log): Promise<OpenedCache> {
  const opened = await openSoundCache(location, 'powerCut', Date.now);
  if (!opened.ok) {
    log.warn('cache:refused', { why: opened.error.message });
    return { ok: false, problem: cacheProblem(opened.error.code, location.folder) };
  }
  const { writer, repaired } = opened.value;
  if (repaired !== null) {
    const { at, lost, setAside } = repaired;
    log.warn('cache:repaired', { setAside, lost: lost.join(' ') });
    const audit = createAuditLog(location.keyHex);
    await writer.transaction((transaction) =>
      audit.append(transaction, {
        at,
        actor: 'program',
        action: 'cache:repaired',
        subject: setAside,
        details: { lost },
      }),
    );
  }
  return { ok: true, cache: opened.value };
}
