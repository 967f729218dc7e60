/** First sync, size, memory, changes, and polls that bring nothing. */
import { rm } from 'node:fs/promises';
import type { BenchPlan } from './benchPlan';
import { figure, median, perSecond, ratios, type BenchRow } from './benchRow';
import type { ContenderReport } from './contenderProcess';
import { importWithSqlite } from './sqliteCommand';
import { bytesIn, type SyncedBase, type Syncing } from './syncedBase';

interface FirstSync extends ContenderReport {
  readonly databaseBytes: number;
}

const syncing: readonly Syncing[] = ['comptoir', 'plain', 'pouch'];
const megabyte = 1_000_000;
/** With fewer, what is measured is how the compiler warms up. */
const enoughToJudge = 100_000;
const pollsAtOnce = 50;

/** Fills the databases of the base anew in each round; what the last round made stays. */
export async function firstSyncRows(plan: BenchPlan, base: SyncedBase): Promise<readonly BenchRow[]> {
  const results: Record<Syncing, FirstSync[]> = { comptoir: [], plain: [], pouch: [] };
  const imports: number[] = [];
  for (let round = 0; round < plan.rounds; round++) {
    for (const name of syncing) results[name].push(await firstSync(base, name));
    const imported = await importWithSqlite(base.feed.subscribers, plan.folder);
    if (imported !== null) imports.push(imported);
  }
  const { subscribers, documentBytes } = base.feed;
  const size = `${figure(subscribers / 1_000)} k`;
  const isLarge = subscribers >= enoughToJudge;
  const times = (name: Syncing) => results[name].map(({ ms }) => ms);
  const speed = (name: Syncing) => `${name} ${perSecond(subscribers, median(times(name)))}`;
  const bytes = (name: Syncing) => results[name].map(({ databaseBytes }) => databaseBytes);
  const each = (name: Syncing) => `${name} ${figure(median(bytes(name)) / subscribers)} B`;
  return [
    {
      name: `first sync of ${size}: speed relative to the plain script`,
      ...(isLarge && { target: { atLeast: 0.8, aim: 1.5 } }),
      unit: '×',
      values: ratios(times('plain'), times('comptoir')),
      figures: `${speed('comptoir')}, ${speed('plain')}`,
    },
    {
      name: `first sync of ${size}: speed relative to PouchDB`,
      ...(isLarge && { target: { atLeast: 2.5, aim: 5 } }),
      unit: '×',
      values: ratios(times('pouch'), times('comptoir')),
      figures: speed('pouch'),
    },
    ...importRows(imports, times('comptoir'), subscribers, size),
    {
      name: 'database relative to the JSON received',
      target: { atMost: 0.5 },
      unit: '×',
      values: bytes('comptoir').map((found) => found / documentBytes),
      figures: `a subscriber: JSON ${figure(documentBytes / subscribers)} B, ${syncing.map(each).join(', ')}`,
    },
    {
      name: `sync process: CPU of a first sync of ${size} relative to the plain script`,
      unit: '×',
      values: ratios(
        results.comptoir.map(({ cpuMs }) => cpuMs),
        results.plain.map(({ cpuMs }) => cpuMs),
      ),
      figures: syncing
        .map((name) => `${name} ${figure(median(results[name].map(({ cpuMs }) => cpuMs)) / 1_000)} s`)
        .join(', '),
    },
    {
      name: `sync process: most memory in a first sync of ${size}`,
      unit: 'MB',
      values: results.comptoir.map(({ peakBytes }) => peakBytes / megabyte),
      figures: (['plain', 'pouch'] as const)
        .map(
          (name) =>
            `${name} ${figure(median(results[name].map(({ peakBytes }) => peakBytes)) / megabyte)} MB`,
        )
        .join(', '),
    },
  ];
}

async function firstSync(base: SyncedBase, name: Syncing): Promise<FirstSync> {
  await rm(base.folderOf(name), { recursive: true, force: true });
  const run = await base.open(name);
  const report = await run.sync();
  await run.close();
  return { ...report, databaseBytes: await bytesIn(base.folderOf(name)) };
}

function importRows(
  imports: readonly number[],
  comptoir: readonly number[],
  subscribers: number,
  size: string,
): readonly BenchRow[] {
  if (imports.length === 0) return [];
  return [
    {
      name: `first sync of ${size}: time relative to \`sqlite3 .import\` of a CSV file, not encrypted`,
      unit: '×',
      values: ratios(comptoir, imports),
      figures: `sqlite3 ${perSecond(subscribers, median(imports))}`,
    },
  ];
}

export async function deltaRows(plan: BenchPlan, base: SyncedBase): Promise<readonly BenchRow[]> {
  const runs = await Promise.all(syncing.map((name) => base.open(name)));
  const reports = syncing.map((): ContenderReport[] => []);
  for (let round = 0; round < plan.deltaRounds; round++) {
    await base.change();
    for (const [place, run] of runs.entries()) reports[place]?.push(await run.sync());
  }
  const [comptoir = [], plain = [], pouch = []] = reports.map((each) => each.map(({ ms }) => ms));
  const cpu = reports.map((each) => median(each.map(({ cpuMs }) => cpuMs)));
  const cpuText = syncing.map((each, place) => `${each} ${figure(cpu[place] ?? Number.NaN)}`).join(', ');
  const polls = await pollRow(plan, runs[0]);
  await Promise.all(runs.map((run) => run.close()));
  const name = `1 000 changes on ${figure(base.feed.subscribers / 1_000)} k`;
  return [
    {
      name: `${name}: speed relative to the plain script, which keeps no history`,
      unit: '×',
      values: ratios(plain, comptoir),
      figures: `comptoir ${figure(median(comptoir))} ms, plain ${figure(median(plain))} ms; CPU ms: ${cpuText}`,
    },
    {
      name: `${name}: speed relative to PouchDB`,
      unit: '×',
      values: ratios(pouch, comptoir),
      figures: `pouch ${figure(median(pouch))} ms`,
    },
    ...polls,
  ];
}

async function pollRow(
  plan: BenchPlan,
  run: Awaited<ReturnType<SyncedBase['open']>> | undefined,
): Promise<readonly BenchRow[]> {
  if (run === undefined) return [];
  await run.poll(pollsAtOnce);
  const each: number[] = [];
  for (let round = 0; round < plan.rounds; round++) {
    each.push((await run.poll(pollsAtOnce)).cpuMs / pollsAtOnce);
  }
  return [
    {
      name: 'nothing changed: CPU of a poll, with who answers asked, too',
      target: { atMost: 5 },
      unit: 'ms',
      values: each,
    },
  ];
}
