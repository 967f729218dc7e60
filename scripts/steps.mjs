// @ts-check
// A step of setup is done once: it knows how to see that nothing is left to do, which has to be quick.

import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const reminderMs = 20_000;
// Whoever takes a lock writes its name into it at once; one that stays empty was left by a full disk or a power cut.
const emptyLockMs = 10_000;

/**
 * @typedef {object} Step
 * @property {string} title what the person reads while it runs
 * @property {string} lockFile held while it runs, so that two commands started at once do not both do it
 * @property {() => boolean} isDone
 * @property {() => Promise<void>} run
 */

/**
 * Runs the step unless it is done already, with its progress and duration on stderr.
 *
 * @param {Step} step
 */
export async function ensure(step) {
  if (step.isDone()) {
    return;
  }
  const release = await acquire(step.lockFile);
  try {
    if (!step.isDone()) {
      await timed(step.title, step.run);
    }
  } finally {
    release();
  }
}

/**
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function timed(title, work) {
  const startedAt = performance.now();
  const elapsed = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
  console.error(`• ${title} …`);
  const reminder = setInterval(() => console.error(`  still at it after ${elapsed()}`), reminderMs);
  try {
    const result = await work();
    console.error(`✓ ${title} (${elapsed()})`);
    return result;
  } catch (problem) {
    console.error(`✗ ${title} (${elapsed()})`);
    throw problem;
  } finally {
    clearInterval(reminder);
  }
}

/**
 * @param {string} lockFile
 * @returns {Promise<() => void>} gives the lock back
 */
async function acquire(lockFile) {
  mkdirSync(dirname(lockFile), { recursive: true });
  for (let announced = false; ; await sleep(500)) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
      return () => rmSync(lockFile, { force: true });
    } catch (problem) {
      if (!(problem instanceof Error && 'code' in problem && problem.code === 'EEXIST')) {
        // A full disk has made it and left it empty.
        rmSync(lockFile, { force: true });
        throw problem;
      }
    }
    const holder = readHolder(lockFile);
    if (holder === undefined ? ageMs(lockFile) > emptyLockMs : !isAlive(holder)) {
      rmSync(lockFile, { force: true });
    } else if (!announced) {
      announced = true;
      console.error(`• waiting for another setup (process ${holder ?? 'not known yet'}; lock ${lockFile}) …`);
    }
  }
}

/**
 * @param {string} lockFile
 * @returns {number | undefined} undefined while the holder is only just writing, or gone
 */
function readHolder(lockFile) {
  try {
    return Number(readFileSync(lockFile, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} file
 * @returns {number} 0 for one that is gone
 */
function ageMs(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? 0 : Date.now() - stats.mtimeMs;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return problem instanceof Error && 'code' in problem && problem.code === 'EPERM';
  }
}
