import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { handoffCodeOf } from '../../../shared/domain/handoffCode';
import { receiptCodeOf } from '../../../shared/domain/receiptCode';
import { recogniseSearchInput } from '../../../shared/domain/searchInput';
import { groupedCode } from '../../../shared/domain/typedCode';

const arbitraryWriting = fc.constantFrom(
  (code: string) => code,
  (code: string) => groupedCode(code),
  (code: string) => code.toLowerCase(),
  (code: string) => ` ${groupedCode(code).replaceAll('-', ' ')} `,
);

describe('what is typed or scanned into the search box', () => {
  it('is a hand-off code, however it is written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 54n) - 1n }), arbitraryWriting, (block, write) => {
        const code = handoffCodeOf(block);
        expect(recogniseSearchInput(write(code))).toEqual({ kind: 'handoff', code: groupedCode(code) });
      }),
    );
  });

  it('is a receipt’s code, however it is written', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: (1n << 101n) - 1n }),
        fc.integer({ min: 0, max: 2 ** 29 - 1 }),
        arbitraryWriting,
        (sealed, seal, write) => {
          const code = receiptCodeOf(sealed, seal);
          expect(recogniseSearchInput(write(code))).toEqual({ kind: 'receipt', code: groupedCode(code) });
        },
      ),
    );
  });

  test.each([
    '0700000001',
    '+225 07 00 00 00 01',
    '002250700000001',
    '237690000001',
    '07-00-00-00-01',
    '7'.repeat(28),
  ])('%j is a number, however many digits it has', (typed) => {
    expect(recogniseSearchInput(typed)).toEqual({ kind: 'number', query: typed });
  });

  test.each(['', '   ', 'C-100001', 'Aya KOUASSI', 'abc', 'H', 'é'.repeat(12), '<script>alert</script>'])(
    '%j is left to whoever looks it up',
    (typed) => {
      expect(recogniseSearchInput(typed)).toEqual({ kind: 'number', query: typed.trim() });
    },
  );

  test('a code with a wrong character is still taken for the code that it should be', () => {
    const code = groupedCode(handoffCodeOf(1n));
    const wrong = `${code.slice(0, -1)}${code.endsWith('Z') ? 'Y' : 'Z'}`;
    expect(recogniseSearchInput(wrong)).toEqual({ kind: 'handoff', code: wrong });
  });
});
