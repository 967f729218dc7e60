/** This device among those of its shop: it says how it is, hears of new settings, and sees the others. */
import { deviceIdPrefix, readDeviceReport } from '../shared/domain/deviceReport';
import type { Settings } from '../shared/domain/settings';
import type { DeviceList } from '../shared/ipc/commands/fleet';
import type { DeviceReporter } from './deviceReporter';
import { deviceLines } from './fleet/deviceLines';
import { startHeartbeat } from './fleet/heartbeat';
import type { ProvisionTarget } from './fleet/provision';
import { createSettingsUpdates } from './fleet/settingsUpdates';
import type { Log } from './log';
import { openDocumentDatabase } from './net/documentDatabase';

export interface DeviceFleetOptions {
  /** In training, the one of the built-in upstream. */
  readonly endpoint: Settings['fleet'];
  readonly keyHex: string;
  readonly target: ProvisionTarget;
  readonly reporter: DeviceReporter;
  /** Epoch milliseconds, by the trusted clock. */
  readonly now: () => number;
  readonly log: Log;
  /** New settings lie ready for the next start. */
  readonly onSettingsChanged: () => void;
}

export interface DeviceFleet {
  readonly devices: () => Promise<DeviceList>;
  readonly stop: () => Promise<void>;
}

const usualEverySeconds = 300;
const mostDevices = 200;

export async function startDeviceFleet(options: DeviceFleetOptions): Promise<DeviceFleet> {
  const { endpoint, keyHex, target, reporter, log } = options;
  if (endpoint === null) {
    const notConfigured: DeviceList = { state: 'notConfigured', devices: [] };
    return { devices: () => Promise.resolve(notConfigured), stop: () => Promise.resolve() };
  }
  const database = await openDocumentDatabase(endpoint, keyHex);
  const everyMs = (endpoint.everySeconds ?? usualEverySeconds) * 1_000;
  const updates = createSettingsUpdates({
    database,
    device: reporter.device,
    target,
    onApplied(serial) {
      log.info('fleet:settingsApplied', { serial });
      reporter.noteError('settings', null);
      options.onSettingsChanged();
    },
    onRefused(error) {
      log.warn('fleet:settingsRefused', { code: error });
      reporter.noteError('settings', 'SETTINGS_REFUSED');
    },
  });
  const heartbeat = startHeartbeat({
    database,
    describe: reporter.describe,
    everyMs,
    // A machine that was set up by hand knows no operator's key, and its settings are somebody's own.
    onBeat: () => (reporter.installation === null ? Promise.resolve() : updates.check()),
    onFailing: (error) => log.warn('fleet:notHeard', { code: error }),
    onBug: (problem) => log.bug('bug:heartbeat', problem),
  });

  return {
    async devices() {
      const listed = await database.list(deviceIdPrefix, mostDevices);
      if (!listed.ok) return { state: listed.error, devices: [] };
      const reports = listed.value.map(readDeviceReport).filter((report) => report !== null);
      return { state: 'read', devices: deviceLines(reports, reporter, options.now(), everyMs) };
    },
    async stop() {
      database.close();
      await heartbeat.stop();
    },
  };
}
