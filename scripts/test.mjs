// @ts-check
// `npm test`: every check there is, in order. `npm test -- lint unit` runs those two alone.

import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { ensureBuild } from './build.mjs';
import { SetupProblem } from './commands.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { lacksDisplay, startVirtualDisplay } from './display.mjs';
import { ensureElectron } from './electronRuntime.mjs';
import { projectFolder } from './folders.mjs';
import { runScript } from './runScript.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

/** @typedef {{ name: string, run: () => Promise<boolean> }} Check */

/** @type {readonly Check[]} */
const checks = [
  { name: 'format', run: () => tool('prettier', '--check', '.') },
  { name: 'lint', run: () => tool('eslint', '.', '--max-warnings', '0') },
  { name: 'types', run: () => tool('tsc', '--build') },
  { name: 'imports', run: () => tool('depcruise', 'shared', 'electron', 'renderer', 'test', 'scripts') },
  { name: 'dead-code', run: () => tool('knip') },
  { name: 'unit', run: () => tool('vitest', 'run', 'test/unit') },
  { name: 'integration', run: () => tool('vitest', 'run', 'test/integration') },
  { name: 'build', run: succeeds(ensureBuild) },
  { name: 'pack', run: () => run(process.execPath, [join(projectFolder, 'scripts', 'pack.mjs')]) },
  { name: 'e2e', run: runEndToEnd },
];

await runScript(async () => {
  const selected = select(process.argv.slice(2));
  await ensureSystemPackages(lacksDisplay() ? ['electron', 'display'] : ['electron']);
  await ensureDependencies();

  const results = [];
  for (const check of selected) {
    console.log(`\n── ${check.name} ${'─'.repeat(70 - check.name.length)}`);
    const startedAt = performance.now();
    const passed = await check.run();
    results.push({ name: check.name, passed, seconds: (performance.now() - startedAt) / 1000 });
  }

  console.log('\n── summary ──');
  for (const { name, passed, seconds } of results) {
    console.log(`${passed ? '✓' : '✗'} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(7)} s`);
  }
  const failed = results.filter(({ passed }) => !passed).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

/**
 * @param {readonly string[]} names none means all
 * @returns {readonly Check[]}
 */
function select(names) {
  const known = checks.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new SetupProblem(`There is no check named ${unknown.join(', ')}. There are: ${known.join(', ')}`);
  }
  return names.length === 0 ? checks : checks.filter(({ name }) => names.includes(name));
}

/** Opens real windows, on a virtual display where there is none. */
async function runEndToEnd() {
  await ensureBuild();
  const { folder } = await ensureElectron();
  const display = lacksDisplay() ? await startVirtualDisplay() : undefined;
  try {
    return await run(localTool('playwright'), ['test'], {
      ELECTRON_OVERRIDE_DIST_PATH: folder,
      ...display?.env,
    });
  } finally {
    await display?.stop();
  }
}

/**
 * @param {() => Promise<void>} step
 * @returns {() => Promise<boolean>} false, and the reason on stderr, where an expected obstacle stops it
 */
function succeeds(step) {
  return async () => {
    try {
      await step();
      return true;
    } catch (problem) {
      if (!(problem instanceof SetupProblem)) {
        throw problem;
      }
      console.error(problem.message);
      return false;
    }
  };
}

/** @param {string} name */
function localTool(name) {
  return join(projectFolder, 'node_modules', '.bin', name);
}

/**
 * @param {string} name
 * @param {string[]} args
 */
function tool(name, ...args) {
  return run(localTool(name), args);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<boolean>} whether it ended with exit code 0
 */
function run(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: projectFolder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      // What npm links on Windows are .cmd files, which only a shell starts.
      shell: process.platform === 'win32',
    });
    child.once('error', (problem) => {
      console.error(problem.message);
      resolve(false);
    });
    child.once('close', (code) => resolve(code === 0));
  });
}
