import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { demoNumbers } from '../../../../electron/services/training/demoNumbers';
import {
  indexOfMsisdn,
  mostSubscribers,
  msisdnAt,
} from '../../../../electron/services/training/subscriberNumbers';

const anyIndex = fc.integer({ min: 0, max: mostSubscribers - 1 });

it('every index has a number of its own, from which the index is found again', () => {
  fc.assert(
    fc.property(anyIndex, (index) => {
      expect(indexOfMsisdn(msisdnAt(index))).toBe(index);
    }),
    { numRuns: 5000 },
  );
});

it('every number is a valid mobile number of Côte d’Ivoire', () => {
  fc.assert(
    fc.property(anyIndex, (index) => {
      const number = parsePhoneNumberFromString(`+${msisdnAt(index)}`);
      expect(number?.country).toBe('CI');
      expect(number?.isValid()).toBe(true);
      expect(number?.getType()).toBe('MOBILE');
    }),
    { numRuns: 1000 },
  );
});

it('the demo numbers are consecutive from 07 00 00 00 01', () => {
  const numbers = demoNumbers.map((_, index) => msisdnAt(index));
  expect(numbers).toEqual(demoNumbers.map((demo) => demo.msisdn));
  expect(numbers.map((number) => Number(number) - 2_250_700_000_000)).toEqual(
    numbers.map((_, index) => index + 1),
  );
});

it('the numbers after the demo numbers do not follow one another', () => {
  const numbers = Array.from({ length: 1000 }, (_, index) => Number(msisdnAt(demoNumbers.length + index)));
  const neighbours = numbers.filter((number) => numbers.includes(number + 1));
  expect(neighbours).toEqual([]);
});

it.each(['2250700000000', '2250700000099', '2250704000000', '33612345678', '225070000000', 'abc', ''])(
  'a number that nobody has leads nowhere: %j',
  (msisdn) => {
    expect(indexOfMsisdn(msisdn)).toBeNull();
  },
);
