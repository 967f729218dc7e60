/** Whether there is room for what is to come: said before the disk is full, while it is, and when it no longer is. */
import type { CacheSpace } from '../../shared/ipc/syncStatus';

export interface SpaceWatch {
  /** The disk has refused, whatever it says of itself. */
  readonly noteFull: () => void;
  readonly noteWritten: () => void;
  readonly stop: () => void;
}

const lowBytes = 536_870_912;
/** A page of the feed, its WAL, and the program's own log still fit. */
const fullBytes = 67_108_864;
const intervalMs = 15_000;

function spaceOf(freeBytes: number): CacheSpace {
  if (freeBytes < fullBytes) return 'full';
  return freeBytes < lowBytes ? 'low' : 'enough';
}

export function watchSpace(
  freeBytes: (() => Promise<number>) | undefined,
  onLooked: (space: CacheSpace, freeBytes: number | null) => void,
): SpaceWatch {
  let refused = false;
  let free: number | null = null;

  const tell = () => onLooked(refused ? 'full' : free === null ? 'enough' : spaceOf(free), free);

  async function look(): Promise<void> {
    // A disk that cannot be asked shows when it is written to.
    free = (await freeBytes?.().catch(() => null)) ?? null;
    tell();
  }

  const timer = freeBytes === undefined ? undefined : setInterval(() => void look(), intervalMs);
  if (freeBytes !== undefined) void look();
  return {
    noteFull() {
      refused = true;
      tell();
    },
    noteWritten() {
      if (!refused) return;
      refused = false;
      tell();
    },
    stop: () => clearInterval(timer),
  };
}
