/** The built-in upstream's answers against the official descriptions, where they are at hand. */
import Type from 'typebox';
import { describe, expect, it } from 'vitest';
import { demoNumbers, demosOfFeedOnly } from '../../electron/services/training/demoNumbers';
import { openDescription } from '../helpers/officialDescriptions';
import { descriptionsAreHere } from '../helpers/operatorDescriptions';
import { ask, orderBody, paths, read, send, startOperator } from '../helpers/operatorCalls';
import { buildRichSubscriber } from '../helpers/builders';

const list = Type.Array(Type.Object({ id: Type.String() }));
const resource = Type.Object({ id: Type.String() });
const lines = demoNumbers.filter(({ key }) => !demosOfFeedOnly.includes(key)).map(({ msisdn }) => msisdn);

describe.skipIf(!descriptionsAreHere)('the official description of', () => {
  it.each([
    { name: 'TMF654', path: '/bucket', url: paths.bucket, filter: 'logicalResource.id' },
    { name: 'TMF637', path: '/product', url: paths.product, filter: 'realizingResource.value' },
  ] as const)('$name knows every field of every demo number’s $path', async ({ name, path, url, filter }) => {
    const { upstream } = await startOperator();
    const description = openDescription(name);
    for (const msisdn of lines) {
      const whole = await ask(upstream, url, { [filter]: msisdn });
      expect(read(list, whole).length).toBeGreaterThan(0);
      expect(description.answerProblems({ method: 'get', path }, whole.status, whole.body)).toEqual([]);
    }
    const part = await ask(upstream, url, { [filter]: lines[0] ?? '', limit: '1', fields: 'name' });
    expect(part.status).toBe(206);
    expect(description.answerProblems({ method: 'get', path }, part.status, part.body)).toEqual([]);
    const refused = await ask(upstream, url);
    expect(description.answerProblems({ method: 'get', path }, refused.status, refused.body)).toEqual([]);
  });

  it('TMF654 lets no field pass that it does not know, nor a wrong type or status', () => {
    const { answerProblems } = openDescription('TMF654');
    const exchange = { method: 'get', path: '/bucket' } as const;
    expect(answerProblems(exchange, 200, [{ id: 'b1', amount: 1 }])).toHaveLength(1);
    expect(answerProblems(exchange, 200, [{ id: 'b1', remainingValue: { amount: '1' } }])).toHaveLength(1);
    expect(answerProblems(exchange, 200, [{ id: 'b1', usageType: 'money' }])).toHaveLength(1);
    expect(answerProblems(exchange, 200, { id: 'b1' })).toHaveLength(1);
    expect(answerProblems(exchange, 418, [])).toHaveLength(1);
    expect(answerProblems(exchange, 200, [{ id: 'b1' }])).toEqual([]);
  });

  it('TMF678 knows every field of every demo number’s bills', async () => {
    const { upstream } = await startOperator();
    const description = openDescription('TMF678');
    let bills = 0;
    for (const msisdn of lines) {
      const found = await ask(upstream, paths.bill, { 'billingAccount.id': `BA-${msisdn}` });
      bills += read(list, found).length;
      const exchange = { method: 'get', path: '/customerBill' } as const;
      expect(description.answerProblems(exchange, found.status, found.body)).toEqual([]);
    }
    expect(bills).toBeGreaterThan(4);
  });

  it('TMF620 knows every field of every offer', async () => {
    const { upstream } = await startOperator();
    const found = await ask(upstream, paths.offering);
    expect(read(list, found)).toHaveLength(12);
    const exchange = { method: 'get', path: '/productOffering' } as const;
    expect(openDescription('TMF620').answerProblems(exchange, found.status, found.body)).toEqual([]);
  });

  it('TMF677 knows every field of every demo number’s consumption, done or in progress', async () => {
    const { upstream, clock } = await startOperator({ usageMs: 1000 });
    const description = openDescription('TMF677');
    const post = { method: 'post', path: '/queryUsageConsumption' } as const;
    const get = { method: 'get', path: '/queryUsageConsumption/{id}' } as const;
    for (const msisdn of lines) {
      const asked = await send(upstream, paths.usage, {
        searchCriteria: { logicalResource: [{ id: msisdn }] },
      });
      expect(description.answerProblems(post, asked.status, asked.body)).toEqual([]);
      clock.now += 1000;
      const answered = await ask(upstream, `${paths.usage}/${read(resource, asked).id}`);
      expect(description.answerProblems(get, answered.status, answered.body)).toEqual([]);
    }
    const missing = await ask(upstream, `${paths.usage}/none`);
    expect(description.answerProblems(get, missing.status, missing.body)).toEqual([]);
  });

  it('TMF622 knows every field of an order at each of its stages', async () => {
    const { upstream, clock } = await startOperator({ orderMs: 4000 });
    const description = openDescription('TMF622');
    const post = { method: 'post', path: '/productOrder' } as const;
    const get = { method: 'get', path: '/productOrder' } as const;
    const getOne = { method: 'get', path: '/productOrder/{id}' } as const;
    const [rich = ''] = lines;
    const problems: unknown[] = [];
    for (const [id, offer] of [
      ['o-1', 'PASS-NET-1J'],
      ['o-2', 'OPT-NUIT'],
      ['o-3', 'PASS-NONE'],
    ] as const) {
      const body = orderBody(id, rich, { action: 'add', offer, characteristics: { payer: 'main' } });
      problems.push(...description.requestProblems(post, body));
      const placed = await send(upstream, paths.order, body);
      problems.push(...description.answerProblems(post, placed.status, placed.body));
      if (placed.status === 400) continue;
      for (let stage = 0; stage < 3; stage += 1) {
        const found = await ask(upstream, paths.order, { externalId: id });
        problems.push(...description.answerProblems(get, found.status, found.body));
        const one = await ask(upstream, `${paths.order}/${read(resource, placed).id}`);
        problems.push(...description.answerProblems(getOne, one.status, one.body));
        clock.now += 2000;
      }
    }
    expect(problems).toEqual([]);
  });

  it('TMF676 knows every field of a payment at each of its stages', async () => {
    const { upstream, clock } = await startOperator({ orderMs: 4000 });
    const msisdn = '2250799999999';
    upstream.put(buildRichSubscriber({ msisdn }));
    const description = openDescription('TMF676');
    const post = { method: 'post', path: '/payment' } as const;
    const get = { method: 'get', path: '/payment' } as const;
    const problems: unknown[] = [];
    for (const method of ['main', 'orangeMoney']) {
      const sent = {
        correlatorId: method,
        account: { id: msisdn },
        paymentMethod: { id: method, name: method },
        totalAmount: { unit: 'XOF', value: 12_500 },
        paymentItem: [{ id: '1', item: { id: 'F-2026-10-0001', '@referredType': 'CustomerBill' } }],
      };
      problems.push(...description.requestProblems(post, sent));
      const paid = await send(upstream, paths.payment, sent);
      problems.push(...description.answerProblems(post, paid.status, paid.body));
      for (let stage = 0; stage < 3; stage += 1) {
        const found = await ask(upstream, paths.payment, { correlatorId: method });
        problems.push(...description.answerProblems(get, found.status, found.body));
        clock.now += 2000;
      }
    }
    expect(problems).toEqual([]);
  });
});
