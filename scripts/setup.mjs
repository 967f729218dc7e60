// @ts-check
// Makes a fresh clone runnable and prints the folder of the Electron runtime.

import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureElectron } from './electronRuntime.mjs';
import { runScript } from './runScript.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

await runScript(async () => {
  await ensureSystemPackages(['compiler', 'electron', 'speech', 'display']);
  await ensureDependencies();
  const { folder } = await ensureElectron();
  await ensureBuild();
  console.log(folder);
  return 0;
});
