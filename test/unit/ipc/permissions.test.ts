import { describe, expect, it } from 'vitest';
import { refusalOf, type SessionState } from '../../../electron/ipc/permissions';
import { requestSchemas, type CommandName, type ErrorCode } from '../../../shared/ipc/contract';

const sessions: Readonly<Record<string, SessionState>> = {
  'agent, nobody open': { mode: 'agent', training: false, hasCustomer: false },
  'agent, customer open': { mode: 'agent', training: false, hasCustomer: true },
  'agent in training, nobody open': { mode: 'agent', training: true, hasCustomer: false },
  'self-service, nobody open': { mode: 'selfservice', training: false, hasCustomer: false },
  'self-service in training, nobody open': { mode: 'selfservice', training: true, hasCustomer: false },
  'self-service in training, customer open': { mode: 'selfservice', training: true, hasCustomer: true },
};

const always = Object.fromEntries(Object.keys(sessions).map((session) => [session, null]));
const onlyWithCustomer = {
  'agent, nobody open': 'NO_CUSTOMER_OPEN',
  'agent, customer open': null,
  'agent in training, nobody open': 'NO_CUSTOMER_OPEN',
  'self-service, nobody open': 'NO_CUSTOMER_OPEN',
  'self-service in training, nobody open': 'NO_CUSTOMER_OPEN',
  'self-service in training, customer open': null,
} as const;

const onlyAtTheCounter = {
  ...always,
  'self-service, nobody open': 'NOT_ALLOWED',
  'self-service in training, nobody open': 'NOT_ALLOWED',
  'self-service in training, customer open': 'NOT_ALLOWED',
} as const;

const expected: Readonly<Record<CommandName, Readonly<Record<string, ErrorCode | null>>>> = {
  'app:describe': always,
  'app:startProblem': always,
  'app:switchMode': {
    ...always,
    'agent, nobody open': 'NOT_ALLOWED',
    'agent, customer open': 'NOT_ALLOWED',
    'self-service, nobody open': 'NOT_ALLOWED',
  },
  'sync:status': always,
  'fleet:devices': {
    ...always,
    'self-service, nobody open': 'NOT_ALLOWED',
    'self-service in training, nobody open': 'NOT_ALLOWED',
    'self-service in training, customer open': 'NOT_ALLOWED',
  },
  'customer:open': { ...always, 'self-service, nobody open': 'NOT_ALLOWED' },
  'customer:render': onlyWithCustomer,
  'customer:close': always,
  'customer:askAgain': onlyWithCustomer,
  'payer:ask': onlyWithCustomer,
  'ussd:dial': onlyWithCustomer,
  'receipt:make': onlyWithCustomer,
  'receipt:print': onlyWithCustomer,
  'receipt:save': {
    'agent, nobody open': 'NO_CUSTOMER_OPEN',
    'agent, customer open': null,
    'agent in training, nobody open': 'NO_CUSTOMER_OPEN',
    'self-service, nobody open': 'NOT_ALLOWED',
    'self-service in training, nobody open': 'NOT_ALLOWED',
    'self-service in training, customer open': 'NOT_ALLOWED',
  },
  'receipt:check': onlyAtTheCounter,
  'handoff:make': {
    'agent, nobody open': 'NOT_ALLOWED',
    'agent, customer open': 'NOT_ALLOWED',
    'agent in training, nobody open': 'NOT_ALLOWED',
    'self-service, nobody open': 'NO_CUSTOMER_OPEN',
    'self-service in training, nobody open': 'NO_CUSTOMER_OPEN',
    'self-service in training, customer open': null,
  },
  'handoff:printEmpty': {
    'agent, nobody open': 'NOT_ALLOWED',
    'agent, customer open': 'NOT_ALLOWED',
    'agent in training, nobody open': 'NOT_ALLOWED',
    'self-service, nobody open': null,
    'self-service in training, nobody open': null,
    'self-service in training, customer open': null,
  },
  'handoff:accept': onlyAtTheCounter,
  'order:quote': onlyWithCustomer,
  'order:place': onlyWithCustomer,
  'order:cancel': {
    ...always,
    'self-service, nobody open': 'NO_CUSTOMER_OPEN',
    'self-service in training, nobody open': 'NO_CUSTOMER_OPEN',
  },
  'order:requeue': onlyAtTheCounter,
  'order:list': onlyAtTheCounter,
  'order:counts': onlyAtTheCounter,
  'audit:page': onlyAtTheCounter,
  'audit:export': onlyAtTheCounter,
  'audit:verify': onlyAtTheCounter,
  'audit:noteSection': {
    ...onlyAtTheCounter,
    'agent, nobody open': 'NO_CUSTOMER_OPEN',
    'agent in training, nobody open': 'NO_CUSTOMER_OPEN',
  },
  'status:read': onlyAtTheCounter,
  'status:checkIntegrity': onlyAtTheCounter,
  'status:export': onlyAtTheCounter,
};

describe('what a session may do', () => {
  it('is exactly the reviewed matrix of sessions and commands', () => {
    const commands = Object.keys(requestSchemas).filter(
      (name): name is CommandName => name in requestSchemas,
    );
    const matrix = Object.fromEntries(
      commands.map((command) => [
        command,
        Object.fromEntries(
          Object.entries(sessions).map(([name, state]) => [name, refusalOf(command, state)]),
        ),
      ]),
    );
    expect(matrix).toEqual(expected);
  });
});
