import { join } from 'node:path';
import { mkdir, readFile } from 'node:fs/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startDeviceFleet, type DeviceFleet } from '../../../electron/deviceFleet';
import { StorageFailure } from '../../../electron/db/connection';
import { createDeviceReporter } from '../../../electron/deviceReporter';
import { readProvisioningState } from '../../../electron/fleet/provisioningState';
import { applyProvisioning } from '../../../electron/fleet/provision';
import type { Log } from '../../../electron/log';
import { startUpstream, type Upstream } from '../../../electron/services/training/upstream';
import { readDeviceReport } from '../../../shared/domain/deviceReport';
import { readSettings, type Settings } from '../../../shared/domain/settings';
import { healthAtStart, type SyncStatus } from '../../../shared/ipc/syncStatus';
import { buildDeviceReport } from '../../helpers/deviceReports';
import { buildProvisioning, makeOperator } from '../../helpers/operatorFiles';
import { storeOrder } from '../../helpers/pendingOrder';
import { until } from '../../helpers/syncRun';
import { makeFolder, openTestCache, testKeyHex } from '../../helpers/testCache';

const status: SyncStatus = {
  state: 'live',
  progress: null,
  lastContactAt: '2026-11-22T12:00:00.000Z',
  nextAttemptAt: null,
  subscribers: 30,
  quarantined: 2,
  complete: true,
  cache: healthAtStart,
};

const operator = makeOperator();

async function openShop(): Promise<Upstream> {
  const upstream = await startUpstream({ subscribers: 5, seed: 1, tickMs: 0 });
  onTestFinished(upstream.close);
  return upstream;
}

interface Device {
  readonly fleet: DeviceFleet;
  readonly profileFolder: string;
  readonly events: readonly string[];
  readonly storeOrder: () => Promise<string>;
  readonly failCache: (failing: boolean) => void;
}

async function startDevice(
  upstream: Upstream,
  changes: { readonly provisioned?: boolean; readonly syncState?: SyncStatus['state'] } = {},
): Promise<Device> {
  const root = await makeFolder();
  const profileFolder = join(root, 'profile');
  await mkdir(profileFolder);
  const target = { profileFolder, systemFolder: join(root, 'system'), keyStore: null };
  if (changes.provisioned === true) {
    const document = operator.sign('provisioning', buildProvisioning({ device: 'kiosk-1' }));
    await applyProvisioning(document, target, operator.publicKey);
  }
  const read = readSettings({
    market: 'CI',
    feed: { url: upstream.url },
    fleet: { url: upstream.devicesUrl, everySeconds: 30 },
  });
  if (!read.ok) throw new Error(read.problems.join());
  const settings: Settings = { ...read.settings, shop: { id: 'ABJ-PLATEAU-01', name: 'Boutique Plateau' } };
  const cache = await openTestCache();
  let isCacheFailing = false;
  const events: string[] = [];
  const log: Log = {
    info: (event, fields) => void events.push(`${event} ${JSON.stringify(fields)}`),
    warn: (event, fields) => void events.push(`${event} ${JSON.stringify(fields)}`),
    bug: (event, problem) => void events.push(`${event} ${String(problem)}`),
    problems: () => [],
  };
  const provisioned = changes.provisioned === true;
  const now = () => Date.UTC(2026, 10, 22, 12);
  const reporter = createDeviceReporter({
    settings,
    device: provisioned ? undefined : 'kiosk-1',
    state: await readProvisioningState(profileFolder),
    cacheFolder: cache.location.folder,
    reader: {
      ...cache.reader,
      get: (...asked) =>
        isCacheFailing
          ? Promise.reject(new StorageFailure('INPUT_OUTPUT', 'SQLITE_IOERR: disk I/O error'))
          : cache.reader.get(...asked),
    },
    version: '0.1.0',
    now,
    syncStatus: () => ({ ...status, state: changes.syncState ?? 'live' }),
  });
  const fleet = await startDeviceFleet({
    endpoint: { url: upstream.devicesUrl, everySeconds: 0.1 },
    keyHex: testKeyHex,
    target,
    reporter,
    now,
    log,
    onSettingsChanged: () => void events.push('settings changed'),
  });
  onTestFinished(fleet.stop);
  return {
    fleet,
    profileFolder,
    events,
    storeOrder: () => storeOrder(cache.writer, 'parked'),
    failCache: (failing) => (isCacheFailing = failing),
  };
}

const reportOf = (upstream: Upstream) => readDeviceReport(upstream.devices.find('device:kiosk-1'));

describe('a device', () => {
  test('says how it is, again and again, in one document', async () => {
    const upstream = await openShop();
    const { storeOrder: order } = await startDevice(upstream);
    const first = await until(
      () => Promise.resolve(reportOf(upstream)),
      (report) => report !== null,
    );
    expect(first).toMatchObject({
      device: 'kiosk-1',
      shop: 'ABJ-PLATEAU-01',
      version: '0.1.0',
      feed: { state: 'live', subscribers: 30, quarantined: 2 },
      orders: { unfinished: 0, parked: 0 },
      lastError: null,
    });
    await order();
    await until(
      () => Promise.resolve(reportOf(upstream)),
      (report) => report?.orders.parked === 1,
    );
    expect(upstream.devices.all()).toHaveLength(1);
  });

  test('takes over the document of the machine before it, and says what is wrong by a code', async () => {
    const upstream = await openShop();
    upstream.devices.put('device:kiosk-1', buildDeviceReport({ shop: 'OLD' }));
    await startDevice(upstream, { syncState: 'garbled' });
    const report = await until(
      () => Promise.resolve(reportOf(upstream)),
      (found) => found?.shop !== 'OLD',
    );
    expect(report?.lastError).toBe('FEED_GARBLED');
  });

  test('goes on when the database is away, and says so once', async () => {
    const upstream = await openShop();
    upstream.setFaults([{ fault: { kind: 'status', status: 503 }, on: ['documents'], times: 3 }]);
    const { events } = await startDevice(upstream);
    await until(
      () => Promise.resolve(reportOf(upstream)),
      (report) => report !== null,
    );
    expect(events.filter((event) => event.startsWith('fleet:notHeard'))).toEqual([
      'fleet:notHeard {"code":"offline"}',
    ]);
  });

  test('says that its cache cannot be read, with the orders that it last knew of, for as long as that is so', async () => {
    const upstream = await openShop();
    const { storeOrder: order, failCache, events } = await startDevice(upstream);
    await order();
    await until(
      () => Promise.resolve(reportOf(upstream)),
      (report) => report?.orders.parked === 1,
    );
    failCache(true);
    const report = await until(
      () => Promise.resolve(reportOf(upstream)),
      (found) => found?.lastError === 'CACHE_FAILED',
    );
    expect(report?.orders).toEqual({ unfinished: 1, parked: 1 });
    failCache(false);
    await until(
      () => Promise.resolve(reportOf(upstream)),
      (found) => found?.lastError === null,
    );
    expect(events).toEqual([]);
  });

  test('sees the others of its shop, and leaves out what is no report', async () => {
    const upstream = await openShop();
    upstream.devices.put(
      'device:kiosk-2',
      buildDeviceReport({ device: 'kiosk-2', lastError: 'FEED_OFFLINE' }),
    );
    upstream.devices.put('device:broken', { type: 'device' });
    upstream.devices.put('settings:kiosk-1', { signed: {} });
    const { fleet } = await startDevice(upstream);
    await until(
      () => Promise.resolve(reportOf(upstream)),
      (report) => report !== null,
    );
    const list = await fleet.devices();
    expect(list.state).toBe('read');
    expect(list.devices.map(({ report, state, isOwn }) => [report.device, state, isOwn])).toEqual([
      ['kiosk-2', 'troubled', false],
      ['kiosk-1', 'fine', true],
    ]);
    upstream.setFault({ kind: 'status', status: 401 });
    expect(await fleet.devices()).toEqual({ state: 'refused', devices: [] });
    upstream.setFault({ kind: 'html' });
    expect(await fleet.devices()).toEqual({ state: 'unreadable', devices: [] });
    upstream.setFault({ kind: 'offline' });
    expect(await fleet.devices()).toEqual({ state: 'offline', devices: [] });
  });
});

describe('settings that the operator left for a device', () => {
  const signed = (changes: object, by = operator) => {
    const content = buildProvisioning({ device: 'kiosk-1', serial: 2, ...changes });
    return { signed: JSON.parse(by.sign('provisioning', content)) as unknown };
  };

  test('are applied when they are newer and signed by the pinned key, and count from the next start', async () => {
    const upstream = await openShop();
    const settings = { ...(buildProvisioning()['settings'] as object), kiosk: true };
    upstream.devices.put('settings:kiosk-1', signed({ settings }));
    const { events, profileFolder } = await startDevice(upstream, { provisioned: true });
    await until(
      () => Promise.resolve(events),
      (seen) => seen.includes('settings changed'),
    );
    const written = await readFile(join(profileFolder, 'comptoir.json'), 'utf8');
    expect(JSON.parse(written)).toMatchObject({ kiosk: true });
  });

  test.each([
    ['older', signed({ serial: 1 }), null],
    ['another operator’s', signed({}, makeOperator()), 'WRONG_KEY'],
    ['another device’s', signed({ device: 'kiosk-2' }), 'OTHER_DEVICE'],
    ['tampered with', { signed: { ...(signed({}).signed as object), payload: 'AAAA' } }, 'BAD_SIGNATURE'],
    ['unsigned', { signed: buildProvisioning({ serial: 2 }) }, 'NOT_SIGNED'],
    ['wrong by a key', signed({ settings: { market: 'XX' } }), 'BAD_PROVISIONING'],
  ])('are not applied when they are %s', async (_, document, code) => {
    const upstream = await openShop();
    upstream.devices.put('settings:kiosk-1', document);
    const { events, profileFolder } = await startDevice(upstream, { provisioned: true });
    const before = await readFile(join(profileFolder, 'comptoir.json'), 'utf8');
    const report = await until(
      () => Promise.resolve(upstream.devices.find('device:kiosk-1')),
      (found) => found !== null && Number.parseInt(found._rev, 10) > 2,
    );
    expect(events).toEqual(code === null ? [] : [`fleet:settingsRefused {"code":"${code}"}`]);
    expect(report?.['lastError']).toBe(code === null ? null : 'SETTINGS_REFUSED');
    expect(await readFile(join(profileFolder, 'comptoir.json'), 'utf8')).toBe(before);
  });
});
