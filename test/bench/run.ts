/**
 * `npm run bench`: measures what docs/performance.md states, in one run, each thing in turn with what it is compared
 * to. `--quick` for a look in under a minute, `--large` with a million subscribers, `--no-window` without Electron.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { arch, cpus, loadavg, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startBenchFeed } from './benchFeed';
import { benchPlan, type BenchPlan } from './benchPlan';
import { figure, summaryOf, verdictOf, type BenchRow } from './benchRow';
import { largeRows } from './largeRows';
import { lookupRows } from './lookupRows';
import { syncedBase } from './syncedBase';
import { deltaRows, firstSyncRows } from './syncRows';
import { machineRow, viewRows } from './viewRows';

const marks = { aim: '✓✓', met: '✓', missed: '✗', none: ' ' } as const;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function wanted({ target, unit }: BenchRow): string {
  if (target === undefined) return '';
  const { atLeast, atMost, aim } = target;
  const bound = atLeast === undefined ? `≤ ${atMost ?? ''}` : `≥ ${atLeast}`;
  return `${bound} ${unit}${aim === undefined ? '' : ` (aim ${aim})`}`;
}

function print(rows: readonly BenchRow[]): void {
  for (const row of rows) {
    const { median, least, most } = summaryOf(row.values);
    const measured = `${figure(median)} ${row.unit}`.padStart(10);
    const spread = `[${figure(least)} – ${figure(most)}] of ${row.values.length}`;
    say(`${marks[verdictOf(row)].padEnd(2)} ${row.name}`);
    say(`   ${measured}  ${spread.padEnd(26)} ${wanted(row).padEnd(20)} ${row.figures ?? ''}`);
  }
}

async function measure(plan: BenchPlan): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  const add = (more: readonly BenchRow[]) => {
    print(more);
    rows.push(...more);
  };
  add([machineRow(), ...viewRows()]);
  const feed = await startBenchFeed({ subscribers: plan.subscribers, deltas: plan.deltaRounds * 2 });
  try {
    const base = syncedBase(feed, join(plan.folder, 'base'));
    add(await firstSyncRows(plan, base));
    add(await deltaRows(plan, base));
    add(await lookupRows(plan, base, ['plain', 'pouch']));
    if (plan.window) {
      // Loaded only here, since it looks for Electron as soon as it is.
      const { windowRows } = await import('./windowRows');
      add(await windowRows(plan, feed));
    }
    if (plan.largeSubscribers !== null) add(await largeRows(plan, plan.largeSubscribers, base));
  } finally {
    feed.close();
  }
  return rows;
}

async function writeReport(file: string, args: readonly string[], rows: readonly BenchRow[]): Promise<void> {
  const report = {
    at: new Date().toISOString(),
    args,
    machine: {
      platform: platform(),
      arch: arch(),
      cpus: cpus().length,
      node: process.version,
      load: loadavg(),
    },
    rows: rows.map((row) => ({ ...row, ...summaryOf(row.values), verdict: verdictOf(row) })),
  };
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
}

const [reportFile = 'bench.json', ...args] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'comptoir-bench-'));
try {
  const rows = await measure(benchPlan(args, folder));
  await writeReport(reportFile, args, rows);
  const missed = rows.filter((row) => verdictOf(row) === 'missed').length;
  say(`\n${rows.length} rows, ${missed} targets missed; written to ${reportFile}`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
