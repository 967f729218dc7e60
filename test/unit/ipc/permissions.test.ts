import { describe, expect, it } from 'vitest';
import { refusalOf, type SessionState } from '../../../electron/ipc/permissions';
import { requestSchemas, type CommandName, type ErrorCode } from '../../../shared/ipc/contract';

const nobody = {
  training: false,
  staff: null,
  isIdentified: false,
  hasCustomer: false,
  lock: 'none',
} as const;
const counter = { ...nobody, mode: 'agent' } as const;
const kiosk = { ...nobody, mode: 'selfservice' } as const;

const sessions = {
  'counter, nobody signed in': counter,
  'counter, nobody signed in, customer left open': { ...counter, hasCustomer: true },
  'counter, agent': { ...counter, staff: 'agent' },
  'counter, agent, customer open': { ...counter, staff: 'agent', hasCustomer: true },
  'counter, supervisor': { ...counter, staff: 'supervisor' },
  'counter, supervisor, customer open': { ...counter, staff: 'supervisor', hasCustomer: true },
  'counter in training, agent': { ...counter, training: true, staff: 'agent' },
  'kiosk, nobody': kiosk,
  'kiosk, nobody, window locked': { ...kiosk, lock: 'locked' },
  'kiosk, nobody, opened by staff': { ...kiosk, lock: 'open' },
  'kiosk, nobody, staff signed in at the counter before': { ...kiosk, training: true, staff: 'agent' },
  'kiosk in training, nobody': { ...kiosk, training: true },
  'kiosk, customer identified': { ...kiosk, isIdentified: true, hasCustomer: true },
  'kiosk, customer identified, none of their lines open': { ...kiosk, isIdentified: true },
} as const satisfies Readonly<Record<string, SessionState>>;

type SessionName = keyof typeof sessions;
type Row = Readonly<Record<SessionName, ErrorCode | null>>;

const names = Object.keys(sessions).filter((name): name is SessionName => name in sessions);

/** The same answer for every session, except for those that are named. */
function row(usual: ErrorCode | null, exceptions: Partial<Row> = {}): Row {
  const all = Object.fromEntries(names.map((name) => [name, usual])) as Record<SessionName, ErrorCode | null>;
  return { ...all, ...exceptions };
}

const always = row(null);

/** A program that has started is set up. */
const never = row('NOT_ALLOWED');

const atCounter = row(null, {
  'kiosk, nobody': 'NOT_ALLOWED',
  'kiosk, nobody, window locked': 'NOT_ALLOWED',
  'kiosk, nobody, opened by staff': 'NOT_ALLOWED',
  'kiosk, nobody, staff signed in at the counter before': 'NOT_ALLOWED',
  'kiosk in training, nobody': 'NOT_ALLOWED',
  'kiosk, customer identified': 'NOT_ALLOWED',
  'kiosk, customer identified, none of their lines open': 'NOT_ALLOWED',
});

const atKiosk = row(null, {
  'counter, nobody signed in': 'NOT_ALLOWED',
  'counter, nobody signed in, customer left open': 'NOT_ALLOWED',
  'counter, agent': 'NOT_ALLOWED',
  'counter, agent, customer open': 'NOT_ALLOWED',
  'counter, supervisor': 'NOT_ALLOWED',
  'counter, supervisor, customer open': 'NOT_ALLOWED',
  'counter in training, agent': 'NOT_ALLOWED',
});

const bySignedInStaff = row('NOT_ALLOWED', {
  'counter, nobody signed in': 'SIGN_IN_NEEDED',
  'counter, nobody signed in, customer left open': 'SIGN_IN_NEEDED',
  'counter, agent': null,
  'counter, agent, customer open': null,
  'counter, supervisor': null,
  'counter, supervisor, customer open': null,
  'counter in training, agent': null,
});

const bySupervisor = {
  ...bySignedInStaff,
  'counter, agent': 'NOT_ALLOWED',
  'counter, agent, customer open': 'NOT_ALLOWED',
  'counter in training, agent': 'NOT_ALLOWED',
} as const;

const byStaffOfOpenCustomer = row('NOT_ALLOWED', {
  'counter, nobody signed in': 'SIGN_IN_NEEDED',
  'counter, nobody signed in, customer left open': 'SIGN_IN_NEEDED',
  'counter, agent': 'NO_CUSTOMER_OPEN',
  'counter, agent, customer open': null,
  'counter, supervisor': 'NO_CUSTOMER_OPEN',
  'counter, supervisor, customer open': null,
  'counter in training, agent': 'NO_CUSTOMER_OPEN',
});

const ofOpenCustomer = row('NO_CUSTOMER_OPEN', {
  'counter, nobody signed in': 'SIGN_IN_NEEDED',
  'counter, nobody signed in, customer left open': 'SIGN_IN_NEEDED',
  'counter, agent, customer open': null,
  'counter, supervisor, customer open': null,
  'kiosk, customer identified': null,
});

const expected: Readonly<Record<CommandName, Row>> = {
  'app:describe': always,
  'app:startProblem': always,
  'app:switchMode': row('NOT_ALLOWED', {
    'counter in training, agent': null,
    'kiosk, nobody, staff signed in at the counter before': null,
    'kiosk in training, nobody': null,
  }),
  'provisioning:places': never,
  'provisioning:chooseFile': never,
  'provisioning:examine': never,
  'provisioning:apply': never,
  'sync:status': always,
  'maintenance:state': always,
  'maintenance:enter': row('NOT_ALLOWED', {
    'kiosk, nobody, window locked': null,
    'kiosk, nobody, opened by staff': null,
  }),
  'maintenance:end': row('NOT_ALLOWED', { 'kiosk, nobody, opened by staff': null }),
  'maintenance:quit': row('NOT_ALLOWED', { 'kiosk, nobody, opened by staff': null }),
  'fleet:devices': bySupervisor,
  'fleet:wipe': { ...bySupervisor, 'kiosk, nobody, opened by staff': null },
  'staff:session': atCounter,
  'staff:signIn': atCounter,
  'staff:unlock': atCounter,
  'staff:setUp': atCounter,
  'staff:lock': atCounter,
  'staff:signOut': atCounter,
  'identity:ways': atKiosk,
  'identity:identify': atKiosk,
  'identity:sendCode': atKiosk,
  'identity:confirmCode': atKiosk,
  'identity:openDemo': row('NOT_ALLOWED', {
    'kiosk, nobody, staff signed in at the counter before': null,
    'kiosk in training, nobody': null,
  }),
  'customer:open': bySignedInStaff,
  'customer:recent': bySignedInStaff,
  'customer:reopen': bySignedInStaff,
  'customer:findLines': bySignedInStaff,
  'customer:confirm': byStaffOfOpenCustomer,
  'customer:switchLine': row('NOT_ALLOWED', {
    'kiosk, nobody': 'NO_CUSTOMER_OPEN',
    'kiosk, nobody, window locked': 'NO_CUSTOMER_OPEN',
    'kiosk, nobody, opened by staff': 'NO_CUSTOMER_OPEN',
    'kiosk, nobody, staff signed in at the counter before': 'NO_CUSTOMER_OPEN',
    'kiosk in training, nobody': 'NO_CUSTOMER_OPEN',
    'kiosk, customer identified': null,
    'kiosk, customer identified, none of their lines open': null,
  }),
  'customer:render': ofOpenCustomer,
  'customer:close': always,
  'customer:askAgain': ofOpenCustomer,
  'payer:ask': ofOpenCustomer,
  'ussd:dial': ofOpenCustomer,
  'receipt:make': ofOpenCustomer,
  'receipt:print': ofOpenCustomer,
  'receipt:save': byStaffOfOpenCustomer,
  'receipt:check': bySignedInStaff,
  'handoff:make': row('NOT_ALLOWED', {
    'kiosk, nobody': 'NO_CUSTOMER_OPEN',
    'kiosk, nobody, window locked': 'NO_CUSTOMER_OPEN',
    'kiosk, nobody, opened by staff': 'NO_CUSTOMER_OPEN',
    'kiosk, nobody, staff signed in at the counter before': 'NO_CUSTOMER_OPEN',
    'kiosk in training, nobody': 'NO_CUSTOMER_OPEN',
    'kiosk, customer identified': null,
    'kiosk, customer identified, none of their lines open': 'NO_CUSTOMER_OPEN',
  }),
  'handoff:printEmpty': atKiosk,
  'handoff:accept': bySignedInStaff,
  'order:quote': ofOpenCustomer,
  'order:place': ofOpenCustomer,
  'order:cancel': {
    ...bySignedInStaff,
    'kiosk, nobody': 'NO_CUSTOMER_OPEN',
    'kiosk, nobody, window locked': 'NO_CUSTOMER_OPEN',
    'kiosk, nobody, opened by staff': 'NO_CUSTOMER_OPEN',
    'kiosk, nobody, staff signed in at the counter before': 'NO_CUSTOMER_OPEN',
    'kiosk in training, nobody': 'NO_CUSTOMER_OPEN',
    'kiosk, customer identified': null,
    'kiosk, customer identified, none of their lines open': 'NO_CUSTOMER_OPEN',
  },
  'order:requeue': bySignedInStaff,
  'order:list': bySignedInStaff,
  'order:counts': bySignedInStaff,
  'audit:page': bySupervisor,
  'audit:export': bySupervisor,
  'audit:verify': bySupervisor,
  'audit:countFlags': bySupervisor,
  'audit:noteSection': byStaffOfOpenCustomer,
  'status:read': bySupervisor,
  'status:checkIntegrity': bySupervisor,
  'status:export': bySupervisor,
  'status:printTest': bySupervisor,
  'article:list': always,
  'speech:describe': always,
  'speech:say': always,
};

describe('what a session may do', () => {
  it('is exactly the reviewed matrix of sessions and commands', () => {
    const commands = Object.keys(requestSchemas).filter(
      (name): name is CommandName => name in requestSchemas,
    );
    const matrix = Object.fromEntries(
      commands.map((command) => [
        command,
        Object.fromEntries(names.map((name) => [name, refusalOf(command, sessions[name])])),
      ]),
    );
    expect(matrix).toEqual(expected);
  });
});
