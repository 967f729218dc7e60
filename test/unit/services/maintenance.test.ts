import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMaintenance, maintenanceMs } from '../../../electron/services/maintenance';
import type { ApprovalAnswer } from '../../../electron/services/staff';

const approved = { kind: 'approved', approval: { by: 'm.kone', at: 0 } } as const;

function setUp(answer: ApprovalAnswer = approved) {
  const happened: unknown[] = [];
  const maintenance = createMaintenance({
    approve: () => Promise.resolve(answer),
    setKiosk: (on) => happened.push(`kiosk ${on ? 'on' : 'off'}`),
    onOpening: () => happened.push('customer closed'),
    onChanged: ({ kind }) => happened.push(kind),
    onEnded: async (by, why) => void happened.push(`${by} ended: ${why}`),
    onBug: (problem) => happened.push(problem),
  });
  return { maintenance, happened };
}

describe('maintenance of a kiosk', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('begins with a supervisor, after whoever was open is closed, and ends by itself after ten minutes', async () => {
    const { maintenance, happened } = setUp();
    expect(maintenance.state()).toEqual({ kind: 'locked' });
    expect(await maintenance.enter('m.kone', 'x')).toEqual({
      kind: 'opened',
      state: { kind: 'open', by: 'm.kone', secondsLeft: 600 },
    });
    await vi.advanceTimersByTimeAsync(maintenanceMs - 1_000);
    expect(maintenance.state()).toEqual({ kind: 'open', by: 'm.kone', secondsLeft: 1 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(maintenance.isOpen()).toBe(false);
    expect(happened).toEqual([
      ...['customer closed', 'kiosk off', 'open'],
      ...['kiosk on', 'locked', 'm.kone ended: time'],
    ]);
  });

  it('ends when it is told to, once', async () => {
    const { maintenance, happened } = setUp();
    await maintenance.end('staff');
    expect(happened).toEqual([]);
    await maintenance.enter('m.kone', 'x');
    await maintenance.end('staff');
    await maintenance.end('quit');
    await vi.advanceTimersByTimeAsync(2 * maintenanceMs);
    expect(happened.slice(3)).toEqual(['kiosk on', 'locked', 'm.kone ended: staff']);
  });

  it('counts its time anew for whoever enters again', async () => {
    const { maintenance } = setUp();
    await maintenance.enter('m.kone', 'x');
    await vi.advanceTimersByTimeAsync(maintenanceMs - 1_000);
    await maintenance.enter('m.kone', 'x');
    await vi.advanceTimersByTimeAsync(maintenanceMs - 1_000);
    expect(maintenance.isOpen()).toBe(true);
  });

  it.each([
    { kind: 'refused', retryAfterSeconds: 0 },
    { kind: 'throttled', retryAfterSeconds: 30 },
    { kind: 'contactTooOld' },
  ] as const)('stays closed to what is $kind', async (answer) => {
    const { maintenance, happened } = setUp(answer);
    expect(await maintenance.enter('m.kone', 'x')).toEqual(answer);
    expect(happened).toEqual([]);
  });

  it('locks the kiosk even when that cannot be written down', async () => {
    const happened: unknown[] = [];
    const maintenance = createMaintenance({
      approve: () => Promise.resolve(approved),
      setKiosk: (on) => happened.push(on),
      onOpening: () => undefined,
      onChanged: () => undefined,
      onEnded: () => Promise.reject(new Error('disk full')),
      onBug: (problem) => happened.push(String(problem)),
    });
    await maintenance.enter('m.kone', 'x');
    await maintenance.end('staff');
    expect(happened).toEqual([false, true, 'Error: disk full']);
  });
});
