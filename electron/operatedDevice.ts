/** What the operator has of a device from afar: how it is, its settings, its version, its figures. */
import type { Settings, TelemetryEndpoint } from '../shared/domain/settings';
import type { DeviceList } from '../shared/ipc/commands/fleet';
import type { SyncStatus } from '../shared/ipc/syncStatus';
import type { CacheReader } from './db/connection';
import type { KeyStore } from './db/databaseKey';
import { countOrdersByProgress, countSendingOrders } from './db/orders';
import { startDeviceFleet } from './deviceFleet';
import { createDeviceReporter } from './deviceReporter';
import { readProvisioningState } from './fleet/provisioningState';
import type { Telemetry } from './fleet/telemetry';
import type { Log } from './log';
import { startProgramUpdates } from './programUpdates';
import { createQuietRestart } from './quietRestart';
import { systemSettingsFolder } from './services/settingsFile';

export interface OperatedDeviceOptions {
  readonly settings: Settings;
  /** Of the built-in upstream, in training: its database of devices. */
  readonly trainingDevicesUrl: string | null;
  readonly keyHex: string;
  readonly cacheFolder: string;
  readonly machine: {
    readonly userDataFolder: string;
    readonly version: string;
    readonly keyStore: KeyStore;
    readonly idleSeconds: () => number;
    readonly restart: () => void;
  };
  readonly reader: CacheReader;
  /** Epoch milliseconds, by the trusted clock. */
  readonly now: () => number;
  readonly syncStatus: () => SyncStatus;
  readonly hasCustomer: () => boolean;
  readonly log: Log;
}

export interface OperatedDevice {
  readonly devices: () => Promise<DeviceList>;
  /** The page has asked for what it shows. */
  readonly notePageDescribed: () => void;
  readonly stop: () => Promise<void>;
  /** To be called last, when the cache is closed. */
  readonly keepCacheForRollback: () => Promise<void>;
}

export async function startOperatedDevice(options: OperatedDeviceOptions): Promise<OperatedDevice> {
  const { settings, trainingDevicesUrl, keyHex, cacheFolder, machine, reader, now, syncStatus, log } =
    options;
  const training = trainingDevicesUrl !== null;
  const { userDataFolder: profileFolder, version, keyStore } = machine;

  /** A new version waits for orders that will still move by themselves; one that is parked waits for a person. */
  async function hasOrdersUnderWay(): Promise<boolean> {
    if (!updates.isReady()) return (await countSendingOrders(reader)) > 0;
    const { unfinished, parked } = await countOrdersByProgress(reader);
    return unfinished > parked;
  }
  const quietRestart = createQuietRestart({
    isBusy: async () => options.hasCustomer() || (await hasOrdersUnderWay()),
    idleSeconds: machine.idleSeconds,
    restart: machine.restart,
    onBug: (problem) => log.bug('bug:restart', problem),
  });
  const endpoint = training ? { url: trainingDevicesUrl, device: 'formation' } : settings.fleet;
  const reporter = createDeviceReporter({
    settings,
    device: endpoint?.device,
    state: training ? null : await readProvisioningState(profileFolder),
    cacheFolder,
    reader,
    version,
    now,
    syncStatus,
  });
  const fleet = await startDeviceFleet({
    endpoint,
    keyHex,
    target: { profileFolder, systemFolder: systemSettingsFolder(process.platform, process.env), keyStore },
    reporter,
    now,
    log,
    onSettingsChanged: quietRestart.request,
  });
  const telemetry = settings.telemetry === null ? null : await openTelemetry(settings.telemetry);
  const updates = startProgramUpdates({
    endpoint: training ? null : settings.update,
    keyHex,
    presentVersion: version,
    profileFolder,
    cacheFolder,
    home: process.env['COMPTOIR_HOME'] ?? null,
    log,
    noteError: (code) => reporter.noteError('update', code),
    onReady: quietRestart.request,
  });

  /** Its libraries are loaded by those who have a collector, and by nobody else. */
  async function openTelemetry(collector: TelemetryEndpoint): Promise<Telemetry | null> {
    const { startTelemetry } = await import('./fleet/telemetry');
    const started = await startTelemetry({ endpoint: collector, keyHex, describe: reporter.describe });
    if (!started.ok) log.warn('telemetry:refused', { code: started.error, path: started.file });
    return started.ok ? started.telemetry : null;
  }

  return {
    devices: fleet.devices,
    notePageDescribed: updates.notePageDescribed,
    async stop() {
      quietRestart.stop();
      await updates.stop();
      await telemetry?.stop();
      await fleet.stop();
    },
    keepCacheForRollback: updates.keepCacheForRollback,
  };
}
