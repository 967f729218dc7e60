import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { superviseSync } from '../../../electron/supervisedSync';
import type { FromSyncProcess } from '../../../electron/sync/syncMessages';
import { healthAtStart, type SyncStatus } from '../../../shared/ipc/syncStatus';

const keyHex = '00'.repeat(32);
const settings = { cacheFolder: '/cache', retentionDays: 90, feed: { url: 'http://127.0.0.1/x' } };
const start = { type: 'start', keyHex, logFolder: '/logs', watchedPid: 4711, settings };
const live: SyncStatus = {
  state: 'live',
  progress: null,
  lastContactAt: '2026-11-22T12:00:00Z',
  nextAttemptAt: null,
  subscribers: 5,
  quarantined: 0,
  complete: true,
  cache: healthAtStart,
};

/** Stands for the operating system's process: says and does what the test tells it. */
class ProcessDouble extends EventEmitter {
  readonly received: unknown[] = [];
  killed = false;
  postMessage(message: unknown): void {
    this.received.push(message);
  }
  say(message: FromSyncProcess): void {
    this.emit('message', message);
  }
  end(code: number): void {
    this.emit('exit', code);
  }
  kill(): boolean {
    this.killed = true;
    this.end(15);
    return true;
  }
}

function setUp() {
  const processes: ProcessDouble[] = [];
  const statuses: SyncStatus[] = [];
  const waits: number[] = [];
  const damages: string[] = [];
  const changes: unknown[] = [];
  const sync = superviseSync({
    fork() {
      const process = new ProcessDouble();
      processes.push(process);
      return process;
    },
    keyHex,
    logFolder: '/logs',
    watchedPid: 4711,
    settings,
    onStatus: (status) => statuses.push(status),
    onChanged: (msisdns) => changes.push(msisdns),
    onServerTime: () => undefined,
    onEnded: (_, waitMs) => waits.push(waitMs),
    onDamaged: () => damages.push('damaged'),
  });
  const current = () => {
    const process = processes.at(-1);
    if (process === undefined) throw new Error('No process was started.');
    return process;
  };
  return { sync, processes, statuses, waits, damages, changes, current };
}

describe('the supervised sync process', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is given key and settings in its first message, and relays what it says', () => {
    const { sync, current, statuses, changes } = setUp();
    expect(current().received).toEqual([start]);
    expect(sync.status().state).toBe('starting');
    current().say({ type: 'status', status: live });
    current().say({ type: 'changed', msisdns: ['2250700000001'] });
    expect(sync.status()).toEqual(live);
    expect(statuses).toEqual([live]);
    expect(changes).toEqual([['2250700000001']]);
  });

  it('is told every few seconds that the main process is alive, until it is stopped', async () => {
    const { sync, current } = setUp();
    vi.advanceTimersByTime(12_000);
    expect(current().received.slice(1)).toEqual([{ type: 'alive' }, { type: 'alive' }]);
    const stopped = sync.stop();
    current().end(0);
    await stopped;
    vi.advanceTimersByTime(12_000);
    expect(current().received.slice(3)).toEqual([{ type: 'stop' }]);
  });

  it('is followed by another when it dies, later each time up to a minute', () => {
    const { processes, waits, current } = setUp();
    for (let count = 0; count < 9; count += 1) {
      current().end(139);
      vi.advanceTimersByTime(waits.at(-1) ?? 0);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => seconds * 1_000));
    expect(processes).toHaveLength(10);
    expect(current().received).toEqual([start]);
  });

  it('is followed at once again after it had lived well', () => {
    const { waits, current } = setUp();
    current().end(1);
    vi.advanceTimersByTime(1_000);
    current().end(1);
    vi.advanceTimersByTime(2_000);
    vi.advanceTimersByTime(3_600_000);
    current().end(1);
    expect(waits).toEqual([1_000, 2_000, 1_000]);
  });

  it('tells why it is down and when it is tried again, and keeps what was known', () => {
    const { sync, current } = setUp();
    current().say({ type: 'status', status: live });
    current().say({ type: 'fatal', error: 'DISK_FULL' });
    current().end(1);
    expect(sync.status()).toEqual({
      ...live,
      state: 'cacheFailed',
      cache: { ...healthAtStart, space: 'full' },
      nextAttemptAt: new Date(Date.now() + 1_000).toISOString(),
    });
    vi.advanceTimersByTime(1_000);
    current().say({ type: 'fatal', error: 'SECRET_UNREADABLE' });
    current().end(1);
    expect(sync.status().state).toBe('refused');
  });

  it('is not started again over a damaged cache, and tells of it once', () => {
    const { sync, current, processes, damages } = setUp();
    current().say({ type: 'status', status: live });
    current().say({ type: 'fatal', error: 'DAMAGED' });
    current().end(1);
    vi.advanceTimersByTime(3_600_000);
    expect(processes).toHaveLength(1);
    expect(damages).toEqual(['damaged']);
    expect(sync.status()).toEqual({ ...live, state: 'cacheFailed' });
  });

  it('stops when it is told to, and is started no more', async () => {
    const { sync, current, processes } = setUp();
    const stopped = sync.stop();
    expect(current().received.at(-1)).toEqual({ type: 'stop' });
    current().end(0);
    await stopped;
    vi.advanceTimersByTime(3_600_000);
    expect(processes).toHaveLength(1);
    expect(current().killed).toBe(false);
  });

  it('is ended when it does not stop by itself', async () => {
    const { sync, current } = setUp();
    const stopped = sync.stop();
    vi.advanceTimersByTime(5_000);
    await stopped;
    expect(current().killed).toBe(true);
  });

  it('is not started again when the program stops while it is down', async () => {
    const { sync, current, processes } = setUp();
    current().end(1);
    await sync.stop();
    vi.advanceTimersByTime(3_600_000);
    expect(processes).toHaveLength(1);
  });
});
