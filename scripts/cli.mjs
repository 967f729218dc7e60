// @ts-check
// `npm run -s cli -- COMMAND …`: the engine without a window. Only the command itself writes to stdout.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { projectFolder } from './folders.mjs';
import { runScript } from './runScript.mjs';

await runScript(async () => {
  await ensureDependencies();
  await ensureBuild();
  const program = join(projectFolder, 'dist', 'cli.js');
  const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  return status ?? 1;
});
