/** How costs grow from the base to one ten times larger. */
import { join } from 'node:path';
import { startBenchFeed } from './benchFeed';
import type { BenchPlan } from './benchPlan';
import { figure, median, perSecond, ratios, type BenchRow } from './benchRow';
import { lookupRows } from './lookupRows';
import { bytesIn, syncedBase, type SyncedBase } from './syncedBase';

const megabyte = 1_000_000;

export async function largeRows(
  plan: BenchPlan,
  subscribers: number,
  base: SyncedBase,
): Promise<readonly BenchRow[]> {
  const feed = await startBenchFeed({ subscribers, deltas: plan.deltaRounds });
  try {
    const large = syncedBase(feed, join(plan.folder, 'large'));
    return [
      ...(await firstSync(large, subscribers)),
      ...(await growth(plan, base, large)),
      ...(await upkeep(base, large, subscribers)),
      ...(await lookupRows({ ...plan, rounds: 1 }, large, ['plain'])),
    ];
  } finally {
    feed.close();
  }
}

async function firstSync(large: SyncedBase, subscribers: number): Promise<readonly BenchRow[]> {
  const comptoir = await large.open('comptoir');
  const own = await comptoir.sync();
  await comptoir.close();
  const plain = await large.open('plain');
  const floor = await plain.sync();
  await plain.close();
  const databaseBytes = await bytesIn(large.folderOf('comptoir'));
  const size = `${figure(subscribers / 1_000)} k`;
  return [
    {
      name: `first sync of ${size}: speed relative to the plain script`,
      target: { atLeast: 0.8, aim: 1.5 },
      unit: '×',
      values: [floor.ms / own.ms],
      figures: `comptoir ${perSecond(subscribers, own.ms)}, plain ${perSecond(subscribers, floor.ms)}`,
    },
    {
      name: `database of ${size} relative to the JSON received`,
      target: { atMost: 0.5 },
      unit: '×',
      values: [databaseBytes / large.feed.documentBytes],
      figures: `${figure(databaseBytes / megabyte)} MB`,
    },
    {
      name: `sync process: most memory in a first sync of ${size}`,
      unit: 'MB',
      values: [own.peakBytes / megabyte],
      figures: `plain ${figure(floor.peakBytes / megabyte)} MB`,
    },
  ];
}

async function growth(plan: BenchPlan, base: SyncedBase, large: SyncedBase): Promise<readonly BenchRow[]> {
  const runs = [await base.open('comptoir'), await large.open('comptoir')] as const;
  // The lookups before have replaced the database that the base comes from; that is not what is measured here.
  await runs[0].sync();
  const times: readonly [number[], number[]] = [[], []];
  for (let round = 0; round < plan.deltaRounds; round++) {
    for (const [place, one] of [base, large].entries()) {
      await one.change();
      times[place]?.push((await runs[place]?.sync())?.ms ?? Number.NaN);
    }
  }
  await Promise.all(runs.map((run) => run.close()));
  const [small, big] = times;
  return [
    {
      name: '1 000 changes: time with the large base relative to the usual one',
      target: { atMost: 1.5 },
      unit: '×',
      values: ratios(big, small),
      figures: `${figure(median(small))} and ${figure(median(big))} ms`,
    },
  ];
}

/** What is done once a day in idle time. */
async function upkeep(
  base: SyncedBase,
  large: SyncedBase,
  subscribers: number,
): Promise<readonly BenchRow[]> {
  const size = `${figure(subscribers / 1_000)} k`;
  const checks = [await checked(base), await checked(large)] as const;
  const writer = await large.open('comptoir');
  const sweep = await writer.keepHouse();
  await writer.close();
  return [
    {
      name: `integrity check of ${size}: time relative to the usual base, a tenth of it`,
      unit: '×',
      values: [checks[1] / checks[0]],
      figures: `${figure(checks[0])} and ${figure(checks[1])} ms`,
    },
    {
      name: `retention in ${size}: what the changes of before left in the ledger, removed`,
      unit: 'ms',
      values: [sweep.ms],
    },
  ];
}

async function checked(base: SyncedBase): Promise<number> {
  const reader = await base.open('reader');
  const { ms } = await reader.checkIntegrity();
  await reader.close();
  return ms;
}
