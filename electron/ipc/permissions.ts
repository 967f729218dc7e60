import type { Mode } from '../../shared/domain/mode';
import type { StaffRole } from '../../shared/ipc/commands/staff';
import type { CommandName, ErrorCode } from '../../shared/ipc/contract';

/** What a command's permission hangs on. */
export interface SessionState {
  readonly mode: Mode;
  readonly training: boolean;
  /** The role of whoever is signed in and has not locked; `null`: nobody. */
  readonly staff: StaffRole | null;
  /** A customer alone has identified themselves at the kiosk. */
  readonly isIdentified: boolean;
  readonly hasCustomer: boolean;
  /** How the window is held: `none` where the settings ask for no kiosk, `open` while staff have opened it. */
  readonly lock: 'none' | 'locked' | 'open';
}

type Need =
  | 'nothing'
  /** A device that is not set up: no program that has started. */
  | 'notSetUp'
  /** A window that is held as a kiosk, whoever is there. */
  | 'lockedWindow'
  /** A kiosk that staff have opened. */
  | 'maintenance'
  | 'training'
  /** The counter, whoever is there. */
  | 'counter'
  /** Somebody of the staff, signed in at the counter. */
  | 'staff'
  | 'supervisor'
  /** A supervisor at the counter, or the one who has opened the kiosk. */
  | 'supervisorAtEither'
  | 'staffWithCustomer'
  /** The kiosk, whoever is there. */
  | 'kiosk'
  | 'kioskInTraining'
  /** A customer who has identified themselves at the kiosk. */
  | 'identified'
  /** A customer who is open at the kiosk. */
  | 'customerAtKiosk'
  /** An open customer, of whoever may see them. */
  | 'customer'
  /** Staff at any time, a customer alone while they are open. */
  | 'customerOrStaff';

const needs: Readonly<Record<CommandName, Need>> = {
  'app:describe': 'nothing',
  'app:startProblem': 'nothing',
  'app:switchMode': 'training',
  'provisioning:places': 'notSetUp',
  'provisioning:chooseFile': 'notSetUp',
  'provisioning:examine': 'notSetUp',
  'provisioning:apply': 'notSetUp',
  'sync:status': 'nothing',
  'maintenance:state': 'nothing',
  'maintenance:enter': 'lockedWindow',
  'maintenance:end': 'maintenance',
  'maintenance:quit': 'maintenance',
  'fleet:devices': 'supervisor',
  'fleet:wipe': 'supervisorAtEither',
  'staff:session': 'counter',
  'staff:signIn': 'counter',
  'staff:unlock': 'counter',
  'staff:setUp': 'counter',
  'staff:lock': 'counter',
  'staff:signOut': 'counter',
  'identity:ways': 'kiosk',
  'identity:identify': 'kiosk',
  'identity:sendCode': 'kiosk',
  'identity:confirmCode': 'kiosk',
  'identity:openDemo': 'kioskInTraining',
  'customer:open': 'staff',
  'customer:recent': 'staff',
  'customer:reopen': 'staff',
  'customer:findLines': 'staff',
  'customer:confirm': 'staffWithCustomer',
  'customer:switchLine': 'identified',
  'customer:render': 'customer',
  'customer:close': 'nothing',
  'customer:askAgain': 'customer',
  'payer:ask': 'customer',
  'ussd:dial': 'customer',
  'receipt:make': 'customer',
  'receipt:print': 'customer',
  'receipt:save': 'staffWithCustomer',
  'receipt:check': 'staff',
  'handoff:make': 'customerAtKiosk',
  'handoff:printEmpty': 'kiosk',
  'handoff:accept': 'staff',
  'order:quote': 'customer',
  'order:place': 'customer',
  'order:cancel': 'customerOrStaff',
  'order:requeue': 'staff',
  'order:list': 'staff',
  'order:counts': 'staff',
  'audit:page': 'supervisor',
  'audit:export': 'supervisor',
  'audit:verify': 'supervisor',
  'audit:countFlags': 'supervisor',
  'audit:noteSection': 'staffWithCustomer',
  'status:read': 'supervisor',
  'status:checkIntegrity': 'supervisor',
  'status:export': 'supervisor',
  'status:printTest': 'supervisor',
  'article:list': 'nothing',
  'speech:describe': 'nothing',
  'speech:say': 'nothing',
};

/** Why the session may not give this command now; `null` when it may. */
export function refusalOf(command: CommandName, session: SessionState): ErrorCode | null {
  const { mode, training, isIdentified, hasCustomer } = session;
  switch (needs[command]) {
    case 'nothing':
      return null;
    case 'notSetUp':
      return 'NOT_ALLOWED';
    case 'lockedWindow':
      return session.lock === 'none' ? 'NOT_ALLOWED' : null;
    case 'maintenance':
      return session.lock === 'open' ? null : 'NOT_ALLOWED';
    case 'training':
      return training ? null : 'NOT_ALLOWED';
    case 'counter':
      return mode === 'agent' ? null : 'NOT_ALLOWED';
    case 'staff':
      return withoutStaff(session);
    case 'supervisor':
      return withoutSupervisor(session);
    case 'supervisorAtEither':
      return session.lock === 'open' ? null : withoutSupervisor(session);
    case 'staffWithCustomer':
      return withoutStaff(session) ?? (hasCustomer ? null : 'NO_CUSTOMER_OPEN');
    case 'kiosk':
      return mode === 'selfservice' ? null : 'NOT_ALLOWED';
    case 'kioskInTraining':
      return mode === 'selfservice' && training ? null : 'NOT_ALLOWED';
    case 'identified':
      if (mode === 'agent') return 'NOT_ALLOWED';
      return isIdentified ? null : 'NO_CUSTOMER_OPEN';
    case 'customerAtKiosk':
      if (mode === 'agent') return 'NOT_ALLOWED';
      return hasCustomer ? null : 'NO_CUSTOMER_OPEN';
    case 'customerOrStaff':
      if (mode === 'agent') return withoutStaff(session);
      return hasCustomer ? null : 'NO_CUSTOMER_OPEN';
    case 'customer': {
      const refusal = mode === 'agent' ? withoutStaff(session) : null;
      return refusal ?? (hasCustomer ? null : 'NO_CUSTOMER_OPEN');
    }
  }
}

function withoutStaff({ mode, staff }: SessionState): ErrorCode | null {
  if (mode !== 'agent') return 'NOT_ALLOWED';
  return staff === null ? 'SIGN_IN_NEEDED' : null;
}

function withoutSupervisor(session: SessionState): ErrorCode | null {
  return withoutStaff(session) ?? (session.staff === 'supervisor' ? null : 'NOT_ALLOWED');
}
