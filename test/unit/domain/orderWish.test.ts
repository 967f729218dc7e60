import { describe, expect, test } from 'vitest';
import { Check } from 'typebox/value';
import { marketPack } from '../../../shared/domain/market';
import { orderWishSchema, readWish, type OrderWish } from '../../../shared/domain/orderWish';

const market = marketPack('CI');
const number = (add: string, addAgain?: string): OrderWish => ({
  kind: 'preferredNumbers',
  add,
  ...(addAgain !== undefined && { addAgain }),
});

describe('a wish', () => {
  test('leaves open who pays, unless somebody was chosen', () => {
    expect(readWish({ kind: 'pass', offer: 'P' }, market, 'once')).toEqual({
      ok: true,
      choice: { kind: 'pass', offer: 'P', payer: null },
    });
    expect(readWish({ kind: 'billPayment', bill: 'F', payer: 'orangeMoney' }, market, 'once')).toEqual({
      ok: true,
      choice: { kind: 'billPayment', bill: 'F', payer: 'orangeMoney' },
    });
  });

  test('of what costs nothing asks nobody to pay', () => {
    for (const wish of [
      { kind: 'plan', plan: 'Tigre' },
      { kind: 'optionStop', offer: 'OPT-NUIT' },
    ] as const) {
      expect(readWish(wish, market, 'once')).toEqual({ ok: true, choice: wish });
    }
  });

  test('can be to forget a preferred number, with another in its place or without', () => {
    const remove = '2250700000009';
    expect(readWish({ kind: 'preferredNumbers', remove }, market, 'twice')).toEqual({
      ok: true,
      choice: { kind: 'preferredNumbers', remove },
    });
    expect(readWish({ kind: 'preferredNumbers', add: '0700000002', remove }, market, 'once')).toEqual({
      ok: true,
      choice: { kind: 'preferredNumbers', add: '2250700000002', remove },
    });
  });

  test('names a number in any usual form', () => {
    expect(readWish(number('07 00 00 00 02'), market, 'once')).toEqual({
      ok: true,
      choice: { kind: 'preferredNumbers', add: '2250700000002' },
    });
    expect(readWish(number('12'), market, 'once')).toEqual({ ok: false, error: 'BAD_MSISDN' });
  });

  test.each([
    ['another one', '0700000003'],
    ['nothing', undefined],
    ['half of it', '07 00 00'],
  ])('of a customer alone is refused when the number is typed again as %s', (_, again) => {
    expect(readWish(number('0700000002', again), market, 'twice')).toEqual({
      ok: false,
      error: 'NUMBERS_DIFFER',
    });
  });

  test('of a customer alone is taken when the number is the same, however it is written', () => {
    expect(readWish(number('0700000002', '+225 07 00 00 00 02'), market, 'twice')).toMatchObject({
      ok: true,
    });
  });

  test.each([
    {},
    { kind: 'gift' },
    { kind: 'pass' },
    { kind: 'pass', offer: '' },
    { kind: 'pass', offer: 'x'.repeat(201) },
    { kind: 'pass', offer: 'P', payer: 'somebody' },
    { kind: 'pass', offer: 'P', price: 0 },
    { kind: 'plan', plan: ['Tigre'] },
    { kind: 'optionStop', offer: 'O', payer: 'main' },
    { kind: 'preferredNumbers', add: 225 },
    { kind: 'preferredNumbers', add: 'x'.repeat(61) },
    { kind: 'preferredNumbers', remove: '0700000002' },
    { kind: 'billPayment', bill: 'F', amount: 1 },
    { kind: 'pass', offer: 'P', msisdn: '2250700000009' },
  ])('is none when it is %j', (wish) => {
    expect(Check(orderWishSchema, wish)).toBe(false);
  });
});
