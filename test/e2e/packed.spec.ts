import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { reportFigure } from '../helpers/figures';
import { call } from './bridge';
import { expect, launch, projectFolder, readLog, startOptions, test } from './fixture';
import { freePort } from '../helpers/loopback';

const unpackedFolder = join(projectFolder, 'release', 'linux-unpacked');
const executable = join(unpackedFolder, 'comptoir');

/** How the executable spells them. */
const [off, on] = ['0', '1'].map((digit) => digit.charCodeAt(0));

test.skip(process.platform !== 'linux', 'the folder that is packed here is the one for Linux');

function start(
  profileFolder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { program: ChildProcess; output: () => string } {
  const options = startOptions(profileFolder);
  const program = spawn(executable, [...options.args, ...args], {
    env: { ...options.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [program.stdout, program.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return { program, output: () => output };
}

test('the packed program opens its window on the training mode and ends cleanly', async ({
  profileFolder,
}) => {
  expect(existsSync(executable), 'npm run pack makes it').toBe(true);
  const { program, output } = start(profileFolder, ['--training']);
  await expect.poll(output, { timeout: 30_000 }).toContain('"event":"page:described"');
  await expect.poll(output).toContain('"event":"window:shown"');
  program.kill('SIGTERM');
  await once(program, 'exit');
  expect(readLog(profileFolder)).not.toContain('"level":"error"');
});

test('no debugger and no other code gets into the packed program', async ({ profileFolder }) => {
  const port = await freePort();
  const intruder = join(profileFolder, 'intruder.cjs');
  writeFileSync(intruder, 'process.stderr.write("INTRUDER")');
  const { program, output } = start(
    profileFolder,
    ['--training', '--inspect=0', `--remote-debugging-port=${port}`],
    { NODE_OPTIONS: `--require ${intruder}`, ELECTRON_RUN_AS_NODE: '1' },
  );
  await expect.poll(output, { timeout: 30_000 }).toContain('"event":"window:shown"');
  await expect(fetch(`http://127.0.0.1:${port}/json/version`)).rejects.toThrow();
  expect(output()).not.toMatch(/INTRUDER|Debugger listening|DevTools listening/);
  program.kill('SIGTERM');
  await once(program, 'exit');
});

test('the packed program carries the fuses that keep it closed', async () => {
  const fuses = await getCurrentFuseWire(executable);
  const {
    RunAsNode,
    EnableNodeOptionsEnvironmentVariable,
    EnableNodeCliInspectArguments,
    OnlyLoadAppFromAsar,
  } = FuseV1Options;
  expect({
    runAsNode: fuses[RunAsNode],
    nodeOptions: fuses[EnableNodeOptionsEnvironmentVariable],
    inspect: fuses[EnableNodeCliInspectArguments],
    onlyAsar: fuses[OnlyLoadAppFromAsar],
  }).toEqual({
    runAsNode: off,
    nodeOptions: off,
    inspect: off,
    onlyAsar: on,
  });
});

test('what was packed shows a customer', async ({ profileFolder }) => {
  // The packed executable lets nobody drive it, so its archive is driven in the runtime of the other tests.
  const { app, page } = await launch(
    profileFolder,
    ['--training'],
    join(unpackedFolder, 'resources', 'app.asar'),
  );
  const open = async () =>
    (await call(page, 'customer:open', { query: '0700000001', reason: 'request', language: 'fr' })).ok;
  await expect.poll(open).toBe(true);
  await page.getByRole('textbox').first().fill('0700000001');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Aya KOUASSI').first()).toBeVisible();
  await app.close();
});

test('the archive holds the program and its driver, and nothing of how it was made or tested', () => {
  const archive = join(unpackedFolder, 'resources', 'app.asar');
  expect(readdirSync(join(unpackedFolder, 'resources')).sort()).toEqual(['app.asar', 'app.asar.unpacked']);
  // A folder is listed as well as what is in it.
  const files = listPackage(archive, { isPack: false })
    .map((path) => path.replaceAll('\\', '/').slice(1))
    .filter((path) => /\.\w+$/.test(path));
  const modules = new Set(
    files.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  expect([...modules].sort()).toEqual(['bindings', 'file-uri-to-path', 'sqlite3']);
  const own = files.filter((path) => !path.startsWith('node_modules/') && path !== 'package.json');
  expect(own.filter((path) => !path.startsWith('dist/'))).toEqual([]);
  const ofDevelopment = /\.(?:map|tsx?|spec|test)(?:\.|$)|(?:^|\/)(?:test|bench|fixtures|cli)(?:\/|\.)/;
  expect(own.filter((path) => ofDevelopment.test(path))).toEqual([]);

  const scripts = own.filter((path) => path.endsWith('.js') || path.endsWith('.cjs'));
  expect(scripts.length).toBeGreaterThan(5);
  for (const path of scripts) {
    const text = extractFile(archive, path).toString('utf8');
    expect([path, /sourceMappingURL|react-dom\.development|vitest|playwright/.exec(text)]).toEqual([
      path,
      null,
    ]);
    expect([path, text.includes(projectFolder)]).toEqual([path, false]);
  }
  reportFigure(
    'Renderer isolation',
    'content of the packed archive',
    `${files.length} files, ${modules.size} modules, 0 of development`,
  );
});

test('a main process that hangs is ended by its watch', async ({ profileFolder }) => {
  test.slow();
  const { program, output } = start(profileFolder, ['--training']);
  // The sync process, which watches, has been told whom.
  await expect.poll(output, { timeout: 30_000 }).toContain('"event":"sync:state"');
  // Stopped, it answers nobody, as a process that hangs.
  program.kill('SIGSTOP');
  const stoppedAt = performance.now();
  await once(program, 'exit');
  expect(program.signalCode).toBe('SIGKILL');
  reportFigure(
    'Resources',
    'hung main process ended, packed',
    `${Math.round((performance.now() - stoppedAt) / 1_000)} s`,
  );
});
