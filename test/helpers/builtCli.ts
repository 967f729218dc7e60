/** The command line as integrators run it: built, on plain Node, in a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { builtinModules } from 'node:module';
import { basename, join } from 'node:path';
import { build } from 'vite';

const projectFolder = join(import.meta.dirname, '..', '..');

/** Builds it alone, beside the program's own build and quicker; returns the file to run. Within the project, where the driver is found. */
export function buildCli(name: string): Promise<string> {
  return buildForNode(name, 'electron/cli.ts');
}

/** @param entry a module of the project, by its path from there */
export async function buildForNode(name: string, entry: string): Promise<string> {
  const outDir = join(projectFolder, '.cache', 'test', name);
  await build({
    root: projectFolder,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'node20',
      ssr: entry,
      minify: false,
      rolldownOptions: {
        external: ['electron', ...builtinModules, ...builtinModules.map((module) => `node:${module}`)],
      },
    },
    ssr: { noExternal: true, external: ['sqlite3', 'electron'] },
  });
  return join(outDir, `${basename(entry, '.ts')}.js`);
}

export interface CliRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The one line of JSON on stdout; `undefined` for none. */
  readonly output: unknown;
}

export interface RunningCli {
  readonly process: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly ended: Promise<CliRun>;
}

/** @param folder in which it runs; paths are taken from there */
export function startCli(
  file: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  folder = '.',
): RunningCli {
  const child = spawn(process.execPath, [file, ...args], {
    cwd: folder,
    env: { ...process.env, COMPTOIR_CONFIG: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  const ended = new Promise<CliRun>((resolve) => {
    child.once('close', (exitCode) => {
      const output: unknown = stdout.trim() === '' ? undefined : JSON.parse(stdout);
      resolve({ exitCode, stdout, stderr, output });
    });
  });
  return { process: child, stdout: () => stdout, stderr: () => stderr, ended };
}

export function runCli(
  file: string,
  args: readonly string[],
  environment?: NodeJS.ProcessEnv,
  folder?: string,
): Promise<CliRun> {
  return startCli(file, args, environment, folder).ended;
}
