/** The switch that the unit runs before each start, as it is shipped, on folders of the test's own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { updateFolderOf } from '../../../electron/fleet/updateFolder';
import { openSignedDocument } from '../../../electron/fleet/signedDocument';
import { makeOperator, type TestOperator } from '../../helpers/operatorFiles';
import { makeFolder } from '../../helpers/testCache';
import { sha256 } from '../../helpers/updateServer';

const script = join(import.meta.dirname, '..', '..', '..', 'packaging', 'linux', 'comptoir-switch');
const operator = makeOperator();

interface Machine {
  readonly home: string;
  readonly data: string;
  /** Runs the switch; returns what it said. */
  readonly run: () => string;
  readonly runProgram: () => string;
  /** Lays a version ready as the program does. */
  readonly layReady: (
    version: string,
    changes?: { by?: TestOperator; artefact?: Buffer; purpose?: 'provisioning'; versionLast?: true },
  ) => void;
  readonly noteStarted: (version: string) => void;
}

function tarOf(folder: string, version: string): Buffer {
  const source = join(folder, `source-${version}`);
  mkdirSync(source, { recursive: true });
  writeFileSync(join(source, 'comptoir'), `#!/bin/sh\necho ${version}\n`);
  chmodSync(join(source, 'comptoir'), 0o755);
  return execFileSync('tar', ['-cf', '-', '-C', source, '.']);
}

async function makeMachine(): Promise<Machine> {
  const root = await makeFolder();
  const home = join(root, 'home');
  const data = join(root, 'data');
  mkdirSync(join(home, 'versions', '1.0.0'), { recursive: true });
  writeFileSync(join(home, 'versions', '1.0.0', 'comptoir'), '#!/bin/sh\necho 1.0.0\n', { mode: 0o755 });
  symlinkSync('versions/1.0.0', join(home, 'current'));
  writeFileSync(join(home, 'version'), '1.0.0\n');
  const key = join(root, 'update.pem');
  const publicKey = createPublicKey(operator.privatePem);
  writeFileSync(key, publicKey.export({ format: 'pem', type: 'spki' }));
  const { ready, started } = updateFolderOf(data);
  mkdirSync(ready, { recursive: true });
  return {
    home,
    data,
    run() {
      const env = {
        PATH: process.env['PATH'],
        COMPTOIR_HOME: home,
        COMPTOIR_DATA: data,
        COMPTOIR_UPDATE_KEY: key,
      };
      const { status, stderr } = spawnSync('sh', [script], { env, encoding: 'utf8' });
      expect(status).toBe(0);
      return stderr;
    },
    runProgram: () => execFileSync(join(home, 'current', 'comptoir'), { encoding: 'utf8' }).trim(),
    layReady(version, changes = {}) {
      const { by = operator, artefact, purpose = 'update', versionLast = false } = changes;
      // Packed once: a second time, a second later, it would be another archive.
      const whole = tarOf(root, version);
      const entry = { target: 'linux-x64', file: 'x.tar', sizeBytes: whole.length, sha256: sha256(whole) };
      const artefacts = [entry];
      const signed = by.sign(purpose, versionLast ? { artefacts, version } : { version, artefacts });
      const opened = openSignedDocument(signed, purpose, by.publicKey);
      if (!opened.ok) throw new Error(opened.error);
      writeFileSync(join(ready, 'manifest.bin'), opened.signed.bytes);
      writeFileSync(join(ready, 'manifest.sig'), opened.signed.signature);
      writeFileSync(join(ready, 'artefact'), artefact ?? whole);
    },
    noteStarted: (version) => writeFileSync(started, version),
  };
}

describe('the switch', () => {
  test('puts a signed newer version in place, and keeps it once it says that it started', async () => {
    const { home, run, runProgram, layReady, noteStarted } = await makeMachine();
    layReady('1.10.0');
    expect(run()).toContain('1.10.0 takes over from 1.0.0, on trial');
    expect(runProgram()).toBe('1.10.0');
    noteStarted('1.10.0');
    expect(run()).toContain('1.10.0 has started well');
    expect(run()).toBe('');
    expect(readlinkSync(join(home, 'current'))).toBe('versions/1.10.0');
  });

  test('takes a version back that does not start, at the second try, and never tries it again', async () => {
    const { home, run, runProgram, layReady, noteStarted } = await makeMachine();
    noteStarted('1.0.0');
    layReady('1.1.0');
    run();
    expect(runProgram()).toBe('1.1.0');
    expect(run()).toBe('');
    expect(runProgram()).toBe('1.1.0');
    expect(run()).toContain('1.1.0 did not start: back to 1.0.0');
    expect(runProgram()).toBe('1.0.0');
    expect(readFileSync(join(home, 'failed'), 'utf8')).toBe('1.1.0\n');
    expect(run()).toBe('');
    expect(runProgram()).toBe('1.0.0');
    layReady('1.1.1');
    expect(run()).toContain('1.1.1 takes over from 1.0.0');
  });

  test('finds the version wherever the operator’s file names it', async () => {
    const { run, runProgram, layReady } = await makeMachine();
    layReady('1.1.0', { versionLast: true });
    expect(run()).toContain('1.1.0 takes over from 1.0.0');
    expect(runProgram()).toBe('1.1.0');
  });

  test('keeps the version before until the new one has started, and then that one alone', async () => {
    const { home, run, runProgram, layReady, noteStarted } = await makeMachine();
    const versions = () => readdirSync(join(home, 'versions')).toSorted();
    layReady('1.1.0');
    run();
    expect(versions()).toEqual(['1.0.0', '1.1.0']);
    noteStarted('1.1.0');
    run();
    expect(versions()).toEqual(['1.1.0']);
    expect(runProgram()).toBe('1.1.0');
  });

  test('removes what a power cut left of an update that was being unpacked', async () => {
    const { home, run } = await makeMachine();
    mkdirSync(join(home, 'work.Ab12Cd', 'unpacked'), { recursive: true });
    run();
    expect(readdirSync(home).filter((name) => name.startsWith('work.'))).toEqual([]);
  });

  test('puts a version on trial in place at the next start when a power cut came before the link', async () => {
    const { home, run, runProgram, layReady } = await makeMachine();
    layReady('1.1.0');
    run();
    unlinkSync(join(home, 'current'));
    symlinkSync('versions/1.0.0', join(home, 'current'));
    writeFileSync(join(home, 'version'), '1.0.0\n');
    run();
    expect(runProgram()).toBe('1.1.0');
    expect(readFileSync(join(home, 'version'), 'utf8')).toBe('1.1.0\n');
  });

  test('takes a trial that a power cut left empty for none', async () => {
    const { home, run, runProgram, layReady, noteStarted } = await makeMachine();
    noteStarted('1.0.0');
    writeFileSync(join(home, 'trial'), '');
    layReady('1.1.0');
    expect(run()).toContain('1.1.0 takes over from 1.0.0');
    expect(runProgram()).toBe('1.1.0');
  });

  test.each<[string, (machine: Machine) => void, string]>([
    ['another operator’s', ({ layReady }) => layReady('1.1.0', { by: makeOperator() }), 'signature'],
    ['an older', ({ layReady }) => layReady('0.9.0'), 'older'],
    [
      'tampered with',
      ({ layReady }) => layReady('1.1.0', { artefact: Buffer.from('evil') }),
      'not the one that was signed',
    ],
    ['no update', ({ layReady }) => layReady('1.1.0', { purpose: 'provisioning' }), 'signature|no update'],
    [
      'a link out of the folder',
      ({ layReady, data }) => {
        layReady('1.1.0');
        const artefact = join(updateFolderOf(data).ready, 'artefact');
        execFileSync('rm', [artefact]);
        symlinkSync('/etc/passwd', artefact);
      },
      'artefact is missing',
    ],
    [
      'incomplete',
      ({ data }) => writeFileSync(join(updateFolderOf(data).ready, 'manifest.bin'), 'x'),
      'missing',
    ],
  ])('leaves the present version where what lies ready is %s', async (_, prepare, said) => {
    const machine = await makeMachine();
    prepare(machine);
    expect(machine.run()).toMatch(new RegExp(said));
    expect(machine.runProgram()).toBe('1.0.0');
  });
});
