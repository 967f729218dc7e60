import type { Mode } from '../../shared/ipc/commands/app';
import type { CommandName, ErrorCode } from '../../shared/ipc/contract';

/** What a command's permission hangs on. */
export interface SessionState {
  readonly mode: Mode;
  readonly training: boolean;
  readonly hasCustomer: boolean;
}

type Need =
  | 'nothing'
  | 'training'
  | 'identification'
  | 'customer'
  /** A member of staff, at the counter. */
  | 'agent'
  | 'agentWithCustomer'
  | 'kiosk'
  /** A customer who is open at a kiosk. */
  | 'customerAtKiosk'
  /** Staff at any time, a customer alone while they are open. */
  | 'customerOrAgent'
  | 'supervisor';

const needs: Readonly<Record<CommandName, Need>> = {
  'app:describe': 'nothing',
  'app:startProblem': 'nothing',
  'app:switchMode': 'training',
  'sync:status': 'nothing',
  'fleet:devices': 'agent',
  'customer:open': 'identification',
  'customer:render': 'customer',
  'customer:close': 'nothing',
  'customer:askAgain': 'customer',
  'payer:ask': 'customer',
  'ussd:dial': 'customer',
  'receipt:make': 'customer',
  'receipt:print': 'customer',
  'receipt:save': 'agentWithCustomer',
  'receipt:check': 'agent',
  'handoff:make': 'customerAtKiosk',
  'handoff:printEmpty': 'kiosk',
  'handoff:accept': 'agent',
  'order:quote': 'customer',
  'order:place': 'customer',
  'order:cancel': 'customerOrAgent',
  'order:requeue': 'agent',
  'order:list': 'agent',
  'order:counts': 'agent',
  'audit:page': 'supervisor',
  'audit:export': 'supervisor',
  'audit:verify': 'supervisor',
  'audit:noteSection': 'agentWithCustomer',
  'status:read': 'supervisor',
  'status:checkIntegrity': 'supervisor',
  'status:export': 'supervisor',
};

/** Why the session may not give this command now; `null` when it may. */
export function refusalOf(command: CommandName, session: SessionState): ErrorCode | null {
  switch (needs[command]) {
    case 'nothing':
      return null;
    case 'training':
      return session.training ? null : 'NOT_ALLOWED';
    case 'identification':
      return canOpenCustomers(session) ? null : 'NOT_ALLOWED';
    case 'customer':
      return session.hasCustomer ? null : 'NO_CUSTOMER_OPEN';
    case 'agent':
      return session.mode === 'agent' ? null : 'NOT_ALLOWED';
    case 'agentWithCustomer':
      if (session.mode !== 'agent') return 'NOT_ALLOWED';
      return session.hasCustomer ? null : 'NO_CUSTOMER_OPEN';
    case 'kiosk':
      return session.mode === 'selfservice' ? null : 'NOT_ALLOWED';
    case 'customerAtKiosk':
      if (session.mode !== 'selfservice') return 'NOT_ALLOWED';
      return session.hasCustomer ? null : 'NO_CUSTOMER_OPEN';
    case 'customerOrAgent':
      return session.mode === 'agent' || session.hasCustomer ? null : 'NO_CUSTOMER_OPEN';
    case 'supervisor':
      return isSupervisor(session) ? null : 'NOT_ALLOWED';
  }
}

/** Until staff sign in, whoever is at the counter. */
function isSupervisor({ mode }: SessionState): boolean {
  return mode === 'agent';
}

/** A customer cannot identify themselves yet, so self-service opens nobody but the invented subscribers of training. */
export function canOpenCustomers({ mode, training }: Pick<SessionState, 'mode' | 'training'>): boolean {
  return mode === 'agent' || training;
}
