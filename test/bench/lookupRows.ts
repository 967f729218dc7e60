/** From a number to the finished view: alone, and while the whole feed is written by another process. */
import { SeededRandom } from '../../electron/services/training/seededRandom';
import { isInvalid, msisdnAt } from './benchDocuments';
import type { BenchPlan } from './benchPlan';
import { figure, median, percentile, ratios, type BenchRow } from './benchRow';
import type { ContenderRun } from './contenderRun';
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
  const timesOf = (name: 'reader' | 'plain' | 'pouch') => {
    const times: Record<'alone' | 'paced' | 'syncing', number[][]> = { alone: [], paced: [], syncing: [] };
    return { name, times };
  };
  const product = timesOf('reader');
  const others = peers.map(timesOf);
  const opens: number[] = [];
  const firsts: number[] = [];
  let rewrites = 0;

  for (let round = 0; round < plan.rounds; round++) {
    const msisdns = someMsisdns(plan.lookups, subscribers, round);
    const runs: { readonly run: ContenderRun; readonly times: typeof product.times }[] = [];
    for (const { name, times } of [product, ...others]) {
      const run = await base.open(name);
      if (name === 'reader') {
        opens.push(run.opened.ms);
        firsts.push(...(await run.lookUp(msisdns.slice(0, 1), 0)).each);
      }
      // The compiler is still at it in the second thousands; what it has yet to do is in the row of the first look-up.
      for (let turn = 0; turn < warmUps; turn++) await run.lookUp(msisdns, 0);
      times.alone.push([...(await run.lookUp(msisdns, 0)).each]);
      times.paced.push([...(await run.lookUp(msisdns.slice(0, plan.lookups / 3), everyMs)).each]);
      runs.push({ run, times });
    }

    await base.feed.replace();
    const writer = await base.open('comptoir');
    const written = { done: false };
    const rewriting = writer.sync().then(({ ms }) => {
      written.done = true;
      rewrites = ms;
    });
    const during = runs.map(({ run, times }) => {
      const each: number[] = [];
      times.syncing.push(each);
      return async () => each.push(...(await run.lookUp(msisdns.slice(0, 50), everyMs)).each);
    });
    // In turns, so that all meet the same of the writer.
    while (!written.done) for (const lookUpSome of during) await lookUpSome();
    await rewriting;
    for (const { run } of runs) await run.close();
    await writer.close();
  }

  const size = `${figure(subscribers / 1_000)} k`;
  const p50 = (found: readonly number[][]) => figure(median(found.map((each) => percentile(each, 0.5))));
  const p99 = (found: readonly number[][]) => found.map((each) => percentile(each, 0.99));
  const besides = (row: keyof typeof product.times) =>
    others.map(
      ({ name, times }) =>
        `${name}, read and parsed only: p50 ${p50(times[row])}, p99 ${figure(median(p99(times[row])))} ms`,
    );
  const { alone, paced, syncing } = product.times;
  const plain = others.find(({ name }) => name === 'plain');
  const relativeToPlain = (name: string, row: keyof typeof product.times): readonly BenchRow[] =>
    plain === undefined
      ? []
      : [{ name, unit: '×', values: ratios(p99(product.times[row]), p99(plain.times[row])) }];
  return [
    {
      name: `look-up to finished view in ${size}, back to back: p99`,
      target: { atMost: 0.5 },
      unit: 'ms',
      values: p99(alone),
      figures: [`p50 ${p50(alone)} ms`, ...besides('alone')].join('; '),
    },
    ...relativeToPlain(
      `look-up to finished view in ${size} relative to the plain script, which reads and parses only: p99`,
      'alone',
    ),
    {
      name: `look-up to finished view in ${size}, one every ${everyMs} ms: p99`,
      unit: 'ms',
      values: p99(paced),
      figures: [`p50 ${p50(paced)} ms`, ...besides('paced')].join('; '),
    },
    {
      name: `look-up to finished view, one every ${everyMs} ms while all ${size} are written anew: p99`,
      target: { atMost: 4, aim: 2 },
      unit: 'ms',
      values: p99(syncing),
      figures: [
        `p50 ${p50(syncing)}, longest ${figure(Math.max(...syncing.flat()))} ms`,
        ...besides('syncing'),
        `written in ${figure(rewrites / 1_000)} s`,
      ].join('; '),
    },
    ...relativeToPlain(
      `look-up while all ${size} are written anew relative to the plain script beside the same writer: p99`,
      'syncing',
    ),
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
