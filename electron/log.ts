import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LoggedProblem } from '../shared/ipc/commands/status';
import { redactField, redactText, type LogValue } from './redaction';

export interface Log {
  readonly info: (event: string, fields?: Readonly<Record<string, LogValue>>) => void;
  readonly warn: (event: string, fields?: Readonly<Record<string, LogValue>>) => void;
  /** A bug: what was thrown, with its stack. */
  readonly bug: (event: string, problem: unknown) => void;
  /** The last warnings and bugs since the start, newest first. */
  readonly problems: () => readonly LoggedProblem[];
}

const maxFileBytes = 5 * 1024 * 1024;
const keptFiles = 4;
const keptProblems = 50;

/** Of each process its own: two that rotate one file would lose lines. */
export type LogName = 'comptoir' | 'sync';

/**
 * One JSON line for each event, on stderr and in `<folder>/<name>.log`, of which the last few are kept: at most 20 MB
 * of each name. A folder that cannot be written costs the file, never the program.
 */
export function openLog(folder: string, name: LogName = 'comptoir'): Log {
  const path = join(folder, `${name}.log`);
  let sizeBytes = openFile(folder, path);
  let problems: readonly LoggedProblem[] = [];

  const write = (
    level: 'info' | LoggedProblem['level'],
    event: string,
    fields: Readonly<Record<string, LogValue>>,
  ) => {
    const at = new Date().toISOString();
    const redacted = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, redactField(name, value)]),
    );
    if (level !== 'info')
      problems = [{ at, level, event, fields: redacted }, ...problems].slice(0, keptProblems);
    const line = `${JSON.stringify({ at, level, event, ...redacted })}\n`;
    process.stderr.write(line);
    // Once more after each failure: a full disk has room again one day.
    sizeBytes ??= openFile(folder, path);
    if (sizeBytes === null) {
      return;
    }
    try {
      if (sizeBytes + Buffer.byteLength(line) > maxFileBytes) {
        rotate(path);
        sizeBytes = 0;
      }
      appendFileSync(path, line, { mode: 0o600 });
      sizeBytes += Buffer.byteLength(line);
    } catch {
      sizeBytes = null;
    }
  };

  return {
    info: (event, fields = {}) => write('info', event, fields),
    warn: (event, fields = {}) => write('warn', event, fields),
    problems: () => problems,
    bug(event, problem) {
      const text = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
      write('error', event, { problem: redactText(text) });
    },
  };
}

/** Returns how large the file is already; `null` when there can be none. */
function openFile(folder: string, path: string): number | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    appendFileSync(path, '', { mode: 0o600 });
    return statSync(path).size;
  } catch {
    return null;
  }
}

function rotate(path: string): void {
  for (let age = keptFiles - 1; age > 0; age -= 1) {
    const from = age === 1 ? path : `${path}.${age - 1}`;
    try {
      renameSync(from, `${path}.${age}`);
    } catch {
      // Not there yet.
    }
  }
}
