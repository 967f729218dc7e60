import { useCallback, useState } from 'react';
import type { PrintOutcome } from '../shared/ipc/commands/receipt';
import { invoke } from './bridge';

/** `unavailable`: what was to be printed is no longer there. */
export type PrintState = 'not' | 'printing' | 'unavailable' | PrintOutcome;

/** Prints a ticket that the main process has made, by its code, and tells what became of it. */
export function usePrinting(): { readonly state: PrintState; readonly print: (code: string) => void } {
  const [state, setState] = useState<PrintState>('not');
  const print = useCallback((code: string) => {
    setState('printing');
    void invoke('receipt:print', { code }).then((answer) => {
      setState(answer.ok ? answer.value : answer.error === 'NOT_FOUND' ? 'unavailable' : 'failed');
    });
  }, []);
  return { state, print };
}
