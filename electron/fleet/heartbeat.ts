/** Says at intervals how this device is, in its own document of the devices' database. */
import { deviceIdPrefix, type DeviceReport } from '../../shared/domain/deviceReport';
import type { DatabaseFailure, DocumentDatabase } from '../net/documentDatabase';
import { backoffMs, pause } from '../sync/backoff';

export interface HeartbeatOptions {
  readonly database: Pick<DocumentDatabase, 'find' | 'put'>;
  readonly describe: () => Promise<DeviceReport>;
  readonly everyMs: number;
  /** Once the database has answered: what else is to be asked of it. */
  readonly onBeat: () => Promise<void>;
  /** Told of the first failure of a row, not of each. */
  readonly onFailing: (error: DatabaseFailure['error']) => void;
  readonly onBug: (problem: unknown) => void;
  /** From 0 to 1. */
  readonly random?: () => number;
}

export interface Heartbeat {
  readonly stop: () => Promise<void>;
}

export function startHeartbeat(options: HeartbeatOptions): Heartbeat {
  const { database, describe, everyMs, onBeat, onFailing, onBug, random = Math.random } = options;
  const stopping = new AbortController();
  const isStopped = (): boolean => stopping.signal.aborted;
  let rev: string | null = null;

  async function write(report: DeviceReport): Promise<DatabaseFailure | null> {
    const id = deviceIdPrefix + report.device;
    // Twice: the first may meet the revision of the start before, or of a machine that this one takes the place of.
    for (let turn = 0; turn < 2; turn += 1) {
      const put = await database.put(id, report, rev);
      if (!put.ok) return put;
      if (put.value !== null) {
        rev = put.value;
        return null;
      }
      const found = await database.find(id);
      if (!found.ok) return found;
      rev = found.value?._rev ?? null;
    }
    return { ok: false, error: 'offline', retryAfterMs: null };
  }

  async function beat(): Promise<DatabaseFailure | null> {
    const failure = await write(await describe());
    if (failure === null) await onBeat();
    return failure;
  }

  async function run(): Promise<void> {
    let failures = 0;
    while (!isStopped()) {
      const failure = await beat().catch((problem: unknown) => {
        // The next turn may go well: a device that falls silent for good looks like one that is gone.
        onBug(problem);
        return null;
      });
      if (failure !== null && failures === 0 && !isStopped()) onFailing(failure.error);
      failures = failure === null ? 0 : failures + 1;
      const waitMs =
        failure === null
          ? // Spread, so that a hundred devices which started together do not come together for ever.
            everyMs * (0.9 + 0.2 * random())
          : Math.max(backoffMs(failures, failure.retryAfterMs, random()), leastRetryMs);
      await pause(waitMs, stopping.signal);
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

const leastRetryMs = 1_000;
