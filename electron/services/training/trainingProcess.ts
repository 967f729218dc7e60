/** Entry of the process in which the built-in upstream runs, so that the window never waits for it. */
import { deviceIdPrefix } from '../../../shared/domain/deviceReport';
import { inventedDevices } from './inventedDevices';
import { startUpstream } from './upstream';

/** Sent once, when the upstream listens. */
export interface TrainingProcessMessage {
  /** Of the feed's database. */
  readonly url: string;
  /** Of the database that takes the heads of audit logs. */
  readonly auditUrl: string;
  /** Below which the live interfaces stand. */
  readonly liveUrl: string;
  /** Of the database of devices. */
  readonly devicesUrl: string;
}

/** Enough to look like a shop, few enough to be there at once. */
const subscribers = 2_000;
const seed = 122;
const reportEveryMs = 240_000;

const { url, liveUrl, auditUrl, devicesUrl, devices } = await startUpstream({
  subscribers,
  seed,
  // Where a trainer who started the program from a terminal reads the codes.
  onSms: (msisdn, text) => process.stderr.write(`SMS to ${msisdn}: ${text}\n`),
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

const listening: TrainingProcessMessage = { url, liveUrl, auditUrl, devicesUrl };
process.parentPort.postMessage(listening);
