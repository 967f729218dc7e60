/** The folder that was packed, published as a newer version: over loopback, through the switch, and started. */
import { execFileSync, spawn } from 'node:child_process';
import { createHash, createPublicKey } from 'node:crypto';
import { once } from 'node:events';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { updateFolderOf } from '../../electron/fleet/updateFolder';
import { checkForUpdate } from '../../electron/fleet/updates';
import { reportFigure } from '../helpers/figures';
import { makeOperator } from '../helpers/operatorFiles';
import { expect, projectFolder, startOptions, test } from './fixture';
import { listenLocally } from '../helpers/loopback';

const unpackedFolder = join(projectFolder, 'release', 'linux-unpacked');
const switchScript = join(projectFolder, 'packaging', 'linux', 'comptoir-switch');

test.skip(process.platform !== 'linux', 'the switch is the one for Linux');

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Serves the folder's files as an operator does. */
async function serve(folder: string): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    createReadStream(join(folder, request.url ?? ''))
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  return { url: `http://127.0.0.1:${await listenLocally(server)}`, server };
}

test('the packed folder comes as an update over loopback, is put in place by the switch, and starts', async ({
  profileFolder,
}) => {
  test.setTimeout(180_000);
  expect(existsSync(unpackedFolder), 'npm run pack makes it').toBe(true);
  const operator = makeOperator();
  const published = join(profileFolder, 'published');
  const home = join(profileFolder, 'home');
  mkdirSync(published);
  mkdirSync(join(home, 'versions', '0.1.0'), { recursive: true });
  symlinkSync('versions/0.1.0', join(home, 'current'));
  writeFileSync(join(home, 'version'), '0.1.0\n');
  const publicKey = join(profileFolder, 'update.pem');
  writeFileSync(publicKey, createPublicKey(operator.privatePem).export({ format: 'pem', type: 'spki' }));

  const file = 'comptoir-99.0.0-linux-x64.tar';
  const tar = join(published, file);
  execFileSync('tar', ['-cf', tar, '-C', unpackedFolder, '.']);
  const artefact = { target: 'linux-x64', file, sizeBytes: statSync(tar).size, sha256: await hashOf(tar) };
  const manifest = operator.sign('update', { version: '99.0.0', artefacts: [artefact] });
  writeFileSync(join(published, 'comptoir-update.json'), manifest);

  const { url, server } = await serve(published);
  const folder = updateFolderOf(profileFolder);
  const startedAt = performance.now();
  const outcome = await checkForUpdate({
    endpoint: { url, publicKey: operator.publicKey },
    keyHex: '',
    presentVersion: '0.1.0',
    target: 'linux-x64',
    folder,
    failedVersions: [],
    startedAt: performance.timeOrigin,
    signal: new AbortController().signal,
  });
  server.close();
  expect(outcome).toEqual({ kind: 'ready', version: '99.0.0' });
  execFileSync('sh', [switchScript], {
    env: {
      PATH: process.env['PATH'],
      COMPTOIR_HOME: home,
      COMPTOIR_DATA: profileFolder,
      COMPTOIR_UPDATE_KEY: publicKey,
    },
  });
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  expect(readlinkSync(join(home, 'current'))).toBe('versions/99.0.0');

  const { args, env } = startOptions(profileFolder);
  const program = spawn(join(home, 'current', 'comptoir'), [...args, '--training'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  program.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await expect.poll(() => output, { timeout: 30_000 }).toContain('"event":"page:described"');
  program.kill('SIGTERM');
  await once(program, 'exit');
  const megabytes = Math.round(artefact.sizeBytes / 1_000_000);
  reportFigure(
    'Fleet',
    'packed folder as an update',
    `${megabytes} MB fetched, verified and in place in ${seconds} s`,
  );
});
