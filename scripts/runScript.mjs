// @ts-check
import { SetupProblem } from './commands.mjs';

/**
 * The frame of a command: its result is the exit code, and an expected obstacle is told without a stack trace.
 *
 * @param {() => Promise<number>} command
 */
export async function runScript(command) {
  try {
    process.exitCode = await command();
  } catch (problem) {
    if (!(problem instanceof SetupProblem)) {
      throw problem;
    }
    console.error(problem.message);
    process.exitCode = 1;
  }
}
