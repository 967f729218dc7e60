// @ts-check
// `npm run bench -- [--quick | --large] [--no-window]`: bundles test/bench, which plain Node cannot run, and runs it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { ensureBuild } from './build.mjs';
import { SetupProblem } from './commands.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { lacksDisplay, startVirtualDisplay } from './display.mjs';
import { ensureElectron } from './electronRuntime.mjs';
import { projectFolder, workFolder } from './folders.mjs';
import { runScript } from './runScript.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

const options = ['--quick', '--large', '--no-window'];
const programs = ['run', 'feedServer', 'contenderProcess'];
const bundleFolder = join(workFolder, 'bench');

await runScript(async () => {
  const args = process.argv.slice(2);
  const unknown = args.find((arg) => !options.includes(arg));
  if (unknown !== undefined) throw new SetupProblem(`${unknown}: npm run bench knows ${options.join(', ')}`);
  const withWindow = !args.includes('--quick') && !args.includes('--no-window');
  await ensureSystemPackages(withWindow ? (lacksDisplay() ? ['electron', 'display'] : ['electron']) : []);
  await ensureDependencies();
  await bundle();
  return withWindow ? runWithWindow(args) : run(args);
});

/** @param {readonly string[]} args */
async function runWithWindow(args) {
  await ensureBuild();
  const { folder } = await ensureElectron();
  const display = lacksDisplay() ? await startVirtualDisplay() : undefined;
  try {
    return await run(args, { ELECTRON_OVERRIDE_DIST_PATH: folder, ...display?.env });
  } finally {
    await display?.stop();
  }
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code
 */
async function run(args, env) {
  const report = join(workFolder, 'bench.json');
  const bench = spawn(process.execPath, [join(bundleFolder, 'run.js'), report, ...args], {
    cwd: projectFolder,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  const [code] = await once(bench, 'exit');
  return code ?? 1;
}

async function bundle() {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: projectFolder,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['sqlite3', 'pouchdb', '@playwright/test'] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: bundleFolder,
      emptyOutDir: true,
      rolldownOptions: {
        input: Object.fromEntries(
          programs.map((name) => [name, join(projectFolder, 'test', 'bench', `${name}.ts`)]),
        ),
        // All beside each other: the end-to-end fixture finds the project from where it lies.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
}
