import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { stringify } from 'yaml';
import type { LiveClient } from '../../../electron/live/liveClient';
import type { LiveInterface } from '../../../shared/domain/settings';
import { startMockServer } from '../../helpers/mockServer';
import {
  camaraCommon,
  descriptionFile,
  descriptionsAreHere,
  smsDescription,
  withExamples,
  type Examples,
  type TmfDescription,
} from '../../helpers/operatorDescriptions';
import { startRecordingProxy } from '../../helpers/recordingProxy';
import { connectLive, never } from '../../helpers/scriptedOperator';

const msisdn = '2250700000001';
const question = { deadlineMs: 20_000, signal: never };
const order = {
  orderId: 'o-1',
  msisdn,
  intent: { kind: 'pass', offer: 'PASS-NET-1J', payer: 'main' },
} as const;
const payment = { orderId: 'o-1', msisdn, bill: 'F-1', amount: 500, currency: 'XOF', payer: 'main' } as const;

interface Conversation {
  readonly description: TmfDescription;
  readonly of: LiveInterface;
  /** Put into the description for what only this customer has; the server invents the rest. */
  readonly examples: Examples;
  /** What another interface has to say first. */
  readonly before?: Readonly<Record<string, unknown>>;
  readonly talk: (client: LiveClient) => Promise<unknown>;
  readonly told: unknown;
}

const conversations: readonly Conversation[] = [
  {
    description: 'TMF654',
    of: 'balances',
    examples: { 'LogicalResourceRef.id': msisdn, 'Quantity.units': 'XOF', 'ProductRef.id': 'PROMO' },
    talk: (client) => client.fetchCustomer(msisdn, { ...question, sections: ['buckets'] }),
    told: { sections: { buckets: { value: [{ code: 'PROMO', unit: 'XOF' }] } }, failures: {} },
  },
  {
    description: 'TMF637',
    of: 'products',
    examples: {
      'ResourceRef.value': msisdn,
      'ProductOfferingRef.name': 'Orange Prépayé',
      'Product.status': 'active',
    },
    talk: (client) => client.fetchCustomer(msisdn, { ...question, sections: ['status', 'profile'] }),
    told: { sections: { status: { value: 'active' }, profile: { value: { offer: 'Orange Prépayé' } } } },
  },
  {
    description: 'TMF677',
    of: 'usage',
    examples: {
      'UsageConsumptionLogicalResourceRef.id': msisdn,
      'UsageConsumption.state': 'done',
      'Quantity.units': 'MB',
      'ConsumptionSummary.counterType': 'used',
    },
    talk: (client) => client.fetchCustomer(msisdn, { ...question, sections: ['usage'] }),
    told: { sections: { usage: { value: { allowances: [{ kind: 'data', unit: 'B' }] } } }, failures: {} },
  },
  {
    description: 'TMF678',
    of: 'bills',
    examples: {
      'BillingAccountRef.id': 'BA-1',
      'CustomerBill.id': 'F-1',
      'Money.unit': 'XOF',
      'Money.value': 500,
    },
    before: { '/tmf-api/productInventory/v4/product': [{ billingAccount: { id: 'BA-1' } }] },
    talk: (client) => client.fetchCustomer(msisdn, { ...question, sections: ['bills'] }),
    told: { sections: { bills: { value: [{ id: 'F-1', amount: 500, currency: 'XOF' }] } }, failures: {} },
  },
  {
    description: 'TMF620',
    of: 'catalogue',
    examples: {
      'ProductOffering.id': 'P-1',
      'CategoryRef.name': 'pass',
      'Money.unit': 'XOF',
      'Money.value': 250,
    },
    talk: (client) => client.fetchOffers(never),
    told: { ok: true, offers: [{ code: 'P-1', kind: 'pass', price: 250, currency: 'XOF' }] },
  },
  {
    description: 'TMF622',
    of: 'orders',
    examples: { 'ProductOrder.externalId': 'o-1', 'ProductOrder.state': 'completed' },
    talk: async (client) => [await client.placeOrder(order, never), await client.findOrder('o-1', never)],
    told: [{ kind: 'completed' }, { kind: 'completed' }],
  },
  {
    description: 'TMF676',
    of: 'payments',
    examples: { 'Payment.correlatorId': 'o-1', 'Payment.status': 'denied' },
    talk: async (client) => [await client.payBill(payment, never), await client.findPayment('o-1', never)],
    told: [{ kind: 'rejected' }, { kind: 'rejected' }],
  },
];

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'comptoir-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

// A server for each description takes seconds to start.
describe.skipIf(!descriptionsAreHere)('with a server made from', { timeout: 120_000 }, () => {
  test.each(conversations)(
    '$description, questions are let in and answers are read',
    async (conversation) => {
      const { description, of, examples, before, talk, told } = conversation;
      const file = join(await makeFolder(), `${description}.json`);
      await writeFile(file, withExamples(description, examples));
      const server = await startRecordingProxy(await startMockServer(file), before);
      const client = await connectLive({ url: server.url, paths: { [of]: '/' } }, 20_000);
      expect(await talk(client)).toMatchObject(Object(told));
      // Another status would say that the description does not allow the question.
      expect(server.exchanges.filter(({ status }) => status < 200 || status > 299)).toEqual([]);
    },
  );

  test('the SMS description, questions are let in and answers are read', async () => {
    const folder = await makeFolder();
    await Promise.all([mkdir(join(folder, 'code')), mkdir(join(folder, 'common'))]);
    await writeFile(join(folder, 'common/CAMARA_common.yaml'), stringify(camaraCommon));
    await writeFile(join(folder, 'secret'), 'token', { mode: 0o600 });
    const description = join(folder, 'code/one-time-password-sms.yaml');
    await writeFile(description, await readFile(descriptionFile(smsDescription), 'utf8'));
    const server = await startRecordingProxy(await startMockServer(description));
    const client = await connectLive({
      url: server.url,
      auth: { type: 'bearer', secretFile: join(folder, 'secret') },
      paths: { smsCodes: '/' },
    });
    const sent = await client.sendCode(msisdn, 'fr', never);
    if (!sent.ok) throw new Error(sent.error);
    expect(await client.validateCode(sent.authenticationId, '123456', never)).toEqual({ ok: true });
    expect(server.exchanges.map(({ status }) => status)).toEqual([200, 204]);
  });
});
