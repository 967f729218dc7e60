/** What a command ends with: one JSON value for stdout and the exit code. */
export interface CommandAnswer {
  readonly exitCode: 0 | 1 | 2;
  readonly output: unknown;
}

export function done(output: unknown): CommandAnswer {
  return { exitCode: 0, output };
}

/** @param error a code for programs; people read what was said on stderr */
export function failed(error: string, more: object = {}): CommandAnswer {
  return { exitCode: 1, output: { error, ...more } };
}

export function usedWrongly(error: string): CommandAnswer {
  return { exitCode: 2, output: { error } };
}

/** Progress and explanations, for people. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
