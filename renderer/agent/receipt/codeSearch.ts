import { useCallback, useEffect, useState } from 'react';
import type { HandoffScreen } from '../../../shared/domain/handoffCode';
import type { Language } from '../../../shared/domain/language';
import { recogniseSearchInput } from '../../../shared/domain/searchInput';
import type { CustomerView } from '../../../shared/view/customerView';
import { invoke } from '../../bridge';
import { useLanguage } from '../../strings/language';
import { useTurns } from '../../turns';
import type { CodeAnswerState } from './CodeAnswer';

export interface CodeSearch {
  /** What a code that opened nobody says. */
  readonly answer: CodeAnswerState | null;
  /** What a customer who came over from a kiosk was looking at; `null`: nobody came. */
  readonly arrivedAt: HandoffScreen | null;
  /** Whether it was a code; everything else is for others to look up. */
  readonly search: (typed: string) => boolean;
  readonly clear: () => void;
}

/** Follows the codes of kiosks and receipts. @param onArrived a customer came over from a kiosk */
export function useCodeSearch(
  onArrived: (view: CustomerView, screen: HandoffScreen) => void,
  onSearching: () => void,
): CodeSearch {
  const { language } = useLanguage();
  const [answer, setAnswer] = useState<CodeAnswerState | null>(null);
  const [arrivedAt, setArrivedAt] = useState<HandoffScreen | null>(null);
  // A late answer to an earlier code is dropped.
  const turns = useTurns();

  const clear = useCallback(() => {
    turns.next();
    setAnswer(null);
    setArrivedAt(null);
  }, [turns]);

  const search = useCallback(
    (typed: string): boolean => {
      const input = recogniseSearchInput(typed);
      clear();
      if (input.kind === 'number') return false;
      const { code } = input;
      const isCurrent = turns.current();
      onSearching();
      const show = (next: CodeAnswerState): void => {
        if (isCurrent()) setAnswer(next);
      };
      if (input.kind === 'receipt') {
        void check(code, language).then(show);
        return true;
      }
      void invoke('handoff:accept', { code, language }).then((accepted) => {
        if (!accepted.ok) show({ kind: 'refused', code, why: 'failed' });
        else if (accepted.value.state === 'refused') show({ kind: 'refused', code, why: accepted.value.why });
        else if (isCurrent()) {
          setArrivedAt(accepted.value.screen);
          onArrived(accepted.value.view, accepted.value.screen);
        }
      });
      return true;
    },
    [clear, language, onArrived, onSearching, turns],
  );

  // What a receipt certifies is said in the language of the screen.
  const inOtherLanguage = answer?.kind === 'checked' && answer.language !== language ? answer.code : null;
  useEffect(() => {
    if (inOtherLanguage === null) return;
    const isCurrent = turns.current();
    void check(inOtherLanguage, language).then((checked) => {
      if (isCurrent()) setAnswer(checked);
    });
  }, [inOtherLanguage, language, turns]);

  return { answer, arrivedAt, search, clear };
}

async function check(code: string, language: Language): Promise<CodeAnswerState> {
  const checked = await invoke('receipt:check', { code, language });
  return { kind: 'checked', code, check: checked.ok ? checked.value : 'failed', language };
}
