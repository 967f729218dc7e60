/** Entry of the process in which the built-in upstream runs, so that the window never waits for it. */
import { startUpstream } from './upstream';

/** Enough to look like a shop, few enough to be there at once. */
const subscribers = 2_000;
const seed = 122;

const upstream = await startUpstream({ subscribers, seed });
process.parentPort.postMessage({ url: upstream.url });
