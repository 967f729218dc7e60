/** Starts a contender's process and gives it things to do. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { ContenderOptions } from './contender';
import type { ContenderName, ContenderReport, ContenderTask } from './contenderProcess';

export interface ContenderRun {
  readonly opened: ContenderReport;
  readonly sync: () => Promise<ContenderReport>;
  /** One after the other, `everyMs` apart; possible while a sync runs. */
  readonly lookUp: (msisdns: readonly string[], everyMs: number) => Promise<ContenderReport>;
  readonly poll: (times: number) => Promise<ContenderReport>;
  readonly checkIntegrity: () => Promise<ContenderReport>;
  readonly keepHouse: () => Promise<ContenderReport>;
  readonly close: () => Promise<void>;
}

export async function startContender(name: ContenderName, options: ContenderOptions): Promise<ContenderRun> {
  const child = fork(join(import.meta.dirname, 'contenderProcess.js'));

  /** Each kind of task runs once at a time, so that its kind tells whose report comes. */
  function give(task: ContenderTask): Promise<ContenderReport> {
    return new Promise((resolve, reject) => {
      const end = (code: number | null) =>
        reject(new Error(`${name} ended during ${task.type} (${code ?? 'killed'}).`));
      const hear = (report: ContenderReport) => {
        if (report.task !== task.type) return;
        child.off('exit', end);
        child.off('message', hear);
        resolve(report);
      };
      child.once('exit', end);
      child.on('message', hear);
      child.send(task);
    });
  }

  return {
    opened: await give({ type: 'open', name, ...options }),
    sync: () => give({ type: 'sync' }),
    lookUp: (msisdns, everyMs) => give({ type: 'lookUp', msisdns, everyMs }),
    poll: (times) => give({ type: 'poll', times }),
    checkIntegrity: () => give({ type: 'checkIntegrity' }),
    keepHouse: () => give({ type: 'keepHouse' }),
    async close() {
      await give({ type: 'close' });
    },
  };
}
