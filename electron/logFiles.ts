/** The log files, gathered for whoever looks after the machine. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { redactField, redactText, type LogValue } from './redaction';

export interface LogFile {
  /** Without its folder. */
  readonly name: string;
  /** JSON lines. */
  readonly text: string;
}

const nameOfLog = /^(?:comptoir|sync)\.log(?:\.\d)?$/;

/** Newest of each kind first. Masked once more: what an older version wrote was held to that version's rules. */
export async function gatherLogs(folder: string): Promise<readonly LogFile[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => nameOfLog.test(name)).toSorted();
  return Promise.all(
    files.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8').catch(() => '');
      return { name, text: text.split('\n').map(maskedLine).join('\n') };
    }),
  );
}

function maskedLine(line: string): string {
  const fields = fieldsOf(line);
  return fields === null
    ? redactText(line)
    : JSON.stringify(
        Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, masked(name, value)])),
      );
}

/** `null`: no line of ours, or one that a crash cut short. */
function fieldsOf(line: string): object | null {
  try {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === 'object' ? parsed : null;
  } catch {
    return null;
  }
}

function masked(name: string, value: unknown): LogValue {
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain || value === null ? redactField(name, value) : redactText(JSON.stringify(value));
}
