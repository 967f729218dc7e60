// @ts-check
// `npm test`: every check there is, in order. `npm test -- lint unit` runs those two alone.

import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { ensureBuild } from './build.mjs';
import { needsShell, runQuietly, SetupProblem } from './commands.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { lacksDisplay, startVirtualDisplay } from './display.mjs';
import { ensureElectron } from './electronRuntime.mjs';
import { projectFolder } from './folders.mjs';
import { runScript } from './runScript.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

/**
 * @typedef {{ name: string, run: () => Promise<boolean> }} Check
 * @typedef {{ name: string, passed: boolean, seconds: number }} Result
 */

/** @type {readonly Check[]} what only reads the sources, and so can run side by side */
const readingChecks = [
  { name: 'format', run: () => quietTool('format', 'prettier', '--check', '.') },
  { name: 'lint', run: () => quietTool('lint', 'eslint', '.', '--max-warnings', '0') },
  { name: 'types', run: () => quietTool('types', 'tsc', '--build') },
  { name: 'imports', run: () => quietTool('imports', 'depcruise', 'shared', 'electron', 'renderer', 'test') },
  { name: 'dead-code', run: () => quietTool('dead-code', 'knip') },
];

/** @type {readonly Check[]} */
const runningChecks = [
  { name: 'unit', run: () => tool('vitest', 'run', 'test/unit') },
  { name: 'integration', run: () => tool('vitest', 'run', 'test/integration') },
  { name: 'build', run: () => ensureBuild().then(() => true) },
  { name: 'pack', run: () => run(process.execPath, [join(projectFolder, 'scripts', 'pack.mjs')]) },
  { name: 'e2e', run: runEndToEnd },
];

await runScript(async () => {
  const isSelected = selection(process.argv.slice(2));
  const results = [await measure({ name: 'setup', run: setUp })];
  if (results.every(({ passed }) => passed)) {
    results.push(...(await Promise.all(readingChecks.filter(isSelected).map(measure))));
    for (const check of runningChecks.filter(isSelected)) {
      printTitle(check.name);
      results.push(await measure(check));
    }
  }

  printTitle('summary');
  for (const { name, passed, seconds } of results) {
    console.log(`${passed ? '✓' : '✗'} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(7)} s`);
  }
  const failed = results.filter(({ passed }) => !passed).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

async function setUp() {
  await ensureSystemPackages(lacksDisplay() ? ['electron', 'display'] : ['electron']);
  await ensureDependencies();
  return true;
}

/**
 * @param {Check} check
 * @returns {Promise<Result>}
 */
async function measure({ name, run }) {
  const startedAt = performance.now();
  const passed = await run().catch((problem) => {
    // The reason goes to the reader; the checks after this one still have their turn.
    console.error(problem instanceof SetupProblem ? problem.message : problem);
    return false;
  });
  return { name, passed, seconds: (performance.now() - startedAt) / 1000 };
}

/** @param {string} title */
function printTitle(title) {
  console.log(`\n── ${title} ${'─'.repeat(70 - title.length)}`);
}

/**
 * @param {readonly string[]} names none means all
 * @returns {(check: Check) => boolean}
 */
function selection(names) {
  const known = [...readingChecks, ...runningChecks].map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new SetupProblem(`There is no check named ${unknown.join(', ')}. There are: ${known.join(', ')}`);
  }
  return ({ name }) => names.length === 0 || names.includes(name);
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

/** @param {string} name */
function localTool(name) {
  return join(projectFolder, 'node_modules', '.bin', name);
}

/**
 * Shows what the tool said once it is done, so that the words of several do not mix.
 *
 * @param {string} title
 * @param {string} name
 * @param {string[]} args
 */
async function quietTool(title, name, ...args) {
  const { code, output } = await runQuietly(localTool(name), args, { cwd: projectFolder });
  printTitle(title);
  console.log(output.trimEnd());
  return code === 0;
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
      shell: needsShell(command),
    });
    child.once('error', (problem) => {
      console.error(problem.message);
      resolve(false);
    });
    child.once('close', (code) => resolve(code === 0));
  });
}
