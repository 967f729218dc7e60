import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  certifiableAmount,
  readReceiptCode,
  receiptCodeOf,
  sealedPart,
  type ReceiptClaims,
} from '../../../shared/domain/receiptCode';
import { encodeDigits } from '../../../shared/domain/typedCode';

const digitsOf = (length: number) =>
  fc.integer({ min: 0, max: 32 ** length - 1 }).map((value) => encodeDigits(BigInt(value), length));

const arbitraryClaims: fc.Arbitrary<ReceiptClaims> = fc.record({
  kind: fc.constantFrom('view', 'order'),
  minute: fc.integer({ min: Date.parse('2026-01-01T00:00:00Z') / 60_000, max: 37_800_000 }),
  device: digitsOf(3),
  shop: digitsOf(2),
  numberEnd: fc.integer({ min: 0, max: 99 }).map((end) => String(end).padStart(2, '0')),
  amount: fc.option(fc.integer({ min: 0, max: 2 ** 30 - 2 })),
  reference: digitsOf(3),
});

describe('the code of a receipt', () => {
  it('says what was put into it', () => {
    fc.assert(
      fc.property(arbitraryClaims, fc.integer({ min: 0, max: 2 ** 29 - 1 }), (claims, seal) => {
        const sealed = sealedPart(claims);
        const code = receiptCodeOf(sealed, seal);
        expect(code).toMatch(/^R[0-9A-HJKMNP-TV-Z]{27}$/);
        expect(readReceiptCode(code)).toEqual({ ok: true, claims, sealed, seal });
      }),
      { numRuns: 1_000 },
    );
  });

  test('is made also when the clock stands far off', () => {
    const claims = { kind: 'view', device: '7KM', shop: 'A1', numberEnd: '01', amount: 5, reference: '000' };
    for (const minute of [0, 99_000_000]) {
      const code = receiptCodeOf(sealedPart({ ...claims, kind: 'view', minute }), 0);
      expect(readReceiptCode(code)).toMatchObject({ ok: true, claims: { device: '7KM', amount: 5 } });
    }
  });

  test('certifies no amount that does not fit', () => {
    expect([0, 1_250, 1_073_741_822].map(certifiableAmount)).toEqual([0, 1_250, 1_073_741_822]);
    expect([null, -1, 1_073_741_823, Number.MAX_SAFE_INTEGER].map(certifiableAmount)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test.each(['', 'R', '0700000001', 'A'.repeat(28), 'R'.repeat(27), 'R'.repeat(29), `R${'U'.repeat(27)}`])(
    '%j is none',
    (text) => {
      expect(readReceiptCode(text)).toEqual({ ok: false, error: 'malformed' });
    },
  );
});
