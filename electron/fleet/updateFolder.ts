/**
 * What lies beside the present version: `<profile>/updates/`.
 *
 *   part/      what is being downloaded
 *   ready/     a whole version with its signed manifest, for the switch before the next start
 *   before/    the cache as it was before the switch, until the new version has started well
 *   started    the version that last started well
 */
import { cp, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWholeFile } from '../db/wholeFile';

export interface UpdateFolder {
  readonly part: string;
  readonly ready: string;
  readonly before: string;
  readonly started: string;
}

export function updateFolderOf(profileFolder: string): UpdateFolder {
  const folder = join(profileFolder, 'updates');
  return {
    part: join(folder, 'part'),
    ready: join(folder, 'ready'),
    before: join(folder, 'before'),
    started: join(folder, 'started'),
  };
}

/**
 * The versions that did not start on this machine, as the switch wrote them down; they are not tried again.
 *
 * @param home the folder that the switch looks after; `null`: nobody switches here
 */
export async function readFailedVersions(home: string | null): Promise<readonly string[]> {
  if (home === null) return [];
  const text = await readFile(join(home, 'failed'), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '');
}

/** Keeps the cache as it is before a newer version may change its tables. It must be closed. */
export async function keepCacheBefore(
  folder: UpdateFolder,
  cacheFolder: string,
  presentVersion: string,
): Promise<void> {
  await rm(folder.before, { recursive: true, force: true });
  await mkdir(folder.before, { recursive: true, mode: 0o700 });
  await copyToDisk(cacheFolder, join(folder.before, 'cache'));
  await writeWholeFile(join(folder.before, 'version'), presentVersion);
}

/**
 * Puts the cache back that the present version knows, after a newer one changed it and then did not start. What the
 * newer one left stays beside it.
 *
 * @returns whether there was one to put back
 */
export async function restoreCacheBefore(
  folder: UpdateFolder,
  cacheFolder: string,
  presentVersion: string,
): Promise<boolean> {
  const keptBy = await readFile(join(folder.before, 'version'), 'utf8').catch(() => null);
  if (keptBy !== presentVersion) return false;
  // Copied first: without the folder the next start would begin an empty cache, and the orders would be forgotten.
  const restoring = `${cacheFolder}.restoring`;
  await rm(restoring, { recursive: true, force: true });
  await copyToDisk(join(folder.before, 'cache'), restoring);
  const aside = `${cacheFolder}-of-failed-update`;
  await rm(aside, { recursive: true, force: true });
  await rename(cacheFolder, aside);
  await rename(restoring, cacheFolder);
  await rm(folder.before, { recursive: true, force: true });
  return true;
}

/** Resolves when the copy outlives a power cut. */
async function copyToDisk(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, preserveTimestamps: true });
  for (const entry of await readdir(to, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = await open(join(entry.parentPath, entry.name), 'r+');
    await file.sync().finally(() => file.close());
  }
}

/** The present version works: there is no way back any more, and nothing of the switch is needed. */
export async function noteStartedWell(folder: UpdateFolder, presentVersion: string): Promise<void> {
  if ((await readFile(folder.started, 'utf8').catch(() => '')) !== presentVersion) {
    await writeWholeFile(folder.started, presentVersion);
  }
  const keptBy = await readFile(join(folder.before, 'version'), 'utf8').catch(() => null);
  if (keptBy === null || keptBy === presentVersion) return;
  await rm(folder.before, { recursive: true, force: true });
  await rm(folder.ready, { recursive: true, force: true });
}
