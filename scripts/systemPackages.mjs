// @ts-check
// What has to come from the operating system: a compiler with OpenSSL's headers for the SQLCipher driver,
// the libraries that Electron links to, on a machine without a screen a virtual one, for the tests what speaks and what
// reads tickets.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { ask, runOrFail, SetupProblem } from './commands.mjs';
import { timed } from './steps.mjs';

/**
 * @typedef {'compiler' | 'electron' | 'speech' | 'display' | 'tickets'} Purpose
 * @typedef {object} Need
 * @property {string[]} packages the names Debian and Ubuntu releases know it by, newest first
 * @property {string} [library] as the dynamic loader names it
 * @property {string} [program] as found in PATH
 * @property {string[]} [files] one of which exists when it is there
 */

/** @type {Record<Purpose, Need[]>} */
const needs = {
  compiler: [
    { packages: ['python3'], program: 'python3' },
    { packages: ['make'], program: 'make' },
    { packages: ['g++'], program: 'g++' },
    {
      packages: ['libssl-dev'],
      files: ['/usr/include/openssl/ssl.h', '/usr/local/include/openssl/ssl.h'],
    },
  ],
  electron: [
    { packages: ['libgtk-3-0t64', 'libgtk-3-0'], library: 'libgtk-3.so.0' },
    { packages: ['libnss3'], library: 'libnss3.so' },
    { packages: ['libasound2t64', 'libasound2'], library: 'libasound.so.2' },
    { packages: ['libgbm1'], library: 'libgbm.so.1' },
    { packages: ['libxss1'], library: 'libXss.so.1' },
    { packages: ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'], library: 'libatk-bridge-2.0.so.0' },
    { packages: ['libcups2t64', 'libcups2'], library: 'libcups.so.2' },
  ],
  speech: [{ packages: ['espeak-ng'], program: 'espeak-ng' }],
  display: [
    { packages: ['xvfb'], program: 'Xvfb' },
    { packages: ['scrot'], program: 'scrot' },
  ],
  // Its tests read what a ticket says as PDF.
  tickets: [{ packages: ['poppler-utils'], program: 'pdftotext' }],
};

/**
 * Installs what is missing where that is allowed. Does nothing on systems other than Linux, where all of it comes
 * with the system or with its build tools.
 *
 * @param {readonly Purpose[]} purposes
 * @throws {SetupProblem} with the one line to run where rights are lacking
 */
export async function ensureSystemPackages(purposes) {
  const missing = process.platform === 'linux' ? missingFor(purposes) : [];
  if (missing.length === 0) {
    return;
  }
  if (!isOnPath('apt-get')) {
    const names = missing.map((need) => need.library ?? need.program ?? need.files?.[0]);
    throw new SetupProblem(
      `Please install with your system's package manager what provides: ${names.join(', ')}`,
    );
  }

  const isRoot = process.getuid?.() === 0;
  const prefix = isRoot ? [] : ['sudo', '-n'];
  const mayInstall = isRoot || ask('sudo', ['-n', 'true']).ok;
  if (!mayInstall) {
    throw new SetupProblem(
      `System packages are missing. Please run: sudo apt-get install -y ${missing.map(knownName).join(' ')}`,
    );
  }
  const apt = (/** @type {string[]} */ ...args) => {
    const [command = '', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return runOrFail(command, rest);
  };
  await timed('Reading the list of system packages', () => apt('update', '-q'));
  const names = missing.map(knownName);
  await timed(`Installing system packages: ${names.join(' ')}`, () =>
    apt('install', '-q', '-y', '--no-install-recommends', ...names),
  );
}

/** @param {readonly Purpose[]} purposes */
function missingFor(purposes) {
  const wanted = purposes.flatMap((purpose) => needs[purpose]);
  const libraries = wanted.some((need) => need.library) ? listLibraries() : '';
  return wanted.filter(
    ({ library, program, files }) =>
      (library !== undefined && !libraries.includes(`\t${library} `)) ||
      (program !== undefined && !isOnPath(program)) ||
      (files !== undefined && !files.some((file) => existsSync(file))),
  );
}

function listLibraries() {
  // An ordinary user's PATH often lacks /sbin.
  const program = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((path) => existsSync(path)) ?? 'ldconfig';
  return ask(program, ['-p']).output;
}

/** @param {string} program */
function isOnPath(program) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/**
 * The 64-bit-time transition renamed some libraries.
 *
 * @param {Need} need
 */
function knownName({ packages }) {
  return packages.find((name) => ask('apt-cache', ['show', name]).ok) ?? packages.at(-1) ?? '';
}
