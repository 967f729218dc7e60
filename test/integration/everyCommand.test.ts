/** Every command there is, through the real handlers on a real cache: what must never come out, whatever is asked. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCacheReader } from '../../electron/db/cache';
import type { OrderWish } from '../../shared/domain/orderWish';
import { requestSchemas } from '../../shared/ipc/contract';
import { cheapVerifier } from '../helpers/accessRun';
import { buildRichSubscriber, buildStaff } from '../helpers/builders';
import { effortSeed, sizeOf } from '../helpers/effort';
import { reportFigure } from '../helpers/figures';
import { markedSubscriber } from '../helpers/markedSubscriber';
import { startTestServices, type StartedServices } from '../helpers/startedServices';
import { testKeyHex } from '../helpers/testCache';

const commands = Object.keys(requestSchemas);
const password = cheapVerifier('1234');

async function signIn({ route }: StartedServices, login: string): Promise<void> {
  const answer = await route('staff:signIn', JSON.stringify({ login, password: '1234' }));
  expect(JSON.parse(answer)).toMatchObject({ ok: true, value: { kind: 'signedIn' } });
}

/** Shapes of requests, so that each command meets some that it takes: `query` is whom they are about. */
function requestsAbout(query: string): readonly object[] {
  const language = ['fr', 'en'].map((each) => ({ language: each }));
  const withLanguage = (fields: object) => language.map((each) => ({ ...fields, ...each }));
  return [
    {},
    ...withLanguage({}),
    ...withLanguage({ query }),
    ...withLanguage({ msisdn: query }),
    ...withLanguage({ code: query }),
    ...withLanguage({ query, pin: '0000' }),
    ...withLanguage({ query, reason: 'request' }),
    // No handle that was ever given: another line would be open for the requests that follow.
    ...withLanguage({ handle: 9_999, reason: 'request' }),
    { pin: '1234' },
    ...['call.intra', 'callOnNet', 'sms', 'dataNight', 'data'].flatMap((use) => withLanguage({ use })),
    ...['', '1', '2', '3', '1*1', '1*2', '2*1', '9', '0'].flatMap((path) => withLanguage({ path })),
    ...['home', 'bonus', 'consumption'].map((screen) => ({ screen })),
    { msisdn: query },
    { query },
    ...withLanguage({ screen: 'credit' }),
    ...withLanguage({ msisdn: query.replace(/^\+/, '') }),
    ...withLanguage({ code: '123456' }),
    ...withLanguage({ code: 'ABCD-EFGH-JKMN' }),
    ...withLanguage({ text: query, rate: 'normal' }),
    { code: 'ABCD-EFGH-JKMN' },
    { customerId: 'C-1' },
    { customerId: query },
    { login: 'nobody', password: '1234' },
    { login: 'nobody', name: 'Nobody', password: 'a long password' },
    { password: 'wrong' },
    { cause: 'key' },
    { shop: 'ABJ-01' },
    { mode: 'agent' },
    { section: 'payer' },
    { place: '/etc/passwd' },
    { agreedKey: null },
    auditQuestion(query),
    { ...auditQuestion(query), before: null },
    ...wishesAbout(query).flatMap((wish) => [
      ...withLanguage({ wish }),
      ...withLanguage({ wish, seenPrice: null, confirmation: someId }),
      ...withLanguage({ wish, seenPrice: { amount: 250, currency: 'XOF' }, confirmation: someId }),
    ]),
    ...withLanguage({ id: someId }),
    ...withLanguage({ order: someId }),
  ];
}

const someId = '019353f0-0000-7000-8000-000000000001';

const auditQuestion = (query: string) => ({ actor: null, noun: null, query, period: 'all' });

/** One of each kind of order. */
function wishesAbout(query: string): readonly OrderWish[] {
  return [
    { kind: 'pass', offer: 'PASS-NET-1J' },
    { kind: 'option', offer: 'OPT-NUIT' },
    { kind: 'optionStop', offer: 'OPT-NUIT' },
    { kind: 'plan', plan: 'Tigre' },
    { kind: 'preferredNumbers', add: query, addAgain: query },
    { kind: 'billPayment', bill: 'F-2026-10-0001' },
  ];
}

/** Those for which none of the requests was of the shape that the command takes. */
function notReached(answers: ReadonlyMap<string, string>): readonly string[] {
  const reached = new Set([...answers.keys()].map((asked) => asked.slice(0, asked.indexOf(' '))));
  return commands.filter((command) => !reached.has(command));
}

async function answersAbout(
  { route }: StartedServices,
  query: string,
  without: readonly string[] = [],
): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  for (const command of commands.filter((name) => !without.includes(name))) {
    for (const request of requestsAbout(query)) {
      const requestJson = JSON.stringify(request);
      const answer = await route(command, requestJson);
      if (!answer.includes('BAD_REQUEST')) answers.set(`${command} ${requestJson}`, answer);
    }
  }
  return answers;
}

/** Which of them can be heard in what the page got. */
function leaks(marks: readonly string[], answers: ReadonlyMap<string, string>, told: readonly string[]) {
  const heard = [...answers, ...told.map((event) => [event, event] as const)];
  return heard.filter(([, answer]) => marks.some((mark) => answer.includes(mark))).map(([from]) => from);
}

describe('a line that is not active', () => {
  test('gives nothing but its main account by any command, whichever is asked', async () => {
    const lines = sizeOf({ short: 12, long: 300 });
    const people = fc
      .sample(fc.integer({ min: 10_000_000, max: 99_999_999 }), { numRuns: lines, seed: effortSeed })
      .map((number, index) => {
        const mark = String(number);
        const msisdn = `225070${String(index).padStart(7, '0')}`;
        return { mark, msisdn, status: index % 2 === 0 ? 'inactive' : 'deactivated' } as const;
      });
    // Each looks up no more than is usual.
    const linesForEach = 3;
    const staff = Array.from({ length: Math.ceil(lines / linesForEach) }, (_, index) =>
      buildStaff({ login: `agent${index}`, password }),
    );
    const services = await startTestServices('agent', [
      ...people.map(({ mark, msisdn, status }) => markedSubscriber(mark, status, msisdn)),
      ...staff,
    ]);
    let asked = 0;
    for (const [index, { mark, msisdn }] of people.entries()) {
      if (index % linesForEach === 0) await signIn(services, `agent${index / linesForEach}`);
      const open = () =>
        services.route(
          'customer:open',
          JSON.stringify({ query: `+${msisdn}`, reason: 'request', language: 'fr' }),
        );
      expect(JSON.parse(await open())).toMatchObject({ ok: true, value: { restricted: true } });
      const answers = await answersAbout(services, `+${msisdn}`, [
        'customer:close',
        'app:switchMode',
        'staff:lock',
        'staff:signOut',
        // Guesses are slowed, which the tests of guessing look at; they hold nothing of this line.
        'staff:signIn',
        'staff:unlock',
        'staff:setUp',
        'handoff:accept',
        'speech:say',
      ]);
      expect(leaks([mark], answers, services.told)).toEqual([]);
      asked += answers.size;
    }
    expect(services.bugs).toEqual([]);
    reportFigure(
      'Restricted customers',
      'marked lines asked about by every command',
      `${asked} answers, 0 leaks`,
    );
  });
});

describe('a customer at the kiosk', () => {
  test('hears nothing of somebody else by any command', async () => {
    const [own, other] = ['2250700000101', '2250700000102'];
    const mark = '73190264';
    const services = await startTestServices('selfservice', [
      buildRichSubscriber({ msisdn: own, contracts: [], pin: password }),
      markedSubscriber(mark, 'active', other),
    ]);
    const identified = await services.route(
      'identity:identify',
      JSON.stringify({ query: `+${own}`, pin: '1234', language: 'fr' }),
    );
    expect(JSON.parse(identified)).toMatchObject({
      ok: true,
      value: { kind: 'opened', view: { msisdn: own } },
    });
    // With and without the plus sign, and while the customer themselves is open throughout.
    const ending = ['customer:close', 'identity:identify'];
    const answers = new Map([
      ...(await answersAbout(services, `+${other}`, ending)),
      ...(await answersAbout(services, other, ending)),
      ...(await answersAbout(services, `+${other}`)),
    ]);
    expect(leaks([mark, `KOUASSI X`], answers, services.told)).toEqual([]);
    expect([...answers.values()].join()).not.toContain(other);
    expect(services.bugs).toEqual([]);
    reportFigure(
      'Restricted customers',
      'another number by every command of a kiosk',
      `${answers.size} answers, 0 leaks`,
    );
  });
});

describe('a caller whom nobody let in', () => {
  test.each(['agent', 'selfservice'] as const)(
    'gets nothing of a customer by any command in the mode %s, and each command is reached',
    async (mode) => {
      const mark = '73190264';
      const msisdn = '2250700000102';
      const services = await startTestServices(mode, [markedSubscriber(mark, 'active', msisdn)]);
      const answers = await answersAbout(services, `+${msisdn}`);
      expect(leaks([mark, 'KOUASSI X'], answers, services.told)).toEqual([]);
      expect(notReached(answers)).toEqual([]);
      const ordered = [...answers].filter(([asked]) => asked.startsWith('order:'));
      expect(ordered.filter(([, answer]) => answer.includes('"ok":true'))).toEqual([]);
      expect(services.bugs).toEqual([]);
      reportFigure('IPC', `every command, nobody let in, ${mode}`, `${answers.size} answers, 0 leaks`);
    },
  );
});

describe('calls at random', () => {
  test('are answered with a code, write nothing and end nothing', async () => {
    const count = sizeOf({ short: 4_000, long: 100_000 });
    const services = await startTestServices('agent', [buildRichSubscriber()]);
    const unhandled: unknown[] = [];
    const note = (problem: unknown) => unhandled.push(problem);
    process.on('unhandledRejection', note);
    const watching = await openCacheReader({ folder: services.cacheFolder, keyHex: testKeyHex });
    if (!watching.ok) throw new Error(watching.error.code);
    const dataVersion = () => watching.value.get('PRAGMA data_version');
    const before = await dataVersion();

    const hostile = fc.constantFrom(
      '{"__proto__":{"language":"fr"}}',
      '{"language":"fr","constructor":{"prototype":{"ok":true}}}',
      `{"query":"' OR 1=1; DROP TABLE subscriber --","language":"de"}`,
      '{"query":"../../../etc/passwd","language":null}',
      '{"language":NaN}',
      '{"query":1e999,"language":"fr"}',
      '['.repeat(10_000),
      `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
      'x'.repeat(10_000_000),
      `{"query":"${'0'.repeat(10_000_000)}","language":"fr"}`,
      '\u0000',
    );
    const command = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...commands) },
      { weight: 1, arbitrary: fc.constantFrom('constructor', '__proto__', 'toString', 'customer:*', '') },
      { weight: 1, arbitrary: fc.anything() },
    );
    const request = fc.oneof(
      { weight: 4, arbitrary: fc.json() },
      { weight: 3, arbitrary: fc.string() },
      { weight: 3, arbitrary: fc.anything() },
      { weight: 2, arbitrary: hostile },
    );
    const codes = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(command, request, async (name, text) => {
        // What a command takes is not random: an empty request is whole for some of them.
        if (typeof text === 'string' && /^\s*\{\s*\}\s*$/.test(text)) return;
        const answer = await services.route(name, text);
        codes.set(answer, (codes.get(answer) ?? 0) + 1);
      }),
      { numRuns: count, seed: effortSeed },
    );
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', note);
    expect([...codes.keys()]).toEqual(['{"ok":false,"error":"BAD_REQUEST"}']);
    expect(await dataVersion()).toEqual(before);
    await watching.value.close();
    expect(unhandled).toEqual([]);
    expect(services.bugs).toEqual([]);
    expect(JSON.parse(await services.route('app:describe', '{}'))).toMatchObject({ ok: true });
    reportFigure('IPC', 'calls at random', `${count}, 0 unhandled, 0 writes`);
  }, 600_000);
});
