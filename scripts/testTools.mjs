// @ts-check
// How the commands that test run their tools.

import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { ensureBuild } from './build.mjs';
import { needsShell } from './commands.mjs';
import { ensureElectron } from './electronRuntime.mjs';
import { projectFolder } from './folders.mjs';

/** @param {string} title */
export function printTitle(title) {
  console.log(`\n── ${title} ${'─'.repeat(70 - title.length)}`);
}

/** @param {string} name */
export function localTool(name) {
  return join(projectFolder, 'node_modules', '.bin', name);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<boolean>} whether it ended with exit code 0
 */
export function runTool(command, args, env) {
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

/**
 * Opens real windows; where there is no display, each worker of the tests starts one.
 *
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function runEndToEnd(args = [], env = {}) {
  await ensureBuild();
  const { folder } = await ensureElectron();
  return runTool(localTool('playwright'), ['test', ...args], {
    ELECTRON_OVERRIDE_DIST_PATH: folder,
    ...env,
  });
}
