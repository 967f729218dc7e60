/** What all processes of a program use together, as Linux counts it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second, on every machine it is built for. */
const tickMs = 10;

/** The proportional set size: shared pages count by how many share them. In bytes. */
export function memoryOf(pid: number): number {
  return sumOf(pid, (each) => {
    const found = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${each}/smaps_rollup`, 'utf8'));
    return Number(found?.[1] ?? 0) * 1_024;
  });
}

/** Processor time so far, in milliseconds. */
export function processorTimeOf(pid: number): number {
  return sumOf(pid, (each) => {
    const fields = statOf(each);
    return (Number(fields[11]) + Number(fields[12])) * tickMs;
  });
}

function sumOf(pid: number, measure: (pid: number) => number): number {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const parents = new Map(all.map((each) => [each, Number(statOf(each)[1] ?? 0)]));
  const family = all.filter((each) => {
    for (let ancestor: number | undefined = each; ancestor; ancestor = parents.get(ancestor)) {
      if (ancestor === pid) return true;
    }
    return false;
  });
  return family.reduce((sum, each) => sum + (existsSync(`/proc/${each}`) ? measure(each) : 0), 0);
}

/** The fields after the name, from the state on. Empty of a process that has ended meanwhile. */
function statOf(pid: number): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
