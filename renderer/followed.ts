import { useEffect, useState } from 'react';

/**
 * What the main process knows, asked for once and kept current from then on; `null` until it is first told.
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
    let told = false;
    const stop = follow((next) => {
      told = true;
      setValue(next);
    });
    void ask().then((answer) => {
      if (answer.ok && !told) setValue(answer.value);
    });
    return stop;
  }, [ask, follow]);
  return value;
}
