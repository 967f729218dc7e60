/** The real program, killed at any moment: nothing of it lives on, and the cache is as sound as if it had ended. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCacheReader } from '../../electron/db/cache';
import { checkIntegrity } from '../../electron/db/integrity';
import { SeededRandom } from '../../electron/services/training/seededRandom';
import { startUpstream } from '../../electron/services/training/upstream';
import { effortSeed, sizeOf } from '../helpers/effort';
import { reportFigure } from '../helpers/figures';
import { syncStatus } from './feedState';
import { expect, launch, provisionKey, test, writeSettings } from './fixture';

const kills = sizeOf({ short: 2, long: 25 });
const subscribers = sizeOf({ short: 5_000, long: 50_000 });

test('the main process, killed while documents come in, leaves a sound cache and no process', async ({
  profileFolder,
}) => {
  test.setTimeout(60_000 + kills * 25_000);
  test.skip(process.platform !== 'linux', 'looks for processes in /proc');
  const upstream = await startUpstream({ subscribers, seed: 7, tickMs: 0 });
  const random = new SeededRandom(effortSeed, 41);
  provisionKey(profileFolder);
  const args = [
    '--config',
    writeSettings(profileFolder, { market: 'CI', feed: { url: upstream.url }, shop: { id: 'A', name: 'A' } }),
  ];
  const keyHex = readFileSync(join(profileFolder, 'comptoir.key'), 'utf8');
  let sound = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const { app } = await launch(profileFolder, args);
    await new Promise((resolve) => setTimeout(resolve, random.integer(0, 1_500)));
    // By then the one that writes the cache may be among them.
    const processes = await app.evaluate(({ app: program }) => program.getAppMetrics().map(({ pid }) => pid));
    app.process().kill('SIGKILL');
    await expect
      .poll(() => processes.filter((pid) => existsSync(`/proc/${pid}/exe`)), { timeout: 15_000 })
      .toEqual([]);
    const reader = await openCacheReader({ folder: join(profileFolder, 'cache'), keyHex });
    if (!reader.ok) throw new Error(reader.error.message);
    expect(await checkIntegrity(reader.value)).toEqual({ problems: [] });
    await reader.value.close();
    sound += 1;
  }
  const { app, page } = await launch(profileFolder, args);
  await expect
    .poll(() => syncStatus(page), { timeout: 60_000 })
    .toMatchObject({ complete: true, subscribers, cache: { repair: null } });
  await app.close();
  await upstream.close();
  reportFigure(
    'Storage faults',
    'kill -9 of the main process',
    `${kills} kills, ${sound} sound, no process left`,
  );
});
