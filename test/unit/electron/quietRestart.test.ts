import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createQuietRestart } from '../../../electron/quietRestart';

describe('a restart that waits for a quiet moment', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function begin(machine: { busy: boolean | Promise<boolean>; idle: number }) {
    const restart = vi.fn();
    const quiet = createQuietRestart({
      isBusy: () => machine.busy,
      idleSeconds: () => machine.idle,
      restart,
      onBug: (problem) => {
        throw problem;
      },
    });
    return { restart, quiet };
  }

  test('is taken once nobody is open and nobody has touched the machine for two minutes', async () => {
    const machine = { busy: true, idle: 600 };
    const { restart, quiet } = begin(machine);
    quiet.request();
    quiet.request();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(restart).not.toHaveBeenCalled();
    Object.assign(machine, { busy: false, idle: 119 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(restart).not.toHaveBeenCalled();
    machine.idle = 120;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(restart).toHaveBeenCalledTimes(1);
  });

  test('is not taken unless it was asked for, nor after the program stops', async () => {
    const { restart, quiet } = begin({ busy: false, idle: 600 });
    await vi.advanceTimersByTimeAsync(60_000);
    quiet.request();
    quiet.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(restart).not.toHaveBeenCalled();
  });

  describe('on a machine that takes long to say that nobody is busy', () => {
    const slowlyFree = () =>
      new Promise<boolean>((resolve) => {
        setTimeout(() => resolve(false), 40_000);
      });

    test('is taken once', async () => {
      const { restart, quiet } = begin({ busy: slowlyFree(), idle: 600 });
      quiet.request();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(restart).toHaveBeenCalledTimes(1);
    });

    test('is not taken when the program stops meanwhile', async () => {
      const { restart, quiet } = begin({ busy: slowlyFree(), idle: 600 });
      quiet.request();
      await vi.advanceTimersByTimeAsync(30_000);
      quiet.stop();
      await vi.advanceTimersByTimeAsync(30_000);
      expect(restart).not.toHaveBeenCalled();
    });
  });
});
