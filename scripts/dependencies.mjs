// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { ask, runOrFail, SetupProblem } from './commands.mjs';
import { fingerprint, isStamped, stamp } from './fingerprint.mjs';
import { projectFolder, workFolder } from './folders.mjs';
import { ensure } from './steps.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

const modulesFolder = join(projectFolder, 'node_modules');

// Kept inside node_modules, so that it goes when they go.
const stampFile = join(modulesFolder, '.comptoir-setup');

/** Brings node_modules to what the lock file says, the SQLCipher driver compiled. */
export async function ensureDependencies() {
  const wanted = fingerprint(projectFolder, ['package-lock.json'], [process.platform, process.arch]);
  await ensure({
    title: 'Installing dependencies and compiling SQLCipher (about two minutes)',
    lockFile: join(workFolder, 'dependencies.lock'),
    isDone() {
      if (isStamped(stampFile, wanted)) {
        return true;
      }
      // Whoever ran npm by hand is not made to wait for it again.
      if (!isInstalledAsLocked() || !driverLoads()) {
        return false;
      }
      stamp(stampFile, wanted);
      return true;
    },
    async run() {
      await ensureSystemPackages(['compiler']);
      await runOrFail('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
        cwd: projectFolder,
        env: { npm_config_loglevel: 'error', JOBS: 'max', ...localNodeHeaders() },
      });
      if (!driverLoads()) {
        throw new SetupProblem(
          'The SQLCipher driver was not compiled. Please run `npm rebuild sqlite3 --foreground-scripts` to see why.',
        );
      }
      stamp(stampFile, wanted);
    },
  });
}

/** Compares the lock file with the one that npm leaves in node_modules about what it really installed. */
function isInstalledAsLocked() {
  const installedFile = join(modulesFolder, '.package-lock.json');
  if (!existsSync(installedFile)) {
    return false;
  }
  const locked = readPackages(join(projectFolder, 'package-lock.json'));
  const installed = readPackages(installedFile);
  const isAsLocked = Object.entries(locked).every(([path, { version, optional }]) => {
    const found = installed[path];
    return path === '' || (found === undefined ? optional === true : found.version === version);
  });
  return isAsLocked && Object.keys(installed).every((path) => path in locked);
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean }>} by path; the project itself has the empty path
 */
function readPackages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

/** Asked of another process, as a native module cannot be unloaded when npm is to replace it. */
function driverLoads() {
  return ask(process.execPath, ['-e', `require(${JSON.stringify(join(modulesFolder, 'sqlite3'))})`]).ok;
}

/**
 * Node's own headers where they came with Node, so that compiling need not download them.
 *
 * @returns {{ npm_config_nodedir?: string }}
 */
function localNodeHeaders() {
  if (process.env['npm_config_nodedir']) {
    return {};
  }
  const [major] = process.versions.node.split('.');
  const folder = [dirname(dirname(process.execPath)), '/usr', '/usr/local'].find((candidate) => {
    const header = join(candidate, 'include', 'node', 'node_version.h');
    return (
      existsSync(header) && readFileSync(header, 'utf8').includes(`#define NODE_MAJOR_VERSION ${major}\n`)
    );
  });
  return folder === undefined ? {} : { npm_config_nodedir: folder };
}
