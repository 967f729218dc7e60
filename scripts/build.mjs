// @ts-check
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { runOrFail } from './commands.mjs';
import { fingerprint, isStamped, stamp } from './fingerprint.mjs';
import { projectFolder, workFolder } from './folders.mjs';
import { ensure } from './steps.mjs';

const stampFile = join(workFolder, 'build');
const sources = [
  'electron',
  'renderer',
  'shared',
  'vite.config.ts',
  'vite.electron.config.ts',
  'package-lock.json',
];
const outputs = ['dist/main.js', 'dist/preload.cjs', 'dist/cli.js', 'dist/renderer/index.html'];

/** Builds dist/ when a source has changed since it was built. Needs the dependencies to be installed. */
export async function ensureBuild() {
  const wanted = fingerprint(projectFolder, sources);
  await ensure({
    title: 'Building',
    lockFile: join(workFolder, 'build.lock'),
    isDone: () =>
      isStamped(stampFile, wanted) && outputs.every((output) => existsSync(join(projectFolder, output))),
    async run() {
      // Of an earlier build no file is to be packed along.
      await rm(join(projectFolder, 'dist'), { recursive: true, force: true });
      const vite = join(projectFolder, 'node_modules', 'vite', 'bin', 'vite.js');
      const build = (/** @type {string[]} */ ...args) =>
        runOrFail(process.execPath, [vite, 'build', '--logLevel', 'warn', ...args], {
          cwd: projectFolder,
          env: { NO_COLOR: '1' },
        });
      await Promise.all([build(), build('--config', 'vite.electron.config.ts')]);
      stamp(stampFile, wanted);
    },
  });
}
