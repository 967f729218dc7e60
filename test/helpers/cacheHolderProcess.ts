/** Holds a cache as the program does, until it is killed. */
import { openSoundCache } from '../../electron/db/soundCache';

const [folder = '', keyHex = ''] = process.argv.slice(2);
const opened = await openSoundCache({ folder, keyHex }, 'powerCut', Date.now);
process.stdout.write(opened.ok ? 'held\n' : `${opened.error.code}\n`);
setInterval(() => undefined, 1_000);
