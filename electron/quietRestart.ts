/** Starts the program anew when nobody is at it: for new settings, for a new version. */

export interface QuietRestartOptions {
  /** A customer is open, or an order is on its way at this moment. */
  readonly isBusy: () => boolean | Promise<boolean>;
  /** How long nobody has touched the machine. */
  readonly idleSeconds: () => number;
  readonly restart: () => void;
  readonly onBug: (problem: unknown) => void;
  readonly lookEveryMs?: number;
}

export interface QuietRestart {
  /** From now on the next quiet moment is taken. Asking twice is asking once. */
  readonly request: () => void;
  readonly stop: () => void;
}

/** Long enough that a customer who reads, and staff who turn to a customer, are not interrupted. */
const quietAfterSeconds = 120;
const usualLookEveryMs = 15_000;

export function createQuietRestart(options: QuietRestartOptions): QuietRestart {
  const { isBusy, idleSeconds, restart, onBug, lookEveryMs = usualLookEveryMs } = options;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  function stop(): void {
    isOver = true;
    clearInterval(timer);
  }
  async function look(): Promise<void> {
    if (idleSeconds() < quietAfterSeconds || (await isBusy())) return;
    // On a slow disk the program may have been stopped, or started anew by another look, meanwhile.
    if (isOver) return;
    stop();
    restart();
  }
  return {
    request() {
      timer ??= setInterval(() => void look().catch(onBug), lookEveryMs);
    },
    stop,
  };
}
