/** This device among those of its shop: it says how it is, hears of new settings, and sees the others. */
import { stat, statfs } from 'node:fs/promises';
import { hostname } from 'node:os';
import { deviceIdPrefix, readDeviceReport, type DeviceReport } from '../shared/domain/deviceReport';
import type { Settings } from '../shared/domain/settings';
import type { DeviceList } from '../shared/ipc/commands/fleet';
import type { SyncState, SyncStatus } from '../shared/ipc/syncStatus';
import { databaseFileOf } from './db/cache';
import type { CacheReader } from './db/connection';
import { countOrdersByProgress } from './db/orders';
import { deviceLines } from './fleet/deviceLines';
import { startHeartbeat } from './fleet/heartbeat';
import type { ProvisionTarget } from './fleet/provision';
import { readProvisioningState } from './fleet/provisioningState';
import { createSettingsUpdates } from './fleet/settingsUpdates';
import type { Log } from './log';
import { openDocumentDatabase } from './net/documentDatabase';

export interface DeviceFleetOptions {
  readonly settings: Settings;
  /** In training, the one of the built-in upstream. */
  readonly endpoint: Settings['fleet'];
  readonly keyHex: string;
  readonly cacheFolder: string;
  readonly target: ProvisionTarget;
  readonly reader: CacheReader;
  readonly version: string;
  /** Epoch milliseconds, by the trusted clock. */
  readonly now: () => number;
  readonly syncStatus: () => SyncStatus;
  readonly log: Log;
  /** New settings lie ready for the next start. */
  readonly onSettingsChanged: () => void;
}

type ErrorSource = 'settings' | 'update';

export interface DeviceFleet {
  readonly devices: () => Promise<DeviceList>;
  /** What goes wrong beside the sync, as a code; `null`: it has come right. */
  readonly noteError: (source: ErrorSource, code: string | null) => void;
  readonly stop: () => Promise<void>;
}

const usualEverySeconds = 300;
const mostDevices = 200;

export async function startDeviceFleet(options: DeviceFleetOptions): Promise<DeviceFleet> {
  const { settings, endpoint, keyHex, target, log } = options;
  const errors = new Map<ErrorSource, string>();
  const noteError: DeviceFleet['noteError'] = (source, code) => {
    if (code === null) errors.delete(source);
    else errors.set(source, code);
  };
  if (endpoint === null) {
    const notConfigured: DeviceList = { state: 'notConfigured', devices: [] };
    return { devices: () => Promise.resolve(notConfigured), noteError, stop: () => Promise.resolve() };
  }
  const state = await readProvisioningState(target.profileFolder);
  const device = endpoint.device ?? state?.device ?? nameOfMachine();
  const startedAt = isoOf(options.now());
  const database = await openDocumentDatabase(endpoint, keyHex);
  const everyMs = (endpoint.everySeconds ?? usualEverySeconds) * 1_000;

  async function describe(): Promise<DeviceReport> {
    const sync = options.syncStatus();
    const { lastContactAt, complete, subscribers, quarantined } = sync;
    return {
      type: 'device',
      schema: 1,
      device,
      installation: state?.installation ?? null,
      shop: settings.shop.id,
      version: options.version,
      mode: settings.mode,
      at: isoOf(options.now()),
      startedAt,
      feed: { state: sync.state, lastContactAt, complete, subscribers, quarantined },
      orders: await countOrdersByProgress(options.reader),
      disk: await diskOf(options.cacheFolder),
      settingsSerial: state?.serial ?? null,
      lastError: errors.get('update') ?? errors.get('settings') ?? feedErrors[sync.state],
    };
  }

  const updates = createSettingsUpdates({
    database,
    device,
    target,
    onApplied(serial) {
      log.info('fleet:settingsApplied', { serial });
      noteError('settings', null);
      options.onSettingsChanged();
    },
    onRefused(error) {
      log.warn('fleet:settingsRefused', { code: error });
      noteError('settings', 'SETTINGS_REFUSED');
    },
  });
  const heartbeat = startHeartbeat({
    database,
    describe,
    everyMs,
    onBeat: () => (state === null ? Promise.resolve() : updates.check()),
    onFailing: (error) => log.warn('fleet:notHeard', { code: error }),
    onBug: (problem) => log.bug('bug:heartbeat', problem),
  });

  return {
    noteError,
    async devices() {
      const listed = await database.list(deviceIdPrefix, mostDevices);
      if (!listed.ok) return { state: listed.error, devices: [] };
      const reports = listed.value.map(readDeviceReport).filter((report) => report !== null);
      const own = { device, installation: state?.installation ?? null };
      return { state: 'read', devices: deviceLines(reports, own, options.now(), everyMs) };
    },
    async stop() {
      database.close();
      await heartbeat.stop();
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
  const [space, ...sizes] = await Promise.all([
    statfs(cacheFolder).catch(() => null),
    ...[file, `${file}-wal`].map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  ]);
  return {
    freeBytes: space === null ? null : space.bavail * space.bsize,
    cacheBytes: sizes.reduce((sum, size) => sum + size, 0),
  };
}
