/** A walk through #122# on the screen: the real engine answers, nothing is dialled and nothing is ordered. */
import { useEffect, useState } from 'react';
import type { ErrorCode } from '../shared/ipc/contract';
import type { UssdScreen } from '../shared/ussd/engine';
import { invoke } from './bridge';
import { useLanguage } from './strings/language';

export type UssdWalkState =
  | { readonly kind: 'dialling' }
  | { readonly kind: 'screen'; readonly screen: UssdScreen }
  | { readonly kind: 'failed'; readonly error: ErrorCode };

export interface UssdWalk {
  readonly state: UssdWalkState;
  /** What would be dialled to come straight to this screen: `#122*2*1#`. */
  readonly dialled: string;
  /** Nothing more can be answered: the session is over or could not be had. */
  readonly ended: boolean;
  readonly send: (input: string) => void;
  readonly redial: () => void;
}

/** @param code The market's code, `#122#`. */
export function useUssdWalk(code: string): UssdWalk {
  const { language } = useLanguage();
  // An object, so that the same path can be dialled once more.
  const [dial, setDial] = useState({ path: '' });
  const [state, setState] = useState<UssdWalkState>({ kind: 'dialling' });

  useEffect(() => {
    let stale = false;
    void invoke('ussd:dial', { path: dial.path, language }).then((answer) => {
      if (stale) return;
      setState(
        answer.ok ? { kind: 'screen', screen: answer.value } : { kind: 'failed', error: answer.error },
      );
    });
    return () => {
      stale = true;
    };
  }, [dial, language]);

  // The engine names the short way to the screen it shows: detours and mistakes are not dialled again.
  const shownPath = state.kind === 'screen' ? state.screen.path : dial.path;

  return {
    state,
    dialled: shownPath === '' ? code : code.replace(/#$/, `*${shownPath}#`),
    ended: state.kind === 'failed' || (state.kind === 'screen' && state.screen.type === 'END'),
    send: (input) => setDial({ path: shownPath === '' ? input : `${shownPath}*${input}` }),
    redial: () => setDial({ path: '' }),
  };
}
