// @ts-check
import { spawn, spawnSync } from 'node:child_process';

/** An expected obstacle: its message is the one line that tells the person what to do. */
export class SetupProblem extends Error {}

/**
 * Runs a command to its end without a terminal and keeps what it printed, both streams in order.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>} code 127 when the command does not exist, 1 when a signal ended it
 */
export function runQuietly(command, args, { cwd, env, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      shell: needsShell(command),
    });
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (problem) => resolve({ code: 127, output: problem.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Like runQuietly, for a command that setup cannot go on without.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Parameters<typeof runQuietly>[2]} [options]
 * @returns {Promise<string>} what it printed
 * @throws {SetupProblem} with the end of what it printed
 */
export async function runOrFail(command, args, options) {
  const { code, output } = await runQuietly(command, args, options);
  if (code !== 0) {
    const end = output.trimEnd().split('\n').slice(-40).join('\n');
    throw new SetupProblem(`${end}\n\`${[command, ...args].join(' ')}\` failed (exit code ${code}).`);
  }
  return output;
}

/**
 * On Windows npm and what it links are .cmd files, which only a shell starts.
 *
 * @param {string} command
 */
export function needsShell(command) {
  return process.platform === 'win32' && command !== process.execPath;
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {{ ok: boolean, output: string }} ok is false also when the command does not exist
 */
export function ask(command, args) {
  const { status, stdout } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return { ok: status === 0, output: stdout ?? '' };
}
