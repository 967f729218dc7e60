/** Entry of the process in which the built-in upstream runs, so that the window never waits for it. */
import { startUpstream } from './upstream';

/** Sent once, when the upstream listens. */
export interface TrainingProcessMessage {
  /** Of the feed's database. */
  readonly url: string;
  /** Below which the live interfaces stand. */
  readonly liveUrl: string;
}

/** Enough to look like a shop, few enough to be there at once. */
const subscribers = 2_000;
const seed = 122;

const { url, liveUrl } = await startUpstream({
  subscribers,
  seed,
  // Where a trainer who started the program from a terminal reads the codes.
  onSms: (msisdn, text) => process.stderr.write(`SMS to ${msisdn}: ${text}\n`),
});
const listening: TrainingProcessMessage = { url, liveUrl };
process.parentPort.postMessage(listening);
