/**
 * Notices a main process that hangs: the one trouble that it cannot mend itself. It says `alive` every few seconds;
 * when nothing came for half a minute it is ended, and what started the program (docs/decisions) starts it again.
 */

/** How often the main process says that it is alive. */
export const aliveEveryMs = 5_000;
const missedAllowed = 6;

export interface MainWatch {
  /** The main process has spoken. */
  readonly noteAlive: () => void;
  readonly stop: () => void;
}

/** @param onHung called once */
export function watchMain(onHung: () => void): MainWatch {
  // Rounds are counted, not time: on a machine that slept both processes wake together.
  let missed = 0;
  const timer = setInterval(() => {
    missed += 1;
    if (missed <= missedAllowed) return;
    clearInterval(timer);
    onHung();
  }, aliveEveryMs);
  return {
    noteAlive() {
      missed = 0;
    },
    stop: () => clearInterval(timer),
  };
}
