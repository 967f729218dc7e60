import { useEffect, useState } from 'react';

const askAgainAfterMs = 2_000;

/**
 * What the main process knows, asked for until it answers and kept current from then on; `null` until it is first told.
 *
 * @param ask one function for the life of the program, as is `follow`, which returns how to stop
 */
export function useFollowed<Value>(
  ask: () => Promise<{ readonly ok: true; readonly value: Value } | { readonly ok: false }>,
  follow: (tell: (value: Value) => void) => () => void,
): Value | null {
  const [value, setValue] = useState<Value | null>(null);
  useEffect(() => {
    // An event is newer than the answer to a question asked before it.
    let isSettled = false;
    let timer: number | undefined;
    const stop = follow((next) => {
      isSettled = true;
      setValue(next);
    });
    const askOnce = async (): Promise<void> => {
      const answer = await ask();
      if (isSettled) return;
      if (answer.ok) setValue(answer.value);
      // No event makes up for an answer that could not be given, as from a cache that is busy for a moment.
      else timer = window.setTimeout(() => void askOnce(), askAgainAfterMs);
    };
    void askOnce();
    return () => {
      isSettled = true;
      window.clearTimeout(timer);
      stop();
    };
  }, [ask, follow]);
  return value;
}
