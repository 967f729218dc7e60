import { describe, expect, onTestFinished, test } from 'vitest';
import { demoNumbers } from '../../../electron/services/training/demoNumbers';
import { startUpstream } from '../../../electron/services/training/upstream';
import type { LiveClient } from '../../../electron/live/liveClient';
import { liveSectionNames } from '../../../shared/domain/liveCustomer';
import {
  checkAgainst,
  descriptionsAreHere,
  readDescription,
  smsDescription,
  type TmfDescription,
} from '../../helpers/operatorDescriptions';
import { startRecordingProxy, type Exchange } from '../../helpers/recordingProxy';
import { connectLive, never } from '../../helpers/scriptedOperator';

const question = { sections: liveSectionNames, deadlineMs: 20_000, signal: never };
const richActive = '2250700000001';

/** Everything that the client says to the built-in upstream, and is answered, during `conversation`. */
async function record(
  conversation: (client: LiveClient) => Promise<unknown>,
  usageMs = 0,
): Promise<readonly Exchange[]> {
  const upstream = await startUpstream({ subscribers: 60, seed: 3, tickMs: 0, orderMs: 0, usageMs });
  onTestFinished(upstream.close);
  const proxy = await startRecordingProxy(upstream.liveUrl);
  await conversation(await connectLive({ url: proxy.url }));
  return proxy.exchanges;
}

const order = { orderId: 'o-1', msisdn: richActive } as const;
const payment = {
  orderId: 'p-1',
  msisdn: richActive,
  bill: 'F-0',
  amount: 500,
  currency: 'XOF',
  payer: 'main',
} as const;

interface Operation {
  readonly description: TmfDescription;
  readonly under: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** What the body of a question is. */
  readonly asked?: string;
  /** What the answer is, or each item of it. */
  readonly answered: string;
  readonly during: (client: LiveClient) => Promise<unknown>;
  /** How long the upstream counts before it tells of consumption. */
  readonly usageMs?: number;
  /** Statuses that the conversation is to bring about. */
  readonly statuses: readonly number[];
}

const fetchAll = async (client: LiveClient) => {
  for (const { msisdn } of demoNumbers) await client.fetchCustomer(msisdn, question);
};

const list = { method: 'GET', statuses: [200] } as const;
const operations: readonly Operation[] = [
  {
    ...list,
    description: 'TMF654',
    under: '/tmf-api/prepayBalanceManagement/v4',
    path: '/bucket',
    answered: 'Bucket',
    during: fetchAll,
  },
  {
    ...list,
    description: 'TMF637',
    under: '/tmf-api/productInventory/v4',
    path: '/product',
    answered: 'Product',
    during: fetchAll,
  },
  {
    description: 'TMF677',
    under: '/tmf-api/usageConsumption/v4',
    method: 'POST',
    path: '/queryUsageConsumption',
    asked: 'QueryUsageConsumption_Create',
    answered: 'QueryUsageConsumption',
    statuses: [201],
    during: fetchAll,
  },
  {
    ...list,
    description: 'TMF677',
    under: '/tmf-api/usageConsumption/v4',
    path: '/queryUsageConsumption/{id}',
    answered: 'QueryUsageConsumption',
    during: (client) => client.fetchCustomer(richActive, { ...question, sections: ['usage'] }),
    usageMs: 300,
  },
  {
    ...list,
    description: 'TMF678',
    under: '/tmf-api/customerBillManagement/v4',
    path: '/customerBill',
    answered: 'CustomerBill',
    during: fetchAll,
  },
  {
    ...list,
    description: 'TMF620',
    under: '/tmf-api/productCatalogManagement/v4',
    path: '/productOffering',
    answered: 'ProductOffering',
    during: (client) => client.fetchOffers(never),
  },
  {
    description: 'TMF622',
    under: '/tmf-api/productOrderingManagement/v4',
    method: 'POST',
    path: '/productOrder',
    asked: 'ProductOrder_Create',
    answered: 'ProductOrder',
    statuses: [201, 400],
    during: async (client) => {
      const intents = [
        { kind: 'pass', offer: 'PASS-NET-1J', payer: 'main' },
        { kind: 'option', offer: 'OPT-NUIT', payer: 'orangeMoney' },
        { kind: 'optionStop', offer: 'OPT-NUIT' },
        { kind: 'plan', plan: 'Aigle' },
        { kind: 'preferredNumbers', add: '2250700000002', remove: '2250700000003' },
        { kind: 'pass', offer: 'NONE', payer: 'main' },
      ] as const;
      for (const [index, intent] of intents.entries()) {
        await client.placeOrder({ ...order, orderId: `o-${index}`, intent }, never);
      }
    },
  },
  {
    ...list,
    description: 'TMF622',
    under: '/tmf-api/productOrderingManagement/v4',
    path: '/productOrder',
    answered: 'ProductOrder',
    during: async (client) => {
      await client.placeOrder({ ...order, intent: { kind: 'plan', plan: 'Aigle' } }, never);
      await client.findOrder('o-1', never);
      await client.findOrder('o-none', never);
    },
  },
  {
    description: 'TMF676',
    under: '/tmf-api/paymentManagement/v4',
    method: 'POST',
    path: '/payment',
    asked: 'Payment_Create',
    answered: 'Payment',
    statuses: [201, 400],
    during: payFirstBill,
  },
  {
    ...list,
    description: 'TMF676',
    under: '/tmf-api/paymentManagement/v4',
    path: '/payment',
    answered: 'Payment',
    during: async (client) => {
      await payFirstBill(client);
      await client.findPayment('p-2', never);
      await client.findPayment('p-none', never);
    },
  },
];

/** A bill that nobody has, and the first that a demo customer has. */
async function payFirstBill(client: LiveClient): Promise<void> {
  await client.payBill(payment, never);
  for (const { msisdn } of demoNumbers) {
    const { sections } = await client.fetchCustomer(msisdn, { ...question, sections: ['bills'] });
    const [bill] = sections.bills?.value ?? [];
    if (bill === undefined) continue;
    const { id, amount, currency } = bill;
    await client.payBill({ ...payment, orderId: 'p-2', msisdn, bill: id, amount, currency }, never);
    return;
  }
}

describe.skipIf(!descriptionsAreHere)('by the official descriptions', () => {
  test.each(operations)('$description $method $path: questions and answers hold', async (operation) => {
    const { description, under, method, path, asked, answered, during, usageMs, statuses } = operation;
    const place = new RegExp(`^${under}${path.replace('{id}', '[^/]+')}$`);
    const exchanges = (await record(during, usageMs)).filter(
      (exchange) => exchange.method === method && place.test(exchange.path),
    );
    const known = readDescription(description);
    expect(known.hasOperation(method, path)).toBe(true);
    expect(new Set(exchanges.map(({ status }) => status))).toEqual(new Set(statuses));
    const checkQuestion = asked === undefined ? null : checkAgainst(description, asked);
    const checkAnswer = checkAgainst(description, answered);
    const checkError = checkAgainst(description, 'Error');
    for (const { query, requestBody, status, answerBody } of exchanges) {
      const filters = Object.keys(query).filter((name) => !['fields', 'offset', 'limit'].includes(name));
      const fields = query['fields']?.split(',') ?? [];
      const attributes = [...fields, ...filters];
      expect(attributes.filter((attribute) => !known.hasAttribute(answered, attribute))).toEqual([]);
      if (checkQuestion === null) expect(requestBody).toBeUndefined();
      else expect(checkQuestion(requestBody)).toEqual([]);
      const items: readonly unknown[] = Array.isArray(answerBody) ? answerBody : [answerBody];
      for (const item of items) expect((status < 400 ? checkAnswer : checkError)(item)).toEqual([]);
    }
    const items = exchanges.flatMap(({ status, answerBody }) => (status < 400 ? [answerBody].flat() : []));
    expect(items.length).toBeGreaterThan(0);
  });

  test('CAMARA POST /send-code and /validate-code: questions and answers hold', async () => {
    const exchanges = await record(async (client) => {
      const sent = await client.sendCode(richActive, 'fr', never);
      await client.sendCode('2250799999999', 'en', never);
      if (sent.ok) await client.validateCode(sent.authenticationId, 'wrong', never);
      await client.validateCode('nobody', '123456', never);
    });
    const checks = {
      '/one-time-password-sms/vwip/send-code': ['SendCodeBody', 'SendCodeResponse'],
      '/one-time-password-sms/vwip/validate-code': ['ValidateCodeBody', 'ErrorInfo'],
    } as const;
    expect(exchanges.map(({ status }) => status)).toEqual([200, 403, 400, 404]);
    for (const { path, requestBody, status, answerBody } of exchanges) {
      const found = Object.entries(checks).find(([known]) => known === path);
      if (found === undefined) throw new Error(`not described: ${path}`);
      const [, [asked, answered]] = found;
      expect(checkAgainst(smsDescription, asked)(requestBody)).toEqual([]);
      const answer = status < 400 ? answered : 'ErrorInfo';
      expect(checkAgainst(smsDescription, answer)(answerBody)).toEqual([]);
    }
  });

  test('what does not hold is noticed', () => {
    expect(
      checkAgainst('TMF654', 'Bucket')({ status: 'gone', remainingValue: { amount: '5' } }),
    ).toHaveLength(2);
    expect(checkAgainst('TMF622', 'ProductOrder_Create')({})).toHaveLength(1);
    expect(checkAgainst(smsDescription, 'SendCodeBody')({ phoneNumber: '07', message: 'x' })).toHaveLength(2);
    expect(readDescription('TMF654').hasAttribute('Bucket', 'logicalResource.number')).toBe(false);
    expect(readDescription('TMF654').hasOperation('POST', '/bucket')).toBe(false);
  });
});
