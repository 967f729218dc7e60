// @ts-check
// A screen for machines that have none.

import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { SetupProblem } from './commands.mjs';

/** Whether windows would have nowhere to appear. Only Linux can lack a display. */
export function lacksDisplay() {
  return process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
}

/**
 * @typedef {object} VirtualDisplay
 * @property {{ DISPLAY: string, XAUTHORITY: string }} env for the programs that are to appear on it
 * @property {(file: string) => void} takeScreenshot writes a PNG in one piece; does nothing once the display is gone
 * @property {() => Promise<void>} stop
 */

/**
 * Starts an X server that draws into memory, 1920×1080, open only to those who have its cookie.
 *
 * @param {{ endsWithLastProgram?: boolean }} [options] whether it ends by itself when nothing uses it any more, so that
 *   it does not stay behind when the starting process is killed
 * @returns {Promise<VirtualDisplay>}
 */
export async function startVirtualDisplay({ endsWithLastProgram = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'comptoir-display-'));
  const authority = join(folder, 'authority');
  writeFileSync(authority, cookieForAnyDisplay(), { mode: 0o600 });

  // In a process group of its own: Ctrl-C is for the program first, which still needs its display to close.
  const server = spawn(
    'Xvfb',
    [
      ...['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-auth', authority],
      ...(endsWithLastProgram ? ['-terminate'] : []),
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const exited = once(server, 'exit').catch(() => undefined);
  const number = await Promise.race([firstLine(server.stdio[3]), exited]);
  if (typeof number !== 'string') {
    rmSync(folder, { recursive: true });
    throw new SetupProblem('The virtual display did not start. Please run `Xvfb -displayfd 1` to see why.');
  }

  const env = { DISPLAY: `:${number}`, XAUTHORITY: authority };
  return {
    env,
    takeScreenshot(file) {
      mkdirSync(dirname(file), { recursive: true });
      const partial = `${file}.partial.png`;
      const { status } = spawnSync('scrot', ['--silent', '--overwrite', partial], {
        env: { ...process.env, ...env },
        stdio: 'ignore',
      });
      if (status === 0) {
        renameSync(partial, file);
      }
    },
    async stop() {
      server.kill();
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * An Xauthority entry: family (any), address (none), display number (none), name and data of the cookie,
 * each but the first led by its length in two bytes.
 */
function cookieForAnyDisplay() {
  const fields = ['', '', 'MIT-MAGIC-COOKIE-1', randomBytes(16)].flatMap((field) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(field.length);
    return [length, Buffer.from(field)];
  });
  return Buffer.concat([Buffer.from([0xff, 0xff]), ...fields]);
}

/**
 * @param {unknown} stream
 * @returns {Promise<string | undefined>}
 */
async function firstLine(stream) {
  let received = '';
  for await (const chunk of /** @type {import('node:stream').Readable} */ (stream)) {
    received += chunk;
    if (received.includes('\n')) {
      return received.trim();
    }
  }
  return undefined;
}
