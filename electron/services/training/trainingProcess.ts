/** Entry of the process in which the built-in upstream runs, so that the window never waits for it. */
import { deviceIdPrefix } from '../../../shared/domain/deviceReport';
import { inventedDevices } from './inventedDevices';
import { startUpstream } from './upstream';

export type TrainingProcessMessage =
  /** Sent once, when the upstream listens. */
  | {
      readonly type: 'listening';
      /** Of the feed's database. */
      readonly url: string;
      /** Of the database that takes the heads of audit logs. */
      readonly auditUrl: string;
      /** Below which the live interfaces stand. */
      readonly liveUrl: string;
      /** Of the database of devices. */
      readonly devicesUrl: string;
    }
  /** An SMS that was sent to nobody's telephone. */
  | { readonly type: 'sms'; readonly text: string };

const tell = (message: TrainingProcessMessage): void => process.parentPort.postMessage(message);

/** Enough to look like a shop, few enough to be there at once. */
const subscribers = 2_000;
const seed = 122;
const reportEveryMs = 240_000;

const { url, liveUrl, auditUrl, devicesUrl, devices } = await startUpstream({
  subscribers,
  seed,
  onSms: (_, text) => tell({ type: 'sms', text }),
});
reportDevices();
setInterval(reportDevices, reportEveryMs);

/** As real devices do. */
function reportDevices(): void {
  for (const report of inventedDevices(Date.now())) {
    const id = deviceIdPrefix + report.device;
    const before = devices.find(id);
    devices.put(id, { ...report, ...(before !== null && { _rev: before._rev }) });
  }
}

tell({ type: 'listening', url, liveUrl, auditUrl, devicesUrl });
