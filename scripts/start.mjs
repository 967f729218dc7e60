// @ts-check
// `npm start -- [arguments of the program]`: sets up what is missing, then opens Comptoir and stays until it ends.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { lacksDisplay, startVirtualDisplay } from './display.mjs';
import { ensureElectron } from './electronRuntime.mjs';
import { projectFolder, workFolder } from './folders.mjs';
import { runScript } from './runScript.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

const screenshotFile = join(workFolder, 'screenshot.png');
const screenshotEveryMs = 5_000;

// How long the program may take to close.
const patienceMs = 10_000;

// The program logs this event when a person can see its window.
const windowShown = 'window:shown';

const startedAt = performance.now();

await runScript(async () => {
  await ensureSystemPackages(lacksDisplay() ? ['electron', 'speech', 'display'] : ['electron', 'speech']);
  await ensureDependencies();
  const { executable } = await ensureElectron();
  await ensureBuild();

  const display = lacksDisplay() ? await startVirtualDisplay({ endsWithLastProgram: true }) : undefined;
  try {
    return await runProgram(executable, display);
  } finally {
    await display?.stop();
  }
});

/**
 * @param {string} executable
 * @param {import('./display.mjs').VirtualDisplay | undefined} display
 * @returns {Promise<number>} the program's exit code
 */
async function runProgram(executable, display) {
  if (display) {
    console.error(`• No display here: Comptoir opens on a virtual one (DISPLAY=${display.env.DISPLAY}).`);
  }
  const switches = [
    // Chromium refuses to sandbox what root runs.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // Where there is no desktop, Chromium's own log is about its absence only.
    ...(display ? ['--log-level=3'] : []),
  ];
  const program = spawn(executable, [...switches, '.', ...programArguments()], {
    cwd: projectFolder,
    env: { ...process.env, ...display?.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(program, 'exit');

  // A signal from a terminal or to the process group has reached the program already, and Chromium closes in good order
  // at the first of each kind only: so it is passed on as one of another kind.
  let isStopping = false;
  const stop = (/** @type {NodeJS.Signals} */ received) => {
    if (!isStopping) {
      isStopping = true;
      program.kill(received === 'SIGTERM' ? 'SIGINT' : 'SIGTERM');
      setTimeout(() => program.kill('SIGKILL'), patienceMs).unref();
    }
  };
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);

  // Between npm and this process stands a shell that a signal for npm ends without passing it on.
  const parent = process.ppid;
  const orphanWatch = setInterval(() => {
    if (process.env['npm_lifecycle_event'] !== undefined && process.ppid !== parent) {
      stop('SIGHUP');
    }
  }, 1_000);

  /** @type {NodeJS.Timeout | undefined} */
  let screenshots;
  program.stdout.pipe(process.stdout);
  program.stderr.pipe(process.stderr);
  for (const output of [program.stdout, program.stderr]) {
    output.on('data', (/** @type {Buffer} */ chunk) => {
      if (screenshots === undefined && chunk.includes(windowShown)) {
        const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
        console.error(`✓ Comptoir is open (${seconds} s after the start). Ctrl-C ends it.`);
        if (display) {
          console.error(
            `• Screenshot of its window, renewed every ${screenshotEveryMs / 1000} s: ${screenshotFile}`,
          );
          display.takeScreenshot(screenshotFile);
        }
        screenshots = setInterval(() => display?.takeScreenshot(screenshotFile), screenshotEveryMs);
      }
    });
  }

  const [code] = await exited;
  clearInterval(orphanWatch);
  clearInterval(screenshots);
  if (screenshots === undefined && !isStopping) {
    console.error('✗ Comptoir ended before its window was open. If it runs already, its window is that one.');
  }
  return isStopping ? 0 : (code ?? 1);
}

/** Training mode unless the person named settings. */
function programArguments() {
  const given = process.argv.slice(2);
  const namesSettings =
    Boolean(process.env['COMPTOIR_CONFIG']) ||
    given.some((arg) => arg === '--training' || /^--config(=|$)/.test(arg));
  return namesSettings ? given : ['--training', ...given];
}
