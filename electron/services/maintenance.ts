/**
 * A kiosk that staff have opened for a while.
 *
 *   locked ──enter (a supervisor)──▶ open ──end, ten minutes, program's end──▶ locked
 */
import type {
  MaintenanceAnswer,
  MaintenanceEnd,
  MaintenanceState,
} from '../../shared/ipc/commands/maintenance';
import type { ApprovalAnswer } from './staff';

export interface Maintenance {
  readonly state: () => MaintenanceState;
  readonly isOpen: () => boolean;
  readonly enter: (login: string, password: string) => Promise<MaintenanceAnswer>;
  /** Locks the kiosk again. */
  readonly end: (why: MaintenanceEnd) => Promise<void>;
}

export interface MaintenanceOptions {
  /** Throttled and logged like every sign-in. */
  readonly approve: (login: string, password: string) => Promise<ApprovalAnswer>;
  /** Lets the window be a window, or holds it as a kiosk. */
  readonly setKiosk: (on: boolean) => void;
  /** Before the window is opened: whatever customer was there is not shown to staff. */
  readonly onOpening: () => void;
  readonly onChanged: (state: MaintenanceState) => void;
  /** Written down; what cannot be written keeps no kiosk open. */
  readonly onEnded: (by: string, why: MaintenanceEnd) => Promise<void>;
  readonly onBug: (problem: unknown) => void;
}

export const maintenanceMs = 10 * 60_000;

export function createMaintenance(options: MaintenanceOptions): Maintenance {
  let open: { readonly by: string; readonly until: number; readonly timer: NodeJS.Timeout } | null = null;

  const state = (): MaintenanceState =>
    open === null
      ? { kind: 'locked' }
      : {
          kind: 'open',
          by: open.by,
          secondsLeft: Math.max(0, Math.ceil((open.until - performance.now()) / 1_000)),
        };

  const end = async (why: MaintenanceEnd): Promise<void> => {
    if (open === null) return;
    const { by, timer } = open;
    clearTimeout(timer);
    open = null;
    options.setKiosk(true);
    options.onChanged(state());
    await options.onEnded(by, why).catch(options.onBug);
  };

  return {
    state,
    isOpen: () => open !== null,
    async enter(login, password) {
      const answer = await options.approve(login, password);
      if (answer.kind !== 'approved') return answer;
      if (open !== null) clearTimeout(open.timer);
      options.onOpening();
      open = {
        by: answer.approval.by,
        // Of the clock that nobody can set.
        until: performance.now() + maintenanceMs,
        timer: setTimeout(() => void end('time'), maintenanceMs),
      };
      options.setKiosk(false);
      options.onChanged(state());
      return { kind: 'opened', state: state() };
    },
    end,
  };
}
