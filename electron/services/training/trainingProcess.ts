/** Entry of the process in which the built-in upstream runs, so that the window never waits for it. */
import { startUpstream } from './upstream';

/** Sent once, when the upstream listens. */
export interface TrainingProcessMessage {
  readonly url: string;
}

/** Enough to look like a shop, few enough to be there at once. */
const subscribers = 2_000;
const seed = 122;

const { url } = await startUpstream({ subscribers, seed });
const listening: TrainingProcessMessage = { url };
process.parentPort.postMessage(listening);
