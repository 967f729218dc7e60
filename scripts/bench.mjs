// @ts-check
// `npm run bench -- [--quick | --large] [--no-window]`: bundles test/bench, which plain Node cannot run, and runs it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { ensureDependencies } from './dependencies.mjs';
import { projectFolder, workFolder } from './folders.mjs';
import { runScript } from './runScript.mjs';

const programs = ['run', 'feedServer', 'contenderProcess'];

await runScript(async () => {
  await ensureDependencies();
  const folder = join(workFolder, 'bench');
  await bundle(folder);
  const report = join(workFolder, 'bench.json');
  const bench = spawn(process.execPath, [join(folder, 'run.js'), report, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  const [code] = await once(bench, 'exit');
  return code ?? 1;
});

/** @param {string} folder */
async function bundle(folder) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: projectFolder,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['sqlite3', 'pouchdb', '@playwright/test'] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: Object.fromEntries(
          programs.map((name) => [name, join(projectFolder, 'test', 'bench', `${name}.ts`)]),
        ),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
}
