import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayText } from '../../../shared/domain/displayText';

test.each([
  ['Cadeau anniversaire', 'Cadeau anniversaire'],
  ['  deux\n\tlignes  ', 'deux lignes'],
  ['nul\u0000 et\u0007 cloche', 'nul et cloche'],
  ['\u202egnip\u202c', 'gnip'],
  ['\u2066a\u2069\u200fb\ufeff', 'ab'],
  ['مكافأة', 'مكافأة'],
  ['cadeau 👨‍👩‍👧🏽 ç', 'cadeau 👨‍👩‍👧🏽 ç'],
  ['half \ud83d pair', 'half pair'],
  ['', ''],
])('%j is shown as %j', (text, shown) => {
  expect(displayText(text, 40)).toBe(shown);
});

test('a long text is cut between characters as readers count them', () => {
  expect(displayText('abcdef', 4)).toBe('abc…');
  expect(displayText('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 2)).toBe('👨‍👩‍👧…');
  expect(displayText('é'.normalize('NFD').repeat(5), 5)).toBe('é'.normalize('NFD').repeat(5));
  expect(displayText('x'.repeat(10_000), 60)).toHaveLength(60);
});

test('a tower of accents on one letter does not get through', () => {
  expect(displayText('a' + '\u0301'.repeat(10_000), 10).length).toBeLessThanOrEqual(81);
});

test('whatever comes, the result is one short line that stays as it is when shown again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const shown = displayText(text, 20);
      expect([...new Intl.Segmenter().segment(shown)].length).toBeLessThanOrEqual(20);
      expect(shown).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u);
      expect(displayText(shown, 20)).toBe(shown);
    }),
    { numRuns: 2000 },
  );
});
