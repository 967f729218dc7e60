/**
 * Codes that people type: Crockford's base 32, which has no letters that look like digits, in groups of four, with a
 * last character that finds every single wrong one and every two that changed places.
 */

/** Crockford's digits: no I, L, O and U. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bitsPerDigit = 5n;
const digitMask = 31n;

const values: ReadonlyMap<string, number> = new Map([
  ...Array.from(digits).map((digit, value) => [digit, value] as const),
  // As they are read and written by hand.
  ['O', 0],
  ['I', 1],
  ['L', 1],
]);

/** The powers of 2 in the field of 32 elements over x⁵ + x² + 1: all different, so each place weighs differently. */
const weights: readonly number[] = (() => {
  const powers = [1];
  while (powers.length < 31) powers.push(doubled(powers.at(-1) ?? 1));
  return powers;
})();

const separators = /[\s\p{Pd}.]+/gu;

/** Capitals without spaces and dashes, look-alikes put right; `null` where a character is in no code. */
export function tidyCode(typed: string): string | null {
  let tidy = '';
  for (const character of typed.replace(separators, '').toUpperCase()) {
    const value = values.get(character);
    if (value === undefined) return null;
    tidy += digits.charAt(value);
  }
  return tidy;
}

/** `ABCD-EFGH-JKMN`, as it is shown and printed. */
export function groupedCode(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join('-');
}

/** `length` digits, leading zeros included. @param value not negative, and it fits */
export function encodeDigits(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  for (let place = 0; place < length; place++) {
    text = digits.charAt(Number(rest & digitMask)) + text;
    rest >>= bitsPerDigit;
  }
  return text;
}

/** @param code tidy */
export function decodeDigits(code: string): bigint {
  return Array.from(code).reduce(
    (value, digit) => (value << bitsPerDigit) | BigInt(values.get(digit) ?? 0),
    0n,
  );
}

/** The code with its check. @param code tidy, at most 30 characters */
export function withCheck(code: string): string {
  return code + digits.charAt(checkOf(code));
}

/** Whether a tidy code is as it was made; a single wrong character never is. */
export function isIntact(code: string): boolean {
  return code.length > 1 && withCheck(code.slice(0, -1)) === code;
}

function checkOf(code: string): number {
  let sum = 0;
  for (const [place, digit] of Array.from(code).entries()) {
    // The check itself has the weight 1.
    sum ^= product(values.get(digit) ?? 0, weights[place + 1] ?? 0);
  }
  return sum;
}

function product(a: number, b: number): number {
  let result = 0;
  for (let bit = 4; bit >= 0; bit--) {
    result = doubled(result) ^ (b & (1 << bit) ? a : 0);
  }
  return result;
}

function doubled(value: number): number {
  return value & 16 ? (value << 1) ^ 0b100101 : value << 1;
}
