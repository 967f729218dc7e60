import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  handoffBlock,
  handoffBlockBits,
  handoffCodeOf,
  handoffScreens,
  readHandoffBlock,
  readHandoffCode,
} from '../../../shared/domain/handoffCode';

const minute = Date.parse('2026-11-23T10:00:00Z') / 60_000;
const nationalNumber = '0700000001';

const arbitraryHandoff = fc.record({
  nationalNumber: fc.integer({ min: 0, max: 9_999_999_999 }).map((rest) => String(rest).padStart(10, '0')),
  screen: fc.constantFrom(...handoffScreens),
  minute: fc.integer({ min: 29_000_000, max: 40_000_000 }),
});

describe('the block of a hand-off', () => {
  it('says number and screen from two minutes before to five minutes after', () => {
    fc.assert(
      fc.property(arbitraryHandoff, fc.integer({ min: -2, max: 5 }), (handoff, later) => {
        const block = handoffBlock(handoff);
        expect(block).not.toBeNull();
        expect(block! < 1n << BigInt(handoffBlockBits)).toBe(true);
        expect(readHandoffBlock(block!, handoff.minute + later, 10)).toEqual({
          ok: true,
          nationalNumber: handoff.nationalNumber,
          screen: handoff.screen,
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('is of eight minutes only, whatever random block is tried', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 54n) - 1n }), (block) => {
        const accepted = Array.from({ length: 60 }, (_, later) => later).filter(
          (later) => readHandoffBlock(block, minute + later, 10).ok,
        );
        expect(accepted.length).toBeLessThanOrEqual(8);
      }),
      { numRuns: 500 },
    );
  });

  test('is too old after five minutes, and after half a day never was one of ours', () => {
    const block = handoffBlock({ nationalNumber, screen: 'bills', minute })!;
    expect(readHandoffBlock(block, minute + 6, 10)).toEqual({ ok: false, error: 'expired' });
    expect(readHandoffBlock(block, minute + 720, 10)).toEqual({ ok: false, error: 'expired' });
    expect(readHandoffBlock(block, minute + 721, 10)).toEqual({ ok: false, error: 'notOurs' });
    expect(readHandoffBlock(block, minute - 3, 10)).toEqual({ ok: false, error: 'notOurs' });
  });

  test('of a longer number than the market has is not ours', () => {
    const block = handoffBlock({ nationalNumber: '9700000001', screen: 'home', minute })!;
    expect(readHandoffBlock(block, minute, 9)).toEqual({ ok: false, error: 'notOurs' });
  });

  test.each(['', '12345678901', '07 00', '-1', 'x'])('cannot be made of the number %j', (number) => {
    expect(handoffBlock({ nationalNumber: number, screen: 'home', minute })).toBeNull();
  });
});

describe('the code of a hand-off', () => {
  it('has twelve characters, begins with a letter and carries its block', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 54n) - 1n }), (scrambled) => {
        const code = handoffCodeOf(scrambled);
        expect(code).toMatch(/^[G-Z][0-9A-HJKMNP-TV-Z]{11}$/);
        expect(readHandoffCode(code.toLowerCase())).toEqual({ ok: true, code, scrambled });
      }),
      { numRuns: 1_000 },
    );
  });

  test('with one character wrong is told to be mistyped', () => {
    const code = handoffCodeOf(122n);
    const wrong = code.slice(0, -1) + (code.endsWith('0') ? '1' : '0');
    expect(readHandoffCode(wrong)).toEqual({ ok: false, error: 'mistyped' });
  });

  test.each(['', '070000000001', 'ABCDEFGHJKMN', 'HBCDEFGHJKM', 'HBCDEFGHJKMNP', 'HBCDEFGHJKMU'])(
    '%j is none',
    (text) => {
      expect(readHandoffCode(text)).toEqual({ ok: false, error: 'malformed' });
    },
  );
});
