import { describe, expect, test } from 'vitest';
import { orderOutcome, orderToSend, rejectionReason } from '../../../electron/live/mapping/orders';
import { paymentOutcome, paymentToSend } from '../../../electron/live/mapping/payments';
import { sendCodeError, validateCodeError } from '../../../electron/live/mapping/smsCodes';
import { marketPack } from '../../../shared/domain/market';
import type { LiveOrder } from '../../../shared/domain/liveOrder';

const market = marketPack('CI');
const msisdn = '2250700000001';

function itemOf(intent: LiveOrder['intent']): unknown {
  const order = orderToSend({ orderId: 'o-1', msisdn, intent }, market);
  expect(order).toMatchObject({ externalId: 'o-1', productOrderItem: { length: 1 } });
  return order;
}

const resource = { realizingResource: [{ id: msisdn, value: msisdn }] };

describe('an order for TMF622', () => {
  test.each(['pass', 'option'] as const)('adds a %s and says who pays', (kind) => {
    expect(itemOf({ kind, offer: 'PASS-NET-1J', payer: 'orangeMoney' })).toMatchObject({
      productOrderItem: [
        {
          id: '1',
          action: 'add',
          productOffering: { id: 'PASS-NET-1J' },
          product: { ...resource, productCharacteristic: [{ name: 'payer', value: 'orangeMoney' }] },
        },
      ],
    });
  });

  test('stops an option', () => {
    expect(itemOf({ kind: 'optionStop', offer: 'OPT-NUIT' })).toMatchObject({
      productOrderItem: [{ action: 'delete', productOffering: { id: 'OPT-NUIT' }, product: resource }],
    });
  });

  test('changes the plan and preferred numbers, naming only what changes', () => {
    expect(itemOf({ kind: 'plan', plan: 'Aigle' })).toMatchObject({
      productOrderItem: [
        { action: 'modify', product: { productCharacteristic: [{ name: 'plan', value: 'Aigle' }] } },
      ],
    });
    expect(itemOf({ kind: 'preferredNumbers', add: '2250700000002' })).toMatchObject({
      productOrderItem: [
        {
          action: 'modify',
          product: { productCharacteristic: [{ name: 'addPreferredNumber', value: '2250700000002' }] },
        },
      ],
    });
  });

  test.each([
    ['acknowledged', 'accepted'],
    ['pending', 'accepted'],
    ['held', 'accepted'],
    ['inProgress', 'accepted'],
    ['assessingCancellation', 'accepted'],
    ['pendingCancellation', 'accepted'],
    ['completed', 'completed'],
    ['rejected', 'rejected'],
    ['failed', 'rejected'],
    ['cancelled', 'rejected'],
  ])('in state %s is %s', (state, kind) => {
    expect(orderOutcome({ id: '7', state }, market)?.kind).toBe(kind);
  });

  test('in a state that one item cannot be in says nothing', () => {
    expect(orderOutcome({ id: '7', state: 'partial' }, market)).toBeNull();
    expect(orderOutcome({ id: '7', state: 'COMPLETED!' }, market)).toBeNull();
  });

  test('is turned down for the first reason that is known, in whatever field and writing', () => {
    const rejected = { id: '7', state: 'rejected' };
    expect(orderOutcome({ ...rejected, cancellationReason: 'INSUFFICIENT_BALANCE' }, market)).toEqual({
      kind: 'rejected',
      reason: 'insufficientBalance',
    });
    expect(
      orderOutcome({ ...rejected, note: [{ text: 'Sorry.' }, { text: 'change limit reached' }] }, market),
    ).toEqual({ kind: 'rejected', reason: 'changeLimit' });
    expect(orderOutcome(rejected, market)).toEqual({ kind: 'rejected', reason: 'refusedByOperator' });
    expect(rejectionReason([undefined, 'not-eligible'], market)).toBe('notEligible');
  });
});

describe('a payment for TMF676', () => {
  test('names the bill, the amount and who pays', () => {
    const payment = {
      orderId: 'o-1',
      msisdn,
      bill: 'F-1',
      amount: 12_500,
      currency: 'XOF',
      payer: 'main',
    } as const;
    expect(paymentToSend(payment)).toEqual({
      correlatorId: 'o-1',
      account: { id: msisdn },
      paymentMethod: { id: 'main', name: 'main' },
      totalAmount: { unit: 'XOF', value: 12_500 },
      paymentItem: [
        {
          id: '1',
          item: { id: 'F-1', '@referredType': 'CustomerBill' },
          totalAmount: { unit: 'XOF', value: 12_500 },
        },
      ],
    });
  });

  test.each([
    [undefined, 'accepted'],
    ['pendingAuthorization', 'accepted'],
    ['In Progress', 'accepted'],
    ['done', 'completed'],
    ['Paid', 'completed'],
    ['denied', 'rejected'],
    ['FAILED', 'rejected'],
  ])('of status %s is %s', (status, kind) => {
    expect(paymentOutcome({ id: '7', ...(status !== undefined && { status }) }, market)?.kind).toBe(kind);
  });

  test('of a status that nobody knows says nothing', () => {
    expect(paymentOutcome({ id: '7', status: 'string' }, market)).toBeNull();
  });
});

describe('an error of the code by SMS', () => {
  test.each([
    [400, 'INVALID_ARGUMENT', 'NUMBER_NOT_ALLOWED'],
    [401, 'UNAUTHENTICATED', 'SERVICE_REFUSED'],
    [403, 'PERMISSION_DENIED', 'SERVICE_REFUSED'],
    [403, 'ONE_TIME_PASSWORD_SMS.MAX_OTP_CODES_EXCEEDED', 'TOO_MANY_CODES'],
    [403, 'ONE_TIME_PASSWORD_SMS.PHONE_NUMBER_NOT_ALLOWED', 'NUMBER_NOT_ALLOWED'],
    [403, 'ONE_TIME_PASSWORD_SMS.PHONE_NUMBER_BLOCKED', 'NUMBER_BLOCKED'],
    [404, 'NOT_FOUND', 'NUMBER_NOT_ALLOWED'],
    [429, 'QUOTA_EXCEEDED', 'SERVICE_BUSY'],
    [429, 'TOO_MANY_REQUESTS', 'SERVICE_BUSY'],
    [429, undefined, 'SERVICE_BUSY'],
    [400, '__proto__', 'SERVICE_REFUSED'],
  ])('when sending, %i %s means %s', (status, code, meaning) => {
    expect(sendCodeError(status, code)).toBe(meaning);
  });

  test.each([
    [400, 'ONE_TIME_PASSWORD_SMS.INVALID_OTP', 'WRONG_CODE'],
    [400, 'ONE_TIME_PASSWORD_SMS.VERIFICATION_FAILED', 'TOO_MANY_TRIES'],
    [400, 'ONE_TIME_PASSWORD_SMS.VERIFICATION_EXPIRED', 'CODE_EXPIRED'],
    [400, 'INVALID_ARGUMENT', 'WRONG_CODE'],
    [400, 'OUT_OF_RANGE', 'WRONG_CODE'],
    [401, 'UNAUTHENTICATED', 'SERVICE_REFUSED'],
    [403, 'PERMISSION_DENIED', 'SERVICE_REFUSED'],
    [404, 'NOT_FOUND', 'CODE_EXPIRED'],
    [404, undefined, 'CODE_EXPIRED'],
    [429, 'QUOTA_EXCEEDED', 'SERVICE_BUSY'],
    [429, 'TOO_MANY_REQUESTS', 'SERVICE_BUSY'],
  ])('when validating, %i %s means %s', (status, code, meaning) => {
    expect(validateCodeError(status, code)).toBe(meaning);
  });

  test('never comes of our own message, which has its place for the code and fits into an SMS', () => {
    for (const message of Object.values(market.operatorNames.codeMessage)) {
      expect(message).toMatch(/\{\{code\}\}/);
      expect(message.length).toBeLessThanOrEqual(160);
    }
  });
});
