import type { StartProblem } from '../../shared/ipc/contract';
import type { Handlers } from './router';

/** All that a program which could not start answers: why. */
export function notStartedHandlers(problem: StartProblem): Handlers {
  const refuse = () => ({ ok: false, error: 'NOT_STARTED' }) as const;
  return {
    'app:describe': refuse,
    'app:startProblem': () => ({ ok: true, value: problem }),
    'app:switchMode': refuse,
    'sync:status': refuse,
    'customer:open': refuse,
    'customer:render': refuse,
    'customer:close': refuse,
    'payer:ask': refuse,
    'ussd:dial': refuse,
  };
}
