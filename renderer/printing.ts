import { useCallback, useState } from 'react';
import type { Language } from '../shared/domain/language';
import type { PrintOutcome } from '../shared/ipc/commands/receipt';
import type { Answer } from '../shared/ipc/contract';
import { invoke } from './bridge';
import { useTurns } from './turns';

/** `unavailable`: what was to be printed is no longer there. */
export type PrintState = 'not' | 'printing' | 'unavailable' | PrintOutcome;

export interface Printing {
  readonly state: PrintState;
  /** A ticket that the main process has made, by its code. */
  readonly print: (code: string) => void;
  /** One that carries nothing, for whoever the kiosk does not know. */
  readonly printEmpty: (language: Language) => void;
  /** The same at the counter, for a supervisor who tries the printer. */
  readonly printTest: (language: Language) => void;
  /** Another ticket is shown: what became of the one before is not told of it. */
  readonly forget: () => void;
}

/** Prints a ticket and tells what became of it. */
export function usePrinting(): Printing {
  const [state, setState] = useState<PrintState>('not');
  // One for each ticket: an answer is not told of another one.
  const turns = useTurns();
  const follow = useCallback(
    (asking: Promise<Answer<'receipt:print' | 'handoff:printEmpty' | 'status:printTest'>>) => {
      const isCurrent = turns.next();
      setState('printing');
      void asking.then((answer) => {
        if (!isCurrent()) return;
        setState(answer.ok ? answer.value : answer.error === 'NOT_FOUND' ? 'unavailable' : 'failed');
      });
    },
    [turns],
  );
  const print = useCallback((code: string) => follow(invoke('receipt:print', { code })), [follow]);
  const printEmpty = useCallback(
    (language: Language) => follow(invoke('handoff:printEmpty', { language })),
    [follow],
  );
  const printTest = useCallback(
    (language: Language) => follow(invoke('status:printTest', { language })),
    [follow],
  );
  const forget = useCallback(() => {
    turns.next();
    setState('not');
  }, [turns]);
  return { state, print, printEmpty, printTest, forget };
}
