/** From a number to the finished view: alone, and while the whole feed is written by another process. */
import { SeededRandom } from '../../electron/services/training/seededRandom';
import { isInvalid, msisdnAt } from './benchDocuments';
import type { BenchPlan } from './benchPlan';
import { figure, median, percentile, ratios, type BenchRow } from './benchRow';
import type { SyncedBase } from './syncedBase';

/** As often as that somebody asks while a sync runs. */
const everyMs = 3;
/** How often all is looked up before it is measured. */
const warmUps = 3;

/** @param peers those of which the base has a database, too */
export async function lookupRows(
  plan: BenchPlan,
  base: SyncedBase,
  peers: readonly ('plain' | 'pouch')[],
): Promise<readonly BenchRow[]> {
  const { subscribers } = base.feed;
  const alone: number[][] = [];
  const paced: number[][] = [];
  const syncing: number[][] = [];
  const opens: number[] = [];
  const firsts: number[] = [];
  const peerTimes: Record<'plain' | 'pouch', number[][]> = { plain: [], pouch: [] };
  let rewrites = 0;

  for (let round = 0; round < plan.rounds; round++) {
    const msisdns = someMsisdns(plan.lookups, subscribers, round);
    const reader = await base.open('reader');
    opens.push(reader.opened.ms);
    firsts.push(...(await reader.lookUp(msisdns.slice(0, 1), 0)).each);
    // The compiler is still at it in the second thousands; what it has yet to do is in the row of the first look-up.
    for (let turn = 0; turn < warmUps; turn++) await reader.lookUp(msisdns, 0);
    alone.push([...(await reader.lookUp(msisdns, 0)).each]);
    paced.push([...(await reader.lookUp(msisdns.slice(0, plan.lookups / 3), everyMs)).each]);

    for (const name of peers) {
      const run = await base.open(name);
      for (let turn = 0; turn < warmUps; turn++) await run.lookUp(msisdns, 0);
      peerTimes[name].push([...(await run.lookUp(msisdns, 0)).each]);
      await run.close();
    }

    await base.feed.replace();
    const writer = await base.open('comptoir');
    const during: number[] = [];
    const written = { done: false };
    const rewriting = writer.sync().then(({ ms }) => {
      written.done = true;
      rewrites = ms;
    });
    while (!written.done) during.push(...(await reader.lookUp(msisdns.slice(0, 50), everyMs)).each);
    await rewriting;
    syncing.push(during);
    await writer.close();
    await reader.close();
  }

  const size = `${figure(subscribers / 1_000)} k`;
  const p50 = (found: readonly number[][]) => figure(median(found.map((each) => percentile(each, 0.5))));
  const p99 = (found: readonly number[][]) => found.map((each) => percentile(each, 0.99));
  const most = figure(Math.max(...syncing.flat()));
  return [
    {
      name: `look-up to finished view in ${size}, back to back: p99`,
      target: { atMost: 0.5 },
      unit: 'ms',
      values: p99(alone),
      figures: [
        `p50 ${p50(alone)} ms`,
        ...peers.map(
          (name) =>
            `${name}, read and parsed only: p50 ${p50(peerTimes[name])}, p99 ${figure(median(p99(peerTimes[name])))} ms`,
        ),
      ].join('; '),
    },
    ...(peers.includes('plain')
      ? [
          {
            name: `look-up to finished view in ${size} relative to the plain script, which reads and parses only: p99`,
            unit: '×',
            values: ratios(p99(alone), p99(peerTimes.plain)),
          } as const,
        ]
      : []),
    {
      name: `look-up to finished view in ${size}, one every ${everyMs} ms: p99`,
      unit: 'ms',
      values: p99(paced),
      figures: `p50 ${p50(paced)} ms`,
    },
    {
      name: `look-up to finished view, one every ${everyMs} ms while all ${size} are written anew: p99`,
      target: { atMost: 4, aim: 2 },
      unit: 'ms',
      values: p99(syncing),
      figures: `p50 ${p50(syncing)}, longest ${most} ms; written in ${figure(rewrites / 1_000)} s`,
    },
    { name: `open the cache of ${size} for reading`, unit: 'ms', values: opens },
    { name: 'first look-up to finished view of a process', unit: 'ms', values: firsts },
  ];
}

/** Numbers of subscribers that are in the cache, in no order. */
function someMsisdns(count: number, subscribers: number, round: number): readonly string[] {
  const random = new SeededRandom(31, round);
  const msisdns: string[] = [];
  while (msisdns.length < count) {
    const index = random.integer(0, subscribers - 1);
    if (!isInvalid(index)) msisdns.push(msisdnAt(index));
  }
  return msisdns;
}
