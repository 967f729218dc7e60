/** Says how this device is, for its heartbeat and for the operator's metrics. */
import { stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { DeviceReport } from '../shared/domain/deviceReport';
import type { Settings } from '../shared/domain/settings';
import type { SyncState, SyncStatus } from '../shared/ipc/syncStatus';
import { databaseFileOf, freeBytesOf } from './db/cache';
import { StorageFailure, type CacheReader } from './db/connection';
import { countOrdersByProgress } from './db/orders';
import type { ProvisioningState } from './fleet/provisioningState';

export interface DeviceReporterOptions {
  readonly settings: Settings;
  /** The device's name where the settings give one. */
  readonly device: string | undefined;
  /** `null`: set up by hand. */
  readonly state: ProvisioningState | null;
  readonly cacheFolder: string;
  readonly reader: CacheReader;
  readonly version: string;
  /** Epoch milliseconds, by the trusted clock. */
  readonly now: () => number;
  readonly syncStatus: () => SyncStatus;
}

export interface DeviceReporter {
  readonly device: string;
  /** Of this installation; `null` where the machine was set up by hand. */
  readonly installation: string | null;
  readonly describe: () => Promise<DeviceReport>;
  /** What goes wrong beside the sync, as a code; `null`: it has come right. */
  readonly noteError: (source: 'settings' | 'update', code: string | null) => void;
}

export function createDeviceReporter(options: DeviceReporterOptions): DeviceReporter {
  const { settings, state } = options;
  const device = options.device ?? state?.device ?? nameOfMachine();
  const installation = state?.installation ?? null;
  const startedAt = isoOf(options.now());
  const errors = new Map<'settings' | 'update', string>();
  /** `null`: the cache cannot be read now. */
  async function countOrders(): Promise<DeviceReport['orders'] | null> {
    try {
      return await countOrdersByProgress(options.reader);
    } catch (problem) {
      if (!(problem instanceof StorageFailure)) throw problem;
      return null;
    }
  }
  let lastOrders: DeviceReport['orders'] = { unfinished: 0, parked: 0 };
  return {
    device,
    installation,
    noteError(source, code) {
      if (code === null) errors.delete(source);
      else errors.set(source, code);
    },
    async describe() {
      const sync = options.syncStatus();
      const { lastContactAt, complete, subscribers, quarantined } = sync;
      const orders = await countOrders();
      lastOrders = orders ?? lastOrders;
      return {
        type: 'device',
        schema: 1,
        device,
        installation,
        shop: settings.shop.id,
        version: options.version,
        mode: settings.mode,
        at: isoOf(options.now()),
        startedAt,
        feed: { state: sync.state, lastContactAt, complete, subscribers, quarantined },
        orders: lastOrders,
        disk: await diskOf(options.cacheFolder),
        settingsSerial: state?.serial ?? null,
        lastError:
          orders === null
            ? 'CACHE_FAILED'
            : (errors.get('update') ?? errors.get('settings') ?? feedErrors[sync.state]),
      };
    },
  };
}

const feedErrors: Readonly<Record<SyncState, string | null>> = {
  starting: null,
  catchingUp: null,
  live: null,
  offline: 'FEED_OFFLINE',
  refused: 'FEED_REFUSED',
  garbled: 'FEED_GARBLED',
  cacheFailed: 'CACHE_FAILED',
};

function isoOf(at: number): string {
  return new Date(at).toISOString();
}

/** Of a machine that was set up by hand and was given no name. */
function nameOfMachine(): string {
  const name = hostname()
    .replace(/[^A-Za-z0-9._-]/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 64);
  return name === '' ? 'device' : name;
}

async function diskOf(cacheFolder: string): Promise<DeviceReport['disk']> {
  const file = databaseFileOf(cacheFolder);
  const [freeBytes, ...sizes] = await Promise.all([
    freeBytesOf(cacheFolder).catch(() => null),
    ...[file, `${file}-wal`].map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  ]);
  return {
    freeBytes,
    cacheBytes: sizes.reduce((sum, size) => sum + size, 0),
  };
}
