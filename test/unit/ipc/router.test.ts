import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRouter, type Handlers } from '../../../electron/ipc/router';
import { requestSchemas, type CommandName, type ErrorCode } from '../../../shared/ipc/contract';

const refuse = () => ({ ok: false, error: 'NOT_FOUND' }) as const;

const quietHandlers: Partial<Handlers> = {
  'app:startProblem': () => ({ ok: true, value: null }),
  'sync:status': refuse,
  'customer:open': refuse,
  'customer:close': () => ({ ok: true, value: null }),
};

function setUp(handlers: Partial<Handlers> = {}, refusal: ErrorCode | null = null) {
  const bugs: { command: CommandName; problem: unknown }[] = [];
  const route = createRouter({
    handlers: { ...quietHandlers, ...handlers },
    refusalOf: () => refusal,
    reportBug: (command, problem) => bugs.push({ command, problem }),
  });
  return { route, bugs };
}

const refused = (error: string) => JSON.stringify({ ok: false, error });

describe('the router', () => {
  it('hands a well-formed request to its handler and answers with what that returns', async () => {
    const queries: string[] = [];
    const { route } = setUp({
      'customer:open': ({ query }) => {
        queries.push(query);
        return { ok: false, error: 'BAD_MSISDN' };
      },
    });
    expect(await route('customer:open', '{"query":"07","reason":"order","language":"fr"}')).toBe(
      refused('BAD_MSISDN'),
    );
    expect(queries).toEqual(['07']);
  });

  it.each([
    ['an unknown command', 'customer:steal', '{}'],
    ['the name of an inherited property', 'constructor', '{}'],
    ['__proto__ as a command', '__proto__', '{}'],
    ['a command that is no text', 7, '{}'],
    ['a request that is no text', 'customer:close', {}],
    ['no request', 'customer:close', undefined],
    ['broken JSON', 'customer:close', '{'],
    ['a field too many', 'customer:close', '{"msisdn":"2250700000001"}'],
    ['__proto__ as a field', 'customer:close', '{"__proto__":{"training":true}}'],
    ['a field missing', 'customer:open', '{"query":"0700000001"}'],
    ['an empty query', 'customer:open', '{"query":"","reason":"order","language":"fr"}'],
    [
      'a query that is too long',
      'customer:open',
      `{"query":"${'0'.repeat(61)}","reason":"order","language":"fr"}`,
    ],
    ['a lookup without a reason', 'customer:open', '{"query":"0700000001","language":"fr"}'],
    ['a reason that is none', 'customer:open', '{"query":"0700000001","reason":"fun","language":"fr"}'],
    ['a line that is no number', 'customer:switchLine', '{"msisdn":"0700000001x","language":"fr"}'],
    ['a PIN with letters', 'identity:identify', '{"query":"0700000001","pin":"12a4","language":"fr"}'],
    ['a PIN that is too short', 'customer:confirm', '{"pin":"123"}'],
    ['a PIN of a megabyte', 'customer:confirm', `{"pin":"${'1'.repeat(1_000_000)}"}`],
    ['a code of five digits', 'identity:confirmCode', '{"code":"12345","language":"fr"}'],
    ['a sign-in without a password', 'staff:signIn', '{"login":"k.yao"}'],
    [
      'a sign-in with a role of its own',
      'staff:signIn',
      '{"login":"k.yao","password":"x","role":"supervisor"}',
    ],
    ['a password of 201 characters', 'staff:unlock', `{"password":"${'x'.repeat(201)}"}`],
    ['a lock for no cause', 'staff:lock', '{"cause":"boredom"}'],
    [
      'a supervisor with a short password',
      'staff:setUp',
      '{"login":"a.kone","name":"Aminata","password":"123456789"}',
    ],
    [
      'a supervisor whose login is a path',
      'staff:setUp',
      '{"login":"../k","name":"Aminata","password":"1234567890"}',
    ],
    ['a supervisor without a name', 'staff:setUp', '{"login":"a.kone","name":"  ","password":"1234567890"}'],
    ['a language that there is not', 'customer:render', '{"language":"de"}'],
    ['a mode that there is not', 'app:switchMode', '{"mode":"root"}'],
    ['a use that is none', 'payer:ask', '{"use":"gift","language":"fr"}'],
    ...['0', '-60', '1.5', '1e300', '"60"', 'null'].map((due): [string, string, string] => [
      `${due} as an amount of a use`,
      'payer:ask',
      `{"use":"callOnNet","due":${due},"language":"fr"}`,
    ]),
    ['a path with other characters', 'ussd:dial', '{"path":"1;2","language":"fr"}'],
    ['a request of 10 MB', 'customer:close', ' '.repeat(10_000_000)],
    ['10,000 nested lists', 'customer:close', '['.repeat(10_000)],
    ['an array', 'customer:close', '[]'],
    ['null', 'customer:close', 'null'],
  ])('refuses %s', async (_, command, request) => {
    const { route, bugs } = setUp();
    expect(await route(command, request)).toBe(refused('BAD_REQUEST'));
    expect(bugs).toEqual([]);
  });

  it('does not reach the handler when the session may not give the command', async () => {
    let reached = 0;
    const { route } = setUp(
      {
        'customer:close': () => {
          reached += 1;
          return { ok: true, value: null };
        },
      },
      'NOT_ALLOWED',
    );
    expect(await route('customer:close', '{}')).toBe(refused('NOT_ALLOWED'));
    expect(reached).toBe(0);
  });

  it('answers a command that nobody handles as one of a program that has not started', async () => {
    const { route, bugs } = setUp();
    expect(await route('app:describe', '{}')).toBe(refused('NOT_STARTED'));
    expect(bugs).toEqual([]);
  });

  it('answers a bug with a code alone and reports it once', async () => {
    const problem = new Error('SELECT * FROM subscriber at /home/shop/cache.db');
    const { route, bugs } = setUp({
      'customer:close': () => {
        throw problem;
      },
      'sync:status': () => Promise.reject(problem),
    });
    expect(await route('customer:close', '{}')).toBe(refused('INTERNAL'));
    expect(await route('sync:status', '{}')).toBe(refused('INTERNAL'));
    expect(bugs).toEqual([
      { command: 'customer:close', problem },
      { command: 'sync:status', problem },
    ]);
  });

  it('answers anything at all with a value or a code', async () => {
    const { route, bugs } = setUp();
    const command = fc.oneof(fc.constantFrom(...Object.keys(requestSchemas)), fc.anything());
    const request = fc.oneof(fc.json(), fc.string(), fc.anything());
    await fc.assert(
      fc.asyncProperty(command, request, async (name, text) => {
        const answer: unknown = JSON.parse(await route(name, text));
        expect(answer).toSatisfy((value) =>
          [
            refused('BAD_REQUEST'),
            refused('NOT_FOUND'),
            refused('NOT_STARTED'),
            '{"ok":true,"value":null}',
          ].includes(JSON.stringify(value)),
        );
      }),
      { numRuns: 2_000 },
    );
    expect(bugs).toEqual([]);
  });
});
