/** The real program in its window: start, memory, and what a full sync does to those who work meanwhile. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ElectronApplication, Page } from '@playwright/test';
import { call } from '../e2e/bridge';
import { launch, provisionKey, writeSettings, type Comptoir } from '../e2e/fixture';
import { isInvalid, msisdnAt } from './benchDocuments';
import type { BenchFeed } from './benchFeed';
import type { BenchPlan } from './benchPlan';
import { figure, median, percentile, ratios, type BenchRow } from './benchRow';
import { kioskRows } from './kioskRows';
import { memoryOf, processorTimeOf } from './processTree';

const megabyte = 1_000_000;
const restMs = 20_000;
const customersOpened = 60;
/** So many lookups a minute are not slowed down. */
const lookupsAMinute = 20;
/** A frame longer than this was felt. */
const slowFrameMs = 33;

declare global {
  /** Kept between two calls into the main process. */
  var benchDelay: { readonly p99AtEnd: () => number } | undefined;
  /** Kept between two calls into the page. */
  var benchFrames: number[] | undefined;
  var benchPainted: Promise<number> | undefined;
}

export async function windowRows(plan: BenchPlan, feed: BenchFeed): Promise<readonly BenchRow[]> {
  const profile = join(plan.folder, 'profile');
  const settings = {
    mode: 'agent',
    market: 'CI',
    shop: { id: 'ABJ-01', name: 'Boutique Plateau' },
    feed: { url: feed.url },
  };
  provisionKey(profile);
  const args = ['--config', writeSettings(profile, settings)];
  const { rows, memoryBytes } = await syncingRows(profile, args, feed);
  return [...rows, ...(await startRows(plan, profile, args, memoryBytes)), ...(await kioskRows(plan))];
}

interface Synced {
  readonly rows: readonly BenchRow[];
  /** Of all processes once all is synced. */
  readonly memoryBytes: number;
}

/** On an empty profile: everything is synced while somebody types. */
async function syncingRows(profile: string, args: readonly string[], feed: BenchFeed): Promise<Synced> {
  const { app, page } = await launch(profile, args);
  await setUpStaff(page);
  await watch(app, page);
  while (!(await isSynced(page))) {
    await page.keyboard.type('0700000000');
    for (let presses = 0; presses < 10; presses++) await page.keyboard.press('Backspace');
  }
  const delay = await app.evaluate(() => globalThis.benchDelay?.p99AtEnd() ?? Number.NaN);
  const frames = await page.evaluate(() => {
    const found = globalThis.benchFrames ?? [];
    globalThis.benchFrames = undefined;
    return found;
  });
  const opened = await openCustomers(page, feed.subscribers);
  const pid = app.process().pid ?? 0;
  const memoryBytes = memoryOf(pid);
  const before = processorTimeOf(pid);
  await pause(restMs);
  const busy = (processorTimeOf(pid) - before) / restMs;
  await app.close();
  const slow = frames.filter((ms) => ms > slowFrameMs).length / frames.length;
  const rows: readonly BenchRow[] = [
    {
      name: 'event-loop delay of the main process during a full sync: p99',
      target: { atMost: 10 },
      unit: 'ms',
      values: [delay],
    },
    {
      name: `frames over ${slowFrameMs} ms during a full sync, while typing`,
      target: { atMost: 1 },
      unit: '%',
      values: [slow * 100],
      figures: `of ${frames.length} frames, p99 ${figure(percentile(frames, 0.99))} ms`,
    },
    {
      name: 'Enter to the customer painted: p95',
      target: { atMost: 50, aim: 33 },
      unit: 'ms',
      values: [percentile(opened, 0.95)],
      figures: `p50 ${figure(percentile(opened, 0.5))} ms`,
    },
    { name: 'CPU at rest, of one core', target: { atMost: 1 }, unit: '%', values: [busy * 100] },
  ];
  return { rows, memoryBytes };
}

/** The feed has no staff: whoever comes first sets the device up. */
async function setUpStaff(page: Page): Promise<void> {
  const supervisor = { login: 'chef', name: 'Chef', password: 'comptoir-mesure' };
  const answer = await call(page, 'staff:setUp', supervisor);
  if (!answer.ok || answer.value === null) throw new Error('Nobody could sign in to the counter.');
  await page.getByRole('search').waitFor();
}

async function isSynced(page: Page): Promise<boolean> {
  const status = await call(page, 'sync:status', {});
  return status.ok && status.value.complete;
}

async function watch(app: ElectronApplication, page: Page): Promise<void> {
  await app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const resolutionMs = 1;
    const histogram = monitorEventLoopDelay({ resolution: resolutionMs });
    histogram.enable();
    globalThis.benchDelay = {
      p99AtEnd() {
        // Looking every millisecond takes some per cent of a core, which the rows after this one would count.
        histogram.disable();
        return histogram.percentile(99) / 1e6 - resolutionMs;
      },
    };
  });
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const note = (now: number) => {
      frames.push(now - last);
      last = now;
      if (globalThis.benchFrames === frames) requestAnimationFrame(note);
    };
    globalThis.benchFrames = frames;
    requestAnimationFrame(note);
  });
}

/** How long each took from the key to the frame after the one that shows the customer. */
async function openCustomers(page: Page, subscribers: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 1; times.length < customersOpened; index += Math.floor(subscribers / customersOpened)) {
    if (isInvalid(index)) continue;
    if (times.length > 0 && times.length % lookupsAMinute === 0) await pause(60_000);
    const typed = msisdnAt(index).slice('225'.length);
    await page.keyboard.press('F2');
    await page.keyboard.type(typed);
    await page.evaluate((digits) => {
      globalThis.benchPainted = new Promise((resolve) => {
        let enteredAt = 0;
        const isShown = () =>
          document.querySelector('h1')?.textContent.replace(/\D/g, '').includes(digits) === true;
        const observer = new MutationObserver(() => {
          if (enteredAt === 0 || !isShown()) return;
          observer.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - enteredAt)));
        });
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
        addEventListener('keydown', (event) => (enteredAt = event.timeStamp), { once: true, capture: true });
      });
    }, typed);
    await page.keyboard.press('Enter');
    times.push(await page.evaluate(() => globalThis.benchPainted ?? Number.NaN));
  }
  return times;
}

interface Start {
  readonly paintedMs: number;
  readonly memoryBytes: number;
}

async function startRows(
  plan: BenchPlan,
  profile: string,
  args: readonly string[],
  syncedBytes: number,
): Promise<readonly BenchRow[]> {
  const hello = writeHelloWorld(plan.folder);
  const own: Start[] = [];
  const floor: Start[] = [];
  for (let round = 0; round < plan.starts; round++) {
    own.push(await start(await launch(profile, args)));
    floor.push(await start(await launch(join(plan.folder, 'helloProfile'), [], hello)));
  }
  const painted = (starts: readonly Start[]) => starts.map(({ paintedMs }) => paintedMs);
  const memory = (starts: readonly Start[]) => starts.map(({ memoryBytes }) => memoryBytes);
  const size = (starts: readonly Start[]) => `${figure(median(memory(starts)) / megabyte)} MB`;
  return [
    {
      name: 'start to the first useful screen relative to a hello world in Electron',
      target: { atMost: 1.5 },
      unit: '×',
      values: ratios(painted(own), painted(floor)),
      figures: `comptoir ${figure(median(painted(own)))}, hello world ${figure(median(painted(floor)))} ms`,
    },
    {
      name: 'memory (PSS) of all processes at rest relative to a hello world in Electron',
      target: { atMost: 1.3 },
      unit: '×',
      values: ratios(memory(own), memory(floor)),
      figures: `comptoir ${size(own)}, hello world ${size(floor)}`,
    },
    {
      name: 'memory (PSS) of all processes after a first sync relative to a hello world in Electron',
      target: { atMost: 1.6 },
      unit: '×',
      values: memory(floor).map((bytes) => syncedBytes / bytes),
      figures: `comptoir ${figure(syncedBytes / megabyte)} MB`,
    },
  ];
}

/** From the creation of the process to its largest content painted: of Comptoir the form to search with. */
async function start({ app, page }: Comptoir): Promise<Start> {
  // Until all that is going to happen has happened.
  await pause(3_000);
  const createdAt = await app.evaluate(() => process.getCreationTime() ?? Number.NaN);
  const paintedAt = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1);
          resolve(performance.timeOrigin + (last?.startTime ?? Number.NaN));
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
  const memoryBytes = memoryOf(app.process().pid ?? 0);
  await app.close();
  return { paintedMs: paintedAt - createdAt, memoryBytes };
}

function writeHelloWorld(folder: string): string {
  const program = join(folder, 'helloWorld');
  mkdirSync(program, { recursive: true });
  writeFileSync(
    join(program, 'package.json'),
    JSON.stringify({ name: 'hello-world', version: '1.0.0', main: 'main.js' }),
  );
  writeFileSync(join(program, 'page.html'), '<!doctype html><title>Hello</title><h1>Hello, world</h1>');
  writeFileSync(
    join(program, 'main.js'),
    `const { app, BrowserWindow } = require('electron');
     app.whenReady().then(() => {
       const window = new BrowserWindow({ show: false, width: 1920, height: 1080 });
       window.once('ready-to-show', () => window.show());
       window.loadFile('page.html');
     });`,
  );
  return program;
}
