import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Log } from '../../../electron/log';
import { startOperatedDevice } from '../../../electron/operatedDevice';
import { readSettings } from '../../../shared/domain/settings';
import { healthAtStart } from '../../../shared/ipc/syncStatus';
import { makeOperator } from '../../helpers/operatorFiles';
import { storeOrder } from '../../helpers/pendingOrder';
import { until } from '../../helpers/syncRun';
import { makeFolder, openTestCache, testKeyHex } from '../../helpers/testCache';
import { sha256, startUpdateServer } from '../../helpers/updateServer';

const quietLookMs = 15_000;

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** A device on which version 1.1.0 lies ready, and which nobody touches. */
async function startWithUpdateReady() {
  const operator = makeOperator();
  const server = await startUpdateServer();
  const program = Buffer.from('version 1.1.0');
  const target = `${process.platform}-${process.arch}`;
  const artefact = { target, file: 'program.tar', sizeBytes: program.length, sha256: sha256(program) };
  server.files.set(artefact.file, program);
  server.files.set(
    'comptoir-update.json',
    operator.sign('update', { version: '1.1.0', artefacts: [artefact] }),
  );

  const userDataFolder = await makeFolder();
  vi.stubEnv('COMPTOIR_HOME', userDataFolder);
  // The moments at which the program looks whether it is left alone; everything else takes its own time.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const cache = await openTestCache();
  const read = readSettings({ market: 'CI', feed: { url: 'http://127.0.0.1:9/none' } });
  if (!read.ok) throw new Error(read.problems.join());
  const restart = vi.fn();
  const bugs: string[] = [];
  const log: Log = {
    info: () => undefined,
    warn: (event) => bugs.push(event),
    bug: (event) => bugs.push(event),
    problems: () => [],
  };
  const device = await startOperatedDevice({
    settings: {
      ...read.settings,
      update: { url: server.url, publicKey: operator.publicKey, everyMinutes: 0.001 },
    },
    trainingDevicesUrl: null,
    keyHex: testKeyHex,
    cacheFolder: cache.location.folder,
    machine: {
      userDataFolder,
      version: '1.0.0',
      keyStore: {
        isEncryptionAvailable: () => false,
        getSelectedStorageBackend: () => 'none',
        encryptString: () => Buffer.alloc(0),
        decryptString: () => '',
      },
      idleSeconds: () => Infinity,
      restart,
    },
    reader: cache.reader,
    now: Date.now,
    syncStatus: () => ({
      state: 'live',
      progress: null,
      lastContactAt: null,
      nextAttemptAt: null,
      subscribers: 0,
      quarantined: 0,
      complete: true,
      cache: healthAtStart,
    }),
    hasCustomer: () => false,
    log,
  });
  onTestFinished(device.stop);
  const ready = join(userDataFolder, 'updates', 'ready', 'artefact');
  await until(
    () =>
      access(ready).then(
        () => true,
        () => false,
      ),
    (isThere) => isThere,
  );

  const setStates = (state: string) =>
    cache.writer.transaction((transaction) => transaction.run('UPDATE orders SET state = ?', [state]));
  /** Until the program has looked and has asked the cache. */
  const look = async () => {
    const asked = vi.spyOn(cache.reader, 'get');
    await until(
      async () => {
        await vi.advanceTimersByTimeAsync(quietLookMs);
        return asked.mock.results.length;
      },
      (times) => times > 0,
    );
    await Promise.all(asked.mock.results.map(({ value }: { readonly value: unknown }) => value));
    asked.mockRestore();
    // What follows from the answer.
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { restart, bugs, writer: cache.writer, setStates, look };
}

test('a version that lies ready waits for the orders that move by themselves, and not for one that waits for a person', async () => {
  const { restart, bugs, writer, setStates, look } = await startWithUpdateReady();
  await storeOrder(writer, 'queued');
  for (const state of ['queued', 'sending', 'accepted']) {
    await setStates(state);
    await look();
    expect([state, restart.mock.calls.length]).toEqual([state, 0]);
  }
  await setStates('parked');
  await look();
  expect(restart).toHaveBeenCalledTimes(1);
  expect(bugs).toEqual([]);
});
