/**
 * Which number the subscriber at an index has. The demo numbers come first and follow one another, so that a
 * person can type them; the others are spread over 07 00 … 07 03 as if drawn by lot, without a list to keep.
 */
import { demoNumbers } from './demoNumbers';

/** Indexes below it are demo numbers. */
export const firstGenerated = demoNumbers.length;

const countryAndPrefix = 225_07_00_000000;
/** 07 00 00 00 00 to 07 00 00 00 99 belong to the demo numbers. */
const demoBlock = 100;
/** 07 00 00 01 00 to 07 03 99 99 99. */
const spreadSize = 4_000_000 - demoBlock;
/** Has no divisor in common with `spreadSize`, so that index → number hits every number once. */
const stride = 2_472_103;
const firstStep = 1_618_033;
const strideInverse = inverse(stride, spreadSize);

/** How many subscribers there can be at most, demo numbers included. */
export const mostSubscribers = 3_000_000;

/** Returns E.164 digits. */
export function msisdnAt(index: number): string {
  const offset =
    index < firstGenerated
      ? index + 1
      : demoBlock + (((index - firstGenerated) * stride + firstStep) % spreadSize);
  return String(countryAndPrefix + offset);
}

/** The index whose number this is, or `null` where no index has it. */
export function indexOfMsisdn(msisdn: string): number | null {
  const offset = Number(msisdn) - countryAndPrefix;
  if (!Number.isInteger(offset) || offset < 1 || offset >= demoBlock + spreadSize) return null;
  if (offset < demoBlock) return offset <= firstGenerated ? offset - 1 : null;
  const steps = offset - demoBlock - firstStep + spreadSize;
  return firstGenerated + (((steps % spreadSize) * strideInverse) % spreadSize);
}

/** By Euclid's extended algorithm. */
function inverse(value: number, modulus: number): number {
  let [previous, current] = [modulus, value % modulus];
  let [previousFactor, factor] = [0, 1];
  while (current !== 0) {
    const quotient = Math.floor(previous / current);
    [previous, current] = [current, previous - quotient * current];
    [previousFactor, factor] = [factor, previousFactor - quotient * factor];
  }
  return ((previousFactor % modulus) + modulus) % modulus;
}
