import { useState } from 'react';
import type { LineSwitch } from '../../customerSession';

/** Why another line was not shown. */
export type LineProblem = 'notHere' | 'notYours' | 'failed';

export interface LineChoice {
  /** The line that is being opened: E.164 digits. */
  readonly opening: string | null;
  readonly problem: LineProblem | null;
  readonly choose: (msisdn: string) => void;
}

/** Goes to another line by a touch. What is shown once that worked takes the place of whoever calls this. */
export function useLineChoice(onLine: (msisdn: string) => Promise<LineSwitch>): LineChoice {
  const [opening, setOpening] = useState<string | null>(null);
  const [problem, setProblem] = useState<LineProblem | null>(null);
  return {
    opening,
    problem,
    choose(msisdn) {
      setOpening(msisdn);
      setProblem(null);
      void onLine(msisdn).then((outcome) => {
        setOpening(null);
        setProblem(problemOf(outcome));
      });
    },
  };
}

function problemOf(outcome: LineSwitch): LineProblem | null {
  switch (outcome) {
    case 'shown':
    case 'overtaken':
      return null;
    case 'NOT_FOUND':
      return 'notHere';
    case 'NOT_ALLOWED':
      return 'notYours';
    default:
      return 'failed';
  }
}
