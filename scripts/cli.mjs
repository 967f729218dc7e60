// @ts-check
// `npm run -s cli -- COMMAND …`: the engine without a window. Only the command itself writes to stdout.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { projectFolder } from './folders.mjs';
import { runScript } from './runScript.mjs';

await runScript(async () => {
  await ensureDependencies();
  await ensureBuild();
  return 0;
});

if (process.exitCode === 0) {
  // In this same process, so that its signals and its exit code are the command's own.
  const program = join(projectFolder, 'dist', 'cli.js');
  process.argv[1] = program;
  await import(pathToFileURL(program).href);
}
