import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  decodeDigits,
  encodeDigits,
  groupedCode,
  isIntact,
  tidyCode,
  withCheck,
} from '../../../shared/domain/typedCode';
import { arbitraryStep, withOneWrong } from '../../helpers/shopMachines';

const arbitraryCode = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.bigInt({ min: 0n, max: (1n << 150n) - 1n }))
  .map(([length, value]) => encodeDigits(value, length));

describe('a code that is typed', () => {
  it('is read back as the number that it was made from', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 130n) - 1n }), (value) => {
        expect(decodeDigits(encodeDigits(value, 26))).toBe(value);
      }),
    );
  });

  it('is never intact with one character wrong', () => {
    fc.assert(
      fc.property(arbitraryCode, fc.nat(), arbitraryStep, (code, place, step) => {
        const whole = withCheck(code);
        expect(isIntact(whole)).toBe(true);
        expect(isIntact(withOneWrong(whole, place % whole.length, step))).toBe(false);
      }),
      { numRuns: 5_000 },
    );
  });

  it('is never intact with two neighbours that changed places', () => {
    fc.assert(
      fc.property(arbitraryCode, fc.nat(), (code, place) => {
        const whole = withCheck(code);
        const at = place % (whole.length - 1);
        const [a = '', b = ''] = whole.slice(at, at + 2);
        fc.pre(a !== b);
        expect(isIntact(whole.slice(0, at) + b + a + whole.slice(at + 2))).toBe(false);
      }),
      { numRuns: 5_000 },
    );
  });

  test('may be written small, in any groups, with the letters that look like digits', () => {
    expect(tidyCode(' oIl2-abcd – 9xyz ')).toBe('0112ABCD9XYZ');
    expect(tidyCode('ABCD\u202fEFGH\u00a0JKMN')).toBe('ABCDEFGHJKMN');
    expect(groupedCode('ABCDEFGHJKMN')).toBe('ABCD-EFGH-JKMN');
  });

  test.each(['U', 'é', '*', '+225', '<b>', '😀'])('%j is in no code', (text) => {
    expect(tidyCode(`ABC${text}`)).toBeNull();
  });

  test('without characters is not intact', () => {
    expect(isIntact('')).toBe(false);
    expect(isIntact('0')).toBe(false);
  });
});
