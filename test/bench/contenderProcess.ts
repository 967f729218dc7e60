/** The process of one contender: does as it is told, several things at a time if need be, and says what each took. */
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { openComptoirReader } from './comptoirReader';
import { openComptoirWriter } from './comptoirWriter';
import type { Contender, ContenderOptions } from './contender';
import { openPlainScript } from './plainScript';
import { openPouchReplica } from './pouchReplica';

const contenders = {
  comptoir: openComptoirWriter,
  reader: openComptoirReader,
  plain: openPlainScript,
  pouch: openPouchReplica,
} as const;

export type ContenderName = keyof typeof contenders;

export type ContenderTask =
  | ({ readonly type: 'open'; readonly name: ContenderName } & ContenderOptions)
  | { readonly type: 'sync' }
  /** `everyMs` 0: back to back. */
  | { readonly type: 'lookUp'; readonly msisdns: readonly string[]; readonly everyMs: number }
  | { readonly type: 'poll'; readonly times: number }
  | { readonly type: 'checkIntegrity' }
  | { readonly type: 'keepHouse' }
  | { readonly type: 'close' };

export interface ContenderReport {
  readonly task: ContenderTask['type'];
  readonly ms: number;
  /** User and system time of the process, all its threads. */
  readonly cpuMs: number;
  /** The most memory that was resident so far. */
  readonly peakBytes: number;
  /** Milliseconds of each look-up, in order. */
  readonly each: readonly number[];
}

let contender: Contender | null = null;

process.on('message', (task: ContenderTask) => void carryOut(task));

async function carryOut(task: ContenderTask): Promise<void> {
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  const each = await perform(task);
  const ms = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpu);
  const report: ContenderReport = {
    task: task.type,
    ms,
    cpuMs: (user + system) / 1_000,
    peakBytes: process.resourceUsage().maxRSS * 1_024,
    each,
  };
  process.send?.(report, () => {
    if (task.type === 'close') process.exit(0);
  });
}

async function perform(task: ContenderTask): Promise<readonly number[]> {
  switch (task.type) {
    case 'open':
      contender = await contenders[task.name](task);
      return [];
    case 'sync':
      await contender?.sync?.();
      return [];
    case 'lookUp':
      return lookUp(task.msisdns, task.everyMs);
    case 'poll':
      await contender?.poll?.(task.times);
      return [];
    case 'checkIntegrity':
      await contender?.checkIntegrity?.();
      return [];
    case 'keepHouse':
      await contender?.keepHouse?.();
      return [];
    case 'close':
      await contender?.close();
      return [];
  }
}

async function lookUp(msisdns: readonly string[], everyMs: number): Promise<readonly number[]> {
  const each: number[] = [];
  for (const msisdn of msisdns) {
    if (everyMs > 0) await pause(everyMs);
    const startedAt = performance.now();
    await contender?.lookUp?.(msisdn);
    each.push(performance.now() - startedAt);
  }
  return each;
}
