/** A kiosk that is asked for one guess and killed as soon as it has been looked at: the process that the fault test starts. */
import { openCacheReader, openCacheWriter } from '../../electron/db/cache';
import { openThrottle } from '../../electron/services/throttle';
import { openTriesMarker } from '../../electron/services/triesMarker';

const [folder = '', keyHex = '', markerFile = '', window = ''] = process.argv.slice(2);

function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

const writer = await openCacheWriter({ folder, keyHex }, 'powerCut');
const reader = await openCacheReader({ folder, keyHex });
if (!writer.ok || !reader.ok) throw new Error('The kiosk cannot open.');
const throttle = await openThrottle({
  reader: reader.value,
  writer: writer.value,
  marker: openTriesMarker(markerFile, keyHex),
  keyHex,
});
const outcome = await throttle.attempt(
  { kind: 'customer', id: '2250700000001' },
  async () => {
    process.stdout.write('looked');
    if (window === 'looking') await die();
    return 'wrong';
  },
  () => (window === 'telling' ? die() : Promise.resolve()),
);
process.stdout.write(` ${outcome.kind}`);
await die();
