/** Takes everything of customers and of the shop off a machine, for one that is replaced, moved or sold. */
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CacheLocation } from '../db/cache';
import { countPendingOrders } from './pendingOrders';

export type Wiped =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly error:
        /** Orders are under way: they are sent first, or given up by `evenPendingOrders`. */
        | 'PENDING_ORDERS'
        /** Whether orders are under way cannot be told. */
        | 'CACHE_UNREADABLE'
        /** Not all of it could be removed; what is left is below `path`. */
        | 'FOLDER_LOCKED';
      readonly path: string;
      readonly pendingOrders?: number;
    };

export interface WipeOptions {
  readonly profileFolder: string;
  /** `null`: the key is lost, so that nobody can tell whether orders are under way. */
  readonly cache: CacheLocation | null;
  /** `ours`: what this program wrote, while it runs and the rest of the folder is in use; it holds no customer. */
  readonly entries: 'all' | 'ours';
  /** The shop takes upon itself that orders are lost. */
  readonly evenPendingOrders: boolean;
}

/** What holds a key, by the whole of its name: gone first, so that whatever is left behind is noise. */
const keyFiles = /^comptoir\.key(\.sealed)?(\.new)?$/;

const ourEntries =
  /^(?:comptoir\..*|provisioning\.json.*|cache|cache-of-failed-update|cache\.restoring|secrets|certificates|logs|updates|exports|training)$/;

/** The profile's folder stays. Nothing may have the cache open. */
export async function wipeProfile(options: WipeOptions): Promise<Wiped> {
  const { profileFolder, cache, evenPendingOrders } = options;
  if (!evenPendingOrders) {
    const pending = cache === null ? ({ ok: false } as const) : await countPendingOrders(cache);
    const path = cache?.folder ?? profileFolder;
    if (!pending.ok) return { ok: false, error: 'CACHE_UNREADABLE', path };
    if (pending.count > 0) {
      return { ok: false, error: 'PENDING_ORDERS', path, pendingOrders: pending.count };
    }
  }
  try {
    const isMeant = (name: string) => options.entries === 'all' || ourEntries.test(name);
    const entries = (await readdir(profileFolder)).filter(isMeant);
    for (const entry of entries.filter((name) => keyFiles.test(name))) {
      await overwrite(join(profileFolder, entry));
    }
    if (cache !== null) await rm(cache.folder, { recursive: true, force: true });
    for (const entry of entries) await rm(join(profileFolder, entry), { recursive: true, force: true });
    return { ok: true };
  } catch {
    return { ok: false, error: 'FOLDER_LOCKED', path: profileFolder };
  }
}

/** Its bytes, not only its name: without the key the cache cannot be read even from the disk's free blocks. */
async function overwrite(file: string): Promise<void> {
  const { size } = await stat(file);
  const handle = await open(file, 'r+');
  try {
    await handle.write(Buffer.alloc(size), 0, size, 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
