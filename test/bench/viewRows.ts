/** The view and #122#, without any database. */
import { performance } from 'node:perf_hooks';
import type { Bucket } from '../../shared/domain/feedDocument';
import { marketPack } from '../../shared/domain/market';
import { dial } from '../../shared/ussd/engine';
import { buildCustomerView } from '../../shared/view/buildCustomerView';
import { buildBucket, buildRichSubscriber } from '../helpers/builders';
import { figure, percentile, type BenchRow } from './benchRow';

const bucketCount = 60;
const repeats = 1_000;
const customers = 200;

/** What the machine does to the same moment of plain arithmetic: how far any time of this run can be trusted. */
export function machineRow(): BenchRow {
  const spin = () => {
    let sum = 0;
    for (let step = 0; step < 100_000; step++) sum = (sum * 31 + step) % 1_000_003;
    return sum;
  };
  timesOf(spin, repeats);
  const spins = timesOf(spin, 3 * repeats);
  return {
    name: 'the machine, as it was: p99 of the same arithmetic again and again',
    unit: 'ms',
    values: [percentile(spins, 0.99)],
    figures: `p50 ${figure(percentile(spins, 0.5))} ms; apart only where other programs run`,
  };
}

export function viewRows(): readonly BenchRow[] {
  // Another customer each time: what is remembered of one helps the next one only where their amounts are the same.
  const documents = Array.from({ length: customers }, (_, place) =>
    buildRichSubscriber({ buckets: manyBuckets(place) }),
  );
  const [document = buildRichSubscriber()] = documents;
  const market = marketPack('CI');
  const now = Date.parse('2026-11-22T12:00:00Z');
  const context = { market, language: 'fr', now, offers: [], ledger: [] } as const;
  let built = 0;
  const build = () =>
    buildCustomerView({ document: documents[built++ % customers] ?? document, source: 'cache' }, context);
  const [first = Number.NaN] = timesOf(build, 1);
  timesOf(build, repeats);
  const views = timesOf(build, repeats);
  const view = build();
  const screens = timesOf(() => dial('#122*1*1#', { view, market }), 2 * repeats).slice(repeats);
  return [
    {
      name: `view of a customer with ${bucketCount} buckets: p95`,
      target: { atMost: 1 },
      unit: 'ms',
      values: [percentile(views, 0.95)],
      figures: `p50 ${figure(percentile(views, 0.5))}, p99 ${figure(percentile(views, 0.99))} ms`,
    },
    { name: 'the first view of a process, without a database', unit: 'ms', values: [first] },
    {
      name: `#122*1*1# of the same customer: p95`,
      unit: 'ms',
      values: [percentile(screens, 0.95)],
      figures: `p50 ${figure(percentile(screens, 0.5))} ms`,
    },
  ];
}

const kinds: readonly Partial<Bucket>[] = [
  { code: 'credit.mensuel.bonus', unit: 'XOF' },
  { code: 'minutes.omoney', unit: 's', reach: 'intra' },
  { code: 'minutes.special', unit: 'sms', reach: 'international' },
  { code: 'internet.nuit', unit: 'B', window: { from: '00:00', to: '05:00' } },
  { code: 'promo.rentree', unit: 'XOF', label: 'Cadeau de rentrée' },
];

/** @param customer gives everybody balances of their own; the amounts of passes are the same for all */
function manyBuckets(customer: number): Bucket[] {
  return Array.from({ length: bucketCount }, (_, place) => {
    const day = String(1 + (place % 28)).padStart(2, '0');
    return buildBucket({
      ...kinds[place % kinds.length],
      id: `b${place}`,
      amount: 100 + place * 7_919 + customer * 104_729,
      initial: 1_000_000,
      expiresAt: `2026-12-${day}T23:59:59Z`,
    });
  });
}

function timesOf(work: () => unknown, times: number): readonly number[] {
  return Array.from({ length: times }, () => {
    const startedAt = performance.now();
    work();
    return performance.now() - startedAt;
  });
}
