/** The databases that a first sync has filled, for the rows that go on from there. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchFeed } from './benchFeed';
import type { ContenderName } from './contenderProcess';
import { startContender, type ContenderRun } from './contenderRun';
import { deltaSize } from './feedRecording';

export type Syncing = Exclude<ContenderName, 'reader'>;

export interface SyncedBase {
  readonly feed: BenchFeed;
  readonly folderOf: (name: Syncing) => string;
  /** Opens the database of a contender anew. */
  readonly open: (name: ContenderName) => Promise<ContenderRun>;
  /** Another thousand documents change. */
  readonly change: () => Promise<void>;
}

export function syncedBase(feed: BenchFeed, folder: string): SyncedBase {
  let shown = feed.subscribers;
  const folderOf = (name: Syncing) => join(folder, name);
  return {
    feed,
    folderOf,
    open: (name) =>
      startContender(name, { url: feed.url, folder: folderOf(name === 'reader' ? 'comptoir' : name) }),
    change() {
      shown += deltaSize;
      return feed.show(shown);
    },
  };
}

/** Of all files below a folder. */
export async function bytesIn(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}
