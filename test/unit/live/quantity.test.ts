import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountOf, moneyOf, moneyToSend } from '../../../electron/live/mapping/quantity';
import { marketPack } from '../../../shared/domain/market';

const ivory = marketPack('CI');
const cameroon = marketPack('CM');

describe('an operator’s amount', () => {
  test.each([
    [{ amount: 1250, units: 'XOF' }, 'monetary', 1250, 'XOF'],
    [{ amount: 1250, units: 'FCFA' }, 'monetary', 1250, 'XOF'],
    [{ amount: 1250, units: 'f cfa' }, undefined, 1250, 'XOF'],
    [{ amount: 1250 }, 'monetary', 1250, 'XOF'],
    [{ amount: 12.5, units: 'EUR' }, 'monetary', 1250, 'EUR'],
    [{ amount: 12.5, units: 'min' }, 'voice', 750, 's'],
    [{ amount: 90, units: 'Seconds' }, 'voice', 90, 's'],
    [{ amount: 1.5, units: 'h' }, 'voice', 5400, 's'],
    [{ amount: 40, units: 'SMS' }, 'sms', 40, 'sms'],
    [{ amount: 40, units: 'units' }, 'sms', 40, 'sms'],
    [{ amount: 40 }, 'sms', 40, 'sms'],
    [{ amount: 1500, units: 'MB' }, 'data', 1_500_000_000, 'B'],
    [{ amount: 1.5, units: 'Go' }, 'data', 1_500_000_000, 'B'],
    [{ amount: 2, units: 'KiB' }, 'data', 2048, 'B'],
    [{ amount: 700, units: 'octets' }, 'other', 700, 'B'],
  ])('%j of %s is %i %s', (quantity, usageType, amount, unit) => {
    expect(amountOf(quantity, usageType, ivory)).toEqual({ amount, unit });
  });

  test('is exact where binary fractions are not', () => {
    expect(4.35 * 100).not.toBe(435);
    expect(amountOf({ amount: 1.13, units: 'GB' }, 'data', ivory)?.amount).toBe(1_130_000_000);
    expect(amountOf({ amount: 4.35, units: 'EUR' }, 'monetary', ivory)?.amount).toBe(435);
    expect(amountOf({ amount: 1e-9, units: 'GB' }, 'data', ivory)?.amount).toBe(1);
  });

  test('loses only what is finer than our unit, downwards', () => {
    expect(amountOf({ amount: 1250.99, units: 'XOF' }, 'monetary', ivory)?.amount).toBe(1250);
    expect(amountOf({ amount: -0.5, units: 'XOF' }, 'monetary', ivory)?.amount).toBe(0);
    expect(amountOf({ amount: 5e-324, units: 'GB' }, 'data', ivory)?.amount).toBe(0);
  });

  test.each([
    [{ amount: 5, units: 'points' }, 'other'],
    [{ amount: 5, units: 'XYZZY' }, 'monetary'],
    [{ amount: 5 }, 'voice'],
    [{ amount: 5 }, 'data'],
    [{ units: 'MB' }, 'data'],
    [{ amount: 1e300, units: 'MB' }, 'data'],
    [{ amount: Number.MAX_SAFE_INTEGER, units: 'KB' }, 'data'],
    [undefined, 'data'],
  ])('%j of %s is not known', (quantity, usageType) => {
    expect(amountOf(quantity, usageType, ivory)).toBeNull();
  });

  test('is in the currency of the market when only francs are said', () => {
    expect(moneyOf({ value: 500, unit: 'FCFA' }, cameroon)).toEqual({ amount: 500, unit: 'XAF' });
    expect(moneyOf({ value: 500 }, ivory)).toEqual({ amount: 500, unit: 'XOF' });
    expect(moneyOf(undefined, ivory)).toBeNull();
  });

  test('comes back the same after it was sent', () => {
    const amounts = fc.integer({ min: 0, max: 1e12 });
    fc.assert(
      fc.property(amounts, fc.constantFrom('XOF', 'EUR', 'TND'), (amount, currency) => {
        expect(moneyOf(moneyToSend(amount, currency), ivory)).toEqual({ amount, unit: currency });
      }),
    );
  });

  test('is its decimal digits times the unit, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999 }),
        fc.integer({ min: 0, max: 999 }),
        (whole, thousandths) => {
          const amount = Number(`${whole}.${String(thousandths).padStart(3, '0')}`);
          expect(amountOf({ amount, units: 'GB' }, 'data', ivory)?.amount).toBe(
            whole * 1e9 + thousandths * 1e6,
          );
        },
      ),
    );
  });
});
