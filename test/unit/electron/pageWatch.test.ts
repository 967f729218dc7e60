import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPage } from '../../../electron/pageWatch';

const never = () => new Promise<never>(() => undefined);
/** Of a page that has a processor to itself. */
const processorMs = () => performance.now();

describe('the watch over the page', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('leaves a page that answers alone', async () => {
    const onHung = vi.fn();
    const ask = vi.fn(() => Promise.resolve());
    const stop = watchPage({ ask, processorMs, onHung });
    await vi.advanceTimersByTimeAsync(60_000);
    stop();
    expect(ask.mock.calls.length).toBeGreaterThan(50);
    expect(onHung).not.toHaveBeenCalled();
  });

  it.each([
    ['never answers', never],
    ['is gone', () => Promise.reject(new Error('gone'))],
  ])('reports a page that %s, once and within three and a half seconds', async (_, ask) => {
    const onHung = vi.fn();
    watchPage({ ask, processorMs, onHung });
    await vi.advanceTimersByTimeAsync(2_500);
    expect(onHung).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(onHung).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(onHung).toHaveBeenCalledTimes(1);
  });

  it('waits longer for a page that others leave no processor, but not for ever', async () => {
    const onHung = vi.fn();
    const aTwentieth = () => performance.now() / 20;
    watchPage({ ask: never, processorMs: aTwentieth, onHung });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(onHung).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(onHung).toHaveBeenCalledTimes(1);
  });

  it('gives the page its time anew when the watch itself was held up', async () => {
    const onHung = vi.fn();
    let answer: () => void = () => undefined;
    const ask = () =>
      new Promise<void>((resolve) => {
        answer = resolve;
      });
    const stop = watchPage({ ask, processorMs, onHung });
    await vi.advanceTimersByTimeAsync(500);
    // A machine that slept for an hour: the timers stood still, the clock did not.
    const slept = performance.now() + 3_600_000;
    vi.spyOn(performance, 'now').mockImplementation(() => slept);
    await vi.advanceTimersByTimeAsync(500);
    expect(onHung).not.toHaveBeenCalled();
    answer();
    await vi.advanceTimersByTimeAsync(500);
    stop();
    expect(onHung).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('is over when it is ended', async () => {
    const onHung = vi.fn();
    watchPage({ ask: never, processorMs, onHung })();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(onHung).not.toHaveBeenCalled();
  });
});
