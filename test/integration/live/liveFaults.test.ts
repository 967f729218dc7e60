import { describe, expect, onTestFinished, test } from 'vitest';
import type { Fault } from '../../../electron/services/training/faults';
import { startUpstream } from '../../../electron/services/training/upstream';
import type { LiveFailure, LiveSectionName } from '../../../shared/domain/liveCustomer';
import { liveSectionNames } from '../../../shared/domain/liveCustomer';
import {
  answerJson,
  connectLive,
  never,
  someBuckets,
  startScriptedOperator,
  type OperatorScript,
} from '../../helpers/scriptedOperator';

const msisdn = '2250700000001';
const question = { sections: liveSectionNames, deadlineMs: 10_000, signal: never };
const balances: readonly LiveSectionName[] = ['main', 'buckets'];
const order = { orderId: 'o-1', msisdn, intent: { kind: 'plan', plan: 'Aigle' } } as const;

async function connectTo(script: OperatorScript, deadlineMs?: number) {
  const operator = await startScriptedOperator(script);
  return { operator, client: await connectLive({ url: operator.url }, deadlineMs) };
}

describe('an operator that misbehaves', () => {
  const faults: readonly (readonly [string, Fault, LiveFailure])[] = [
    ['is offline', { kind: 'offline' }, 'offline'],
    ['answers 500', { kind: 'status', status: 500 }, 'offline'],
    ['answers 503 and when to come back', { kind: 'status', status: 503, retryAfterSeconds: 1 }, 'busy'],
    ['answers 429', { kind: 'status', status: 429, retryAfterSeconds: 1 }, 'busy'],
    ['answers 401', { kind: 'status', status: 401 }, 'refused'],
    ['answers 403', { kind: 'status', status: 403 }, 'refused'],
    ['loses its answers', { kind: 'lostAnswer' }, 'offline'],
    ['answers with a login page', { kind: 'html' }, 'unreadable'],
    ['answers with nothing', { kind: 'empty' }, 'unreadable'],
    ['breaks off', { kind: 'garbage' }, 'unreadable'],
    ['sends half of a gzip', { kind: 'truncatedGzip' }, 'unreadable'],
    ['sends 50 MB', { kind: 'huge', bytes: 50_000_000 }, 'unreadable'],
    ['nests 100,000 levels deep', { kind: 'deepNesting', levels: 100_000 }, 'unreadable'],
    ['sends other types than it promises', { kind: 'wrongTypes' }, 'unreadable'],
  ];

  test.each(faults)(
    'that %s is a failure by name in every section, and the next is read',
    async (_, fault, failure) => {
      const upstream = await startUpstream({ subscribers: 40, seed: 1, tickMs: 0 });
      onTestFinished(upstream.close);
      const client = await connectLive({ url: upstream.liveUrl });
      upstream.setFault(fault);
      const { sections, failures } = await client.fetchCustomer(msisdn, question);
      expect(sections).toEqual({});
      expect(failures).toEqual(Object.fromEntries(liveSectionNames.map((name) => [name, failure])));
      expect(await client.fetchOffers(never)).toEqual({ ok: false, failure });
      upstream.setFault(null);
      const after = await connectLive({ url: upstream.liveUrl });
      expect((await after.fetchCustomer(msisdn, question)).failures).toEqual({});
    },
  );

  test('and answers slowly is late in one deadline for everything together', async () => {
    const { client, operator } = await connectTo(() => undefined);
    const { failures } = await client.fetchCustomer(msisdn, { ...question, deadlineMs: 2_000 });
    expect(failures).toEqual(Object.fromEntries(liveSectionNames.map((name) => [name, 'late'])));
    // Side by side: balances, products and usage were all asked before any was given up.
    expect(operator.received).toHaveLength(3);
  });

  test('and answers with another customer’s figures shows none of them', async () => {
    const { client } = await connectTo(({ path }, response) =>
      answerJson(response, [
        path.endsWith('bucket')
          ? {
              usageType: 'monetary',
              remainingValue: { amount: 9 },
              logicalResource: [{ id: '2250700000002' }],
            }
          : { status: 'active', realizingResource: [{ value: '2250700000002' }] },
      ]),
    );
    const { sections, failures } = await client.fetchCustomer(msisdn, {
      ...question,
      sections: ['main', 'status'],
    });
    expect(sections).toEqual({});
    expect(failures).toEqual({ main: 'unreadable', status: 'unreadable' });
  });

  test('and has an amount that no balance can be is not believed in that section only', async () => {
    const { client } = await connectTo((_, response) =>
      answerJson(response, [
        { product: [{ id: 'main' }], usageType: 'monetary', remainingValue: { amount: -5 } },
        { id: 'b', usageType: 'data', remainingValue: { amount: -5, units: 'MB' } },
      ]),
    );
    const { sections, failures } = await client.fetchCustomer(msisdn, { ...question, sections: balances });
    expect(sections.main?.value).toEqual({ amount: -5, currency: 'XOF' });
    expect(failures).toEqual({ buckets: 'unreadable' });
  });

  test('and fails again and again is left alone', async () => {
    const { client, operator } = await connectTo((_, response) => answerJson(response, {}, 500));
    const outcomes: (string | undefined)[] = [];
    for (let count = 0; count < 8; count++) {
      const { failures } = await client.fetchCustomer(msisdn, { ...question, sections: ['main'] });
      outcomes.push(failures.main);
    }
    expect(outcomes).toEqual([...Array<string>(5).fill('offline'), ...Array<string>(3).fill('resting')]);
    expect(operator.received).toHaveLength(5);
    // Another interface is another service.
    await client.fetchCustomer(msisdn, { ...question, sections: ['status'] });
    expect(operator.received).toHaveLength(6);
  });

  test('and asks for patience is not asked before', async () => {
    const { client, operator } = await connectTo((_, response) =>
      answerJson(response, {}, 429, { 'retry-after': '60' }),
    );
    const first = await client.placeOrder(order, never);
    expect(first).toEqual({ kind: 'notReceived', failure: 'busy', retryAfterMs: 60_000 });
    const second = await client.placeOrder(order, never);
    if (second.kind !== 'notReceived') throw new Error(second.kind);
    expect(second.failure).toBe('resting');
    expect(second.retryAfterMs).toBeGreaterThan(50_000);
    expect(operator.received).toHaveLength(1);
  });

  test('is not counted as failing by a customer who is closed again', async () => {
    const { client } = await connectTo(({ query }, response) => {
      if (query['logicalResource.id'] === msisdn) answerJson(response, someBuckets);
    });
    for (let count = 0; count < 6; count++) {
      const closed = new AbortController();
      setTimeout(() => closed.abort(), 20);
      await client.fetchCustomer('2250700000002', {
        sections: ['main'],
        deadlineMs: 5_000,
        signal: closed.signal,
      });
    }
    expect((await client.fetchCustomer(msisdn, { ...question, sections: ['buckets'] })).failures).toEqual({});
  });
});

test('an operator that knows no such number does not empty what is known of it', async () => {
  const { client } = await connectTo((_, response) => answerJson(response, []));
  const sections = ['main', 'buckets', 'status', 'options', 'bills'] as const;
  const answer = await client.fetchCustomer(msisdn, { ...question, sections });
  expect(answer).toEqual({
    sections: {},
    failures: Object.fromEntries(sections.map((name) => [name, 'notFound'])),
  });
});

describe('lists', () => {
  const all = Array.from({ length: 250 }, (_, index) => ({
    id: `b${index}`,
    usageType: 'data',
    remainingValue: { amount: index, units: 'B' },
  }));
  const paged: Readonly<Record<string, OperatorScript>> = {
    'in pages of the size that was asked for': ({ query }, response) => {
      const from = Number(query['offset']);
      const page = all.slice(from, from + Number(query['limit']));
      answerJson(response, page, page.length < all.length ? 206 : 200, { 'x-total-count': '250' });
    },
    'in smaller pages, partial by status alone': ({ query }, response) => {
      const page = all.slice(Number(query['offset'])).slice(0, 60);
      answerJson(response, page, page.length === 60 ? 206 : 200);
    },
    'in full pages and nothing that says so': ({ query }, response) => {
      const from = Number(query['offset']);
      answerJson(response, all.slice(from, from + 100));
    },
    'all at once, whatever is asked for': (_, response) => answerJson(response, all),
    'all at once, again and again': (_, response) => answerJson(response, all, 206),
  };
  test.each(Object.entries(paged))('that come %s are read whole, each item once', async (_, script) => {
    const { client } = await connectTo(script);
    const { sections } = await client.fetchCustomer(msisdn, { ...question, sections: ['buckets'] });
    expect(sections.buckets?.value.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  });

  test('are asked for by page and by the fields that are read', async () => {
    const { client, operator } = await connectTo((_, response) => answerJson(response, []));
    await client.fetchCustomer(msisdn, { ...question, sections: ['main'] });
    expect(operator.received[0]).toMatchObject({
      method: 'GET',
      path: '/tmf-api/prepayBalanceManagement/v4/bucket',
      query: { 'logicalResource.id': msisdn, offset: '0', limit: '100' },
    });
    expect(operator.received[0]?.query['fields']?.split(',')).toContain('remainingValue');
  });

  test('that never end are given up', async () => {
    const { client, operator } = await connectTo(({ query }, response) =>
      answerJson(response, [{ id: query['offset'] }], 206),
    );
    const { failures } = await client.fetchCustomer(msisdn, { ...question, sections: balances });
    expect(failures).toEqual({ main: 'unreadable', buckets: 'unreadable' });
    expect(operator.received.length).toBe(50);
  });

  test('break off as a whole when a page is missing', async () => {
    const { client } = await connectTo(({ query }, response) => {
      if (query['offset'] === '0') answerJson(response, all.slice(0, 100), 206);
      else answerJson(response, {}, 500);
    });
    const { sections, failures } = await client.fetchCustomer(msisdn, { ...question, sections: ['buckets'] });
    expect(sections).toEqual({});
    expect(failures).toEqual({ buckets: 'offline' });
  });
});

describe('an order', () => {
  const cases: readonly (readonly [string, OperatorScript, object])[] = [
    [
      'is accepted',
      (_, response) => answerJson(response, { id: '7', externalId: 'o-1', state: 'acknowledged' }, 201),
      { kind: 'accepted', operatorId: '7' },
    ],
    [
      'is accepted by an answer that does not repeat our id',
      (_, response) => answerJson(response, { id: '7' }, 201),
      { kind: 'accepted', operatorId: '7' },
    ],
    [
      'is in doubt after an answer about another order',
      (_, response) => answerJson(response, { id: '7', externalId: 'o-2', state: 'completed' }, 201),
      { kind: 'unknown', failure: 'unreadable' },
    ],
    [
      'is rejected by an error that says why',
      (_, response) => answerJson(response, { code: 'NOT_ELIGIBLE', reason: 'x' }, 403),
      { kind: 'rejected', reason: 'notEligible' },
    ],
    [
      'is rejected by a bad request',
      (_, response) => answerJson(response, { code: '20', reason: 'x' }, 400),
      { kind: 'rejected', reason: 'refusedByOperator' },
    ],
    [
      'was not received where the credentials are refused',
      (_, response) => answerJson(response, { code: '41', reason: 'x' }, 401),
      { kind: 'notReceived', failure: 'refused' },
    ],
    [
      'was not received where the interface does not exist',
      (_, response) => answerJson(response, { code: '60', reason: 'x' }, 404),
      { kind: 'notReceived', failure: 'notFound' },
    ],
    [
      'is in doubt after a conflict',
      (_, response) => answerJson(response, { code: '9', reason: 'x' }, 409),
      { kind: 'unknown', failure: 'unreadable' },
    ],
    [
      'is in doubt after a failure of the server',
      (_, response) => answerJson(response, {}, 500),
      { kind: 'unknown', failure: 'offline' },
    ],
    [
      'is in doubt after a page of somebody else',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
      { kind: 'unknown', failure: 'unreadable' },
    ],
    [
      'is in doubt when the connection breaks after it was sent',
      (_, response) => response.destroy(),
      { kind: 'unknown', failure: 'offline' },
    ],
  ];
  test.each(cases)('%s', async (_, script, outcome) => {
    const { client, operator } = await connectTo(script);
    expect(await client.placeOrder(order, never)).toMatchObject(outcome);
    expect(operator.received).toHaveLength(1);
  });

  test('is in doubt when no answer comes in time', async () => {
    const { client } = await connectTo(() => undefined, 2_000);
    expect(await client.placeOrder(order, never)).toMatchObject({ kind: 'unknown', failure: 'late' });
  });

  test('was not received where nobody listens', async () => {
    const client = await connectLive({ url: 'http://127.0.0.1:9' });
    expect(await client.placeOrder(order, never)).toMatchObject({ kind: 'notReceived', failure: 'offline' });
  });

  test('that is asked for is not found missing in a list of other orders', async () => {
    const { client } = await connectTo((_, response) =>
      answerJson(response, [{ id: '7', externalId: 'o-2', state: 'completed' }]),
    );
    expect(await client.findOrder('o-1', never)).toMatchObject({ kind: 'unknown' });
    expect(await client.findOrder('o-2', never)).toEqual({ kind: 'completed', operatorId: '7' });
  });

  test('that is asked for in vain stays in doubt', async () => {
    const { client } = await connectTo((_, response) => answerJson(response, {}, 500));
    expect(await client.findOrder('o-1', never)).toMatchObject({ kind: 'unknown', failure: 'offline' });
  });
});

test('a code is right by the one answer that says so, not by any page with status 200', async () => {
  const { client } = await connectTo((_, response) => answerJson(response, {}));
  expect(await client.validateCode('a', '123456', never)).toEqual({
    ok: false,
    error: 'SERVICE_UNREACHABLE',
  });
  expect(await client.validateCode('a', '12345678901', never)).toEqual({ ok: false, error: 'WRONG_CODE' });
});

test('an interface that the operator has elsewhere is asked there', async () => {
  const operator = await startScriptedOperator((_, response) => answerJson(response, [], 200));
  const client = await connectLive({ url: `${operator.url}/api/`, paths: { payments: '/payment/v4/' } });
  await client.findPayment('o 1', never);
  expect(operator.received[0]).toMatchObject({
    path: '/api/payment/v4/payment',
    query: { correlatorId: 'o 1' },
  });
});
