// @ts-check
// The registry-shipped Electron comes without a default app, which is what makes `electron FOLDER` work.
// This one reads `electron [-r FILE]… [switches] FOLDER [arguments]`, the form that `npm start` and Playwright use.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { app } from 'electron';

/**
 * @param {readonly string[]} args
 * @returns {{ preloads: string[], folder: string | undefined }}
 */
function readArguments(args) {
  /** @type {string[]} */
  const preloads = [];
  for (let position = 0; position < args.length; position += 1) {
    const arg = args[position] ?? '';
    if (arg === '-r') {
      position += 1;
      preloads.push(args[position] ?? '');
    } else if (!arg.startsWith('-')) {
      return { preloads, folder: arg };
    }
  }
  return { preloads, folder: undefined };
}

const { preloads, folder } = readArguments(process.argv.slice(1));
if (folder === undefined) {
  console.error('Usage: electron [-r FILE] FOLDER [arguments]');
  process.exit(2);
}

const requireFrom = createRequire(join(process.cwd(), 'package.json'));
for (const preload of preloads) {
  requireFrom(preload);
}

const appFolder = resolve(folder);
const description = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8'));
// Electron's own default app uses these two as well, but they are left out of its published types.
const loader =
  /** @type {typeof app & { setVersion(version: string): void, setAppPath(path: string): void }} */ (app);
loader.setName(description.productName ?? description.name);
loader.setVersion(description.version);
loader.setAppPath(appFolder);
Object.assign(process, { defaultApp: true });

// Awaited here, so that "ready" is not fired before the program had its chance to prepare for it.
await import(pathToFileURL(join(appFolder, description.main)).href);
