import Type from 'typebox';
import { describe, expect, it } from 'vitest';
import { demoNumbers, type DemoKey } from '../../electron/services/training/demoNumbers';
import { ask, noon, paths, read, send, startOperator, tmfErrorAnswer } from '../helpers/operatorCalls';
import { buildRichSubscriber, buildSubscriber } from '../helpers/builders';

const bucketsAnswer = Type.Array(
  Type.Object({
    id: Type.String(),
    name: Type.String(),
    usageType: Type.String(),
    status: Type.String(),
    product: Type.Array(Type.Object({ id: Type.String() })),
    remainingValue: Type.Object({ amount: Type.Number(), units: Type.String() }),
    reservedValue: Type.Optional(Type.Object({ amount: Type.Number(), units: Type.String() })),
    validFor: Type.Optional(Type.Object({ endDateTime: Type.Optional(Type.String()) })),
  }),
);

const productsAnswer = Type.Array(
  Type.Object({
    id: Type.String(),
    status: Type.String(),
    isBundle: Type.Boolean(),
    productOffering: Type.Object({ id: Type.String(), name: Type.String() }),
    productCharacteristic: Type.Array(Type.Object({ name: Type.String(), value: Type.Unknown() })),
    productRelationship: Type.Optional(
      Type.Array(
        Type.Object({ relationshipType: Type.String(), product: Type.Object({ id: Type.String() }) }),
      ),
    ),
  }),
);

const quantity = Type.Object({ amount: Type.Number(), units: Type.String() });
const usageAnswer = Type.Object({
  id: Type.String(),
  usageConsumption: Type.Array(
    Type.Object({
      state: Type.String(),
      bucketRefOrValue: Type.Optional(
        Type.Array(
          Type.Object({
            name: Type.String(),
            remainingValue: quantity,
            bucketCounter: Type.Array(Type.Object({ value: quantity })),
          }),
        ),
      ),
      logicalResource: Type.Optional(
        Type.Array(
          Type.Object({
            id: Type.String(),
            consumptionSummary: Type.Array(Type.Object({ value: quantity })),
          }),
        ),
      ),
    }),
  ),
});

const billsAnswer = Type.Array(
  Type.Object({
    id: Type.String(),
    state: Type.String(),
    remainingAmount: Type.Object({ unit: Type.String(), value: Type.Number() }),
    billingAccount: Type.Object({ id: Type.String() }),
  }),
);

const offeringsAnswer = Type.Array(
  Type.Object({
    id: Type.String(),
    category: Type.Array(Type.Object({ id: Type.String() })),
    productOfferingPrice: Type.Array(
      Type.Object({ price: Type.Object({ taxIncludedAmount: Type.Object({ value: Type.Number() }) }) }),
    ),
  }),
);

function numberOf(key: DemoKey): string {
  return demoNumbers.find((demo) => demo.key === key)?.msisdn ?? '';
}

const fed = '2250799999999';

describe('balances', () => {
  it('come in the operator’s units and under its names, the main account and Orange Money among them', async () => {
    const { upstream } = await startOperator();
    upstream.put(buildRichSubscriber({ msisdn: fed }));
    const answer = await ask(upstream, paths.bucket, { 'logicalResource.id': fed });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json;charset=utf-8');
    expect(answer.headers.get('date')).toBe(new Date(noon).toUTCString());
    const found = read(bucketsAnswer, answer).map(({ product, usageType, remainingValue }) => [
      product[0]?.id,
      usageType,
      remainingValue.amount,
      remainingValue.units,
    ]);
    expect(found).toEqual([
      ['main', 'monetary', 1250, 'XOF'],
      ['credit.mensuel.mensuel', 'monetary', 500, 'XOF'],
      ['VOIX_INTER', 'voice', 750, 's'],
      ['minutes.omoney.intra', 'sms', 40, 'SMS'],
      ['DATA_NUIT', 'data', 1500, 'MB'],
      ['promo.anniversaire', 'monetary', 200, 'XOF'],
      ['orangeMoney', 'monetary', 15_000, 'XOF'],
    ]);
  });

  it('say what is held, what has ended and what is suspended', async () => {
    const { upstream } = await startOperator();
    upstream.put(
      buildRichSubscriber({
        msisdn: fed,
        buckets: [
          { id: 'held', code: 'internet.hebdo', amount: 90, reserved: 30, unit: 's' },
          { id: 'over', code: 'internet.hebdo', amount: 1, unit: 'B', expiresAt: '2026-11-22T12:00:00Z' },
        ],
        orangeMoney: { amount: 5, currency: 'XOF', status: 'suspended' },
      }),
    );
    const found = read(bucketsAnswer, await ask(upstream, paths.bucket, { 'logicalResource.id': fed }));
    expect(found.find(({ id }) => id === 'held')?.reservedValue).toEqual({ amount: 30, units: 's' });
    expect(found.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'main active',
      'held active',
      'over expired',
      'orangeMoney suspended',
    ]);
  });

  it('of sixty come page by page, each told how many there are, until none is left', async () => {
    const { upstream } = await startOperator();
    const line = { 'logicalResource.id': numberOf('sixtyBuckets') };
    const ids = new Set<string>();
    for (const [offset, expected] of [
      ['0', 25],
      ['25', 25],
      ['50', 12],
    ] as const) {
      const page = await ask(upstream, paths.bucket, { ...line, offset, limit: '25' });
      expect(page.status).toBe(206);
      expect(page.headers.get('x-total-count')).toBe('62');
      expect(page.headers.get('x-result-count')).toBe(String(expected));
      for (const { id } of read(bucketsAnswer, page)) ids.add(id);
    }
    expect(ids.size).toBe(62);
    expect((await ask(upstream, paths.bucket, { ...line, limit: '100' })).status).toBe(200);
  });

  it('are asked for with the fields and filters that are wanted', async () => {
    const { upstream } = await startOperator();
    const answer = await ask(upstream, paths.bucket, {
      'logicalResource.id': numberOf('richActive'),
      'product.id': 'DATA_NUIT',
      fields: 'usageType,remainingValue',
    });
    expect(answer.body).toEqual([
      {
        id: 'b18',
        href: `/live${paths.bucket}?logicalResource.id=${numberOf('richActive')}`,
        '@type': 'Bucket',
        usageType: 'data',
        remainingValue: { amount: 1500, units: 'MB' },
      },
    ]);
  });

  it('of nobody are an empty list; of everybody they are refused', async () => {
    const { upstream } = await startOperator();
    const nobody = await ask(upstream, paths.bucket, { 'logicalResource.id': '2250799999998' });
    expect(nobody).toMatchObject({ status: 200, body: [] });
    for (const query of [
      {},
      { 'logicalResource.id': fed, limit: '-1' },
      { 'logicalResource.id': fed, offset: 'x' },
    ]) {
      const refused = await ask(upstream, paths.bucket, query);
      expect(refused.status).toBe(400);
      expect(read(tmfErrorAnswer, refused)).toMatchObject({ code: 'BAD_REQUEST', status: '400' });
    }
  });
});

describe('the line', () => {
  it('has its status in the words of the interface', async () => {
    const { upstream } = await startOperator();
    const statuses = [];
    for (const key of ['richActive', 'inactive', 'deactivated'] as const) {
      const answer = await ask(upstream, paths.product, { 'realizingResource.value': numberOf(key) });
      statuses.push(read(productsAnswer, answer)[0]?.status);
    }
    expect(statuses).toEqual(['active', 'suspended', 'terminated']);
  });

  it('has offer, plan and preferred numbers, and its options rely on it', async () => {
    const { upstream } = await startOperator();
    upstream.put(buildRichSubscriber({ msisdn: fed }));
    const [line, option, ...more] = read(
      productsAnswer,
      await ask(upstream, paths.product, { 'realizingResource.value': fed }),
    );
    expect(more).toEqual([]);
    expect(line).toMatchObject({ isBundle: true, productOffering: { name: 'Orange Prépayé' } });
    expect(line?.productCharacteristic).toMatchObject([
      { name: 'kind', value: 'prepaid' },
      { name: 'plan', value: 'Tigre' },
      { name: 'preferredNumbers', value: ['2250700000002'] },
      { name: 'preferredNumbersMax', value: 3 },
      { name: 'preferredNumbersChangesLeft', value: 2 },
    ]);
    expect(option).toMatchObject({
      productOffering: { id: 'OPT-NUIT' },
      productRelationship: [{ relationshipType: 'reliesOn', product: { id: line?.id } }],
    });
  });

  it('leaves out what is not known of it', async () => {
    const { upstream } = await startOperator();
    const msisdn = '2250799999990';
    upstream.put(buildSubscriber({ msisdn }));
    const [line] = read(
      productsAnswer,
      await ask(upstream, paths.product, { 'realizingResource.value': msisdn }),
    );
    expect(line?.productCharacteristic).toEqual([]);
    expect(line).not.toHaveProperty('relatedParty');
    expect(line).not.toHaveProperty('startDate');
  });

  it('is not told of where a demo number shows what only the feed says', async () => {
    const { upstream } = await startOperator();
    for (const key of ['absentSections', 'oldSnapshot'] as const) {
      const found = await ask(upstream, paths.product, { 'realizingResource.value': numberOf(key) });
      expect(read(productsAnswer, found)).toEqual([]);
    }
  });

  it('is found with the other lines of its customer', async () => {
    const { upstream } = await startOperator();
    const found = read(productsAnswer, await ask(upstream, paths.product, { 'relatedParty.id': 'C-100009' }));
    expect(found.map(({ id }) => id)).toEqual([
      `line-${numberOf('severalContracts')}`,
      `line-${numberOf('secondContract')}`,
      `line-${numberOf('inactiveContract')}`,
    ]);
  });
});

describe('consumption', () => {
  const question = (msisdn: string) => ({ searchCriteria: { logicalResource: [{ id: msisdn }] } });

  it('is answered with what was used of each allowance and on each day', async () => {
    const { upstream } = await startOperator();
    const answer = await send(upstream, paths.usage, question(numberOf('dataOver100Percent')));
    expect(answer.status).toBe(201);
    const [found] = read(usageAnswer, answer).usageConsumption;
    expect(found).toMatchObject({
      state: 'done',
      bucketRefOrValue: [
        {
          name: 'Pass Internet Mois',
          remainingValue: { amount: -600, units: 'MB' },
          bucketCounter: [{ value: { amount: 5600, units: 'MB' } }],
        },
      ],
    });
    const counted = found?.logicalResource?.[0]?.consumptionSummary ?? [];
    expect(counted.filter(({ value }) => value.units === 'MB')).toHaveLength(28);
    const total = counted.reduce((sum, { value }) => sum + (value.units === 'MB' ? value.amount : 0), 0);
    expect(total).toBeCloseTo(5600, 3);
  });

  it('may take a while: then it is asked for again by the question’s id', async () => {
    const { upstream, clock } = await startOperator({ usageMs: 2000 });
    const asked = read(usageAnswer, await send(upstream, paths.usage, question(numberOf('richActive'))));
    expect(asked.usageConsumption).toEqual([{ state: 'inProgress' }]);
    clock.now += 2000;
    const answered = read(usageAnswer, await ask(upstream, `${paths.usage}/${asked.id}`));
    expect(answered.usageConsumption.map(({ state }) => state)).toEqual(['done']);
  });

  it('of nobody is empty; a question that names no line is refused', async () => {
    const { upstream } = await startOperator();
    const nobody = read(usageAnswer, await send(upstream, paths.usage, question('2250799999998')));
    expect(nobody.usageConsumption).toEqual([]);
    expect((await send(upstream, paths.usage, { searchCriteria: {} })).status).toBe(400);
    expect((await ask(upstream, `${paths.usage}/nothing`)).status).toBe(404);
  });
});

describe('bills', () => {
  it('are those of all lines of a customer, or of one account', async () => {
    const { upstream } = await startOperator();
    const ofCustomer = await ask(upstream, paths.bill, { 'relatedParty.id': 'C-100009' });
    expect(read(billsAnswer, ofCustomer).map(({ billingAccount }) => billingAccount.id)).toEqual([
      `BA-${numberOf('secondContract')}`,
    ]);
    const account = await ask(upstream, paths.bill, { 'billingAccount.id': `BA-${numberOf('overdueBill')}` });
    expect(
      read(billsAnswer, account).map(({ state, remainingAmount }) => [state, remainingAmount.value]),
    ).toEqual([
      ['settled', 0],
      ['settled', 0],
      ['sent', 12_500],
      ['sent', 14_250],
    ]);
  });

  it('of a customer whose line came later are found too', async () => {
    const { upstream } = await startOperator();
    upstream.put(buildRichSubscriber({ msisdn: fed, customer: { id: 'X-1' } }));
    const found = read(billsAnswer, await ask(upstream, paths.bill, { 'relatedParty.id': 'X-1' }));
    expect(found.map(({ id }) => id)).toEqual(['F-2026-10-0001']);
  });
});

describe('the catalogue', () => {
  it('is what the feed has of offers, changed ones as they are now', async () => {
    const { upstream } = await startOperator();
    upstream.put({
      _id: 'offer:PASS-NEW',
      type: 'offer',
      schema: 1,
      code: 'PASS-NEW',
      kind: 'pass',
      label: { fr: 'Nouveau' },
      price: 75,
      currency: 'XOF',
    });
    upstream.remove('offer:PASS-NET-1J');
    const found = read(offeringsAnswer, await ask(upstream, paths.offering));
    expect(found).toHaveLength(12);
    expect(found.map(({ id }) => id)).not.toContain('PASS-NET-1J');
    const added = found.find(({ id }) => id === 'PASS-NEW');
    expect(added?.category).toEqual([{ id: 'pass' }]);
    expect(added?.productOfferingPrice[0]?.price.taxIncludedAmount.value).toBe(75);
  });
});
