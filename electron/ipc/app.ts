import type { Mode } from '../../shared/domain/mode';
import type { AppDescription } from '../../shared/ipc/commands/app';
import type { Handlers } from './router';

export interface AppSubject {
  readonly describe: () => AppDescription;
  /** Leaves the customer who is open, too. */
  readonly switchMode: (mode: Mode) => void;
}

export function appHandlers(
  app: AppSubject,
): Pick<Handlers, 'app:describe' | 'app:startProblem' | 'app:switchMode'> {
  return {
    'app:describe': () => ({ ok: true, value: app.describe() }),
    'app:startProblem': () => ({ ok: true, value: null }),
    'app:switchMode': ({ mode }) => {
      app.switchMode(mode);
      return { ok: true, value: app.describe() };
    },
  };
}
