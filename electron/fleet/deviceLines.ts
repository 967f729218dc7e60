import type { DeviceReport } from '../../shared/domain/deviceReport';
import type { DeviceLine, DeviceState } from '../../shared/ipc/commands/fleet';

/** After so many reports that did not come a device is taken for silent. */
const missedBeforeSilent = 3;
/** Less is too little for a cache that grows and a log. */
const lowDiskBytes = 1_073_741_824;

/** The devices as a supervisor reads them: what needs somebody first, then by name. */
export function deviceLines(
  reports: readonly DeviceReport[],
  own: Pick<DeviceReport, 'device' | 'installation'>,
  now: number,
  everyMs: number,
): readonly DeviceLine[] {
  return reports
    .map((report) => {
      const isOwn = report.device === own.device;
      return {
        report,
        isOwn,
        state: stateOf(report, now, everyMs),
        // Another machine writes under this one's name: one of them was replaced and not wiped.
        hasTwin: isOwn && report.installation !== own.installation,
        isLowOnDisk: report.disk.freeBytes !== null && report.disk.freeBytes < lowDiskBytes,
      };
    })
    .sort(
      (one, other) =>
        urgency[one.state] - urgency[other.state] ||
        one.report.device.localeCompare(other.report.device, 'fr', { numeric: true }),
    );
}

const urgency: Readonly<Record<DeviceState, number>> = { silent: 0, troubled: 1, fine: 2 };

function stateOf({ at, lastError, orders }: DeviceReport, now: number, everyMs: number): DeviceState {
  if (now - Date.parse(at) > missedBeforeSilent * everyMs) return 'silent';
  return lastError !== null || orders.parked > 0 ? 'troubled' : 'fine';
}
