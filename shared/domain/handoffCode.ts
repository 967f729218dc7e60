/**
 * The code that takes a customer from the kiosk to the counter: number, screen and minute as one block of 54 bits,
 * which is scrambled with the shop's secret (`electron/services/shopKeys.ts`). Twelve characters in three groups; the
 * first is a letter from G on, so that a code is never taken for a number, and the last the check of `typedCode.ts`.
 *
 * The minute is what proves a code: of 56 294 that a block can name, eight are accepted.
 */
import { decodeDigits, encodeDigits, isIntact, tidyCode, withCheck } from './typedCode';

/** In an order that never changes: codes carry the place. At most 32. */
export const handoffScreens = [
  'home',
  'credit',
  'minutes',
  'internet',
  'expiring',
  'consumption',
  'profile',
  'options',
  'passes',
  'preferredNumbers',
  'orangeMoney',
  'bills',
  'contracts',
  'ledger',
  'payer',
  'phone',
  'orders',
] as const;

/** What the customer was looking at. */
export type HandoffScreen = (typeof handoffScreens)[number];

export interface Handoff {
  /** The digits after the country code, at most ten. */
  readonly nationalNumber: string;
  readonly screen: HandoffScreen;
  /** Whole minutes since the epoch. */
  readonly minute: number;
}

export const handoffBlockBits = 54;
const handoffCodeLength = 12;

/** How long a code can be used. */
export const handoffLifeMinutes = 5;
/** How far the clocks of two machines of one shop may be apart. */
export const clocksApartMinutes = 2;
/** A code of yesterday is told to be too old; what is further off was never a code of this shop. */
const rememberedMinutes = 12 * 60;

const numbers = 10n ** 10n;
const screens = 32n;
/** The minute counts round and round in so many: more would not fit. */
const minutes = 56_294n;

/** Of a number that does not fit, `null`: it is not one of a market whose numbers have at most ten digits. */
export function handoffBlock({ nationalNumber, screen, minute }: Handoff): bigint | null {
  if (!/^\d{1,10}$/.test(nationalNumber)) return null;
  const place = BigInt(handoffScreens.indexOf(screen));
  return ((BigInt(minute) % minutes) * screens + place) * numbers + BigInt(nationalNumber);
}

export type HandoffReading =
  | {
      readonly ok: true;
      /** As a number of `digits` digits. */
      readonly nationalNumber: string;
      readonly screen: HandoffScreen;
    }
  | { readonly ok: false; readonly error: 'expired' | 'notOurs' };

/** What an unscrambled block says now. @param digits how many a national number of the market has */
export function readHandoffBlock(block: bigint, nowMinute: number, digits: number): HandoffReading {
  const national = String(block % numbers);
  const screen = handoffScreens[Number((block / numbers) % screens)];
  const minute = block / numbers / screens;
  if (minute >= minutes || screen === undefined || national.length > digits) {
    return { ok: false, error: 'notOurs' };
  }
  const age = Number((BigInt(nowMinute) - minute + minutes) % minutes);
  const isAhead = age >= Number(minutes) - clocksApartMinutes;
  if (isAhead || age <= handoffLifeMinutes) {
    return { ok: true, nationalNumber: national.padStart(digits, '0'), screen };
  }
  return { ok: false, error: age <= rememberedMinutes ? 'expired' : 'notOurs' };
}

/** @param scrambled 54 bits */
export function handoffCodeOf(scrambled: bigint): string {
  const firstLetter = 1n << BigInt(handoffBlockBits);
  return withCheck(encodeDigits(firstLetter | scrambled, handoffCodeLength - 1));
}

/** Whether a tidy code looks like a hand-off's, right or wrong. */
export function isHandoffCodeShaped(code: string): boolean {
  return code.length === handoffCodeLength && /^[G-Z]/.test(code);
}

export type HandoffCodeReading =
  | { readonly ok: true; readonly code: string; readonly scrambled: bigint }
  | { readonly ok: false; readonly error: 'malformed' | 'mistyped' };

export function readHandoffCode(typed: string): HandoffCodeReading {
  const code = tidyCode(typed);
  if (code === null || !isHandoffCodeShaped(code)) return { ok: false, error: 'malformed' };
  if (!isIntact(code)) return { ok: false, error: 'mistyped' };
  const block = decodeDigits(code.slice(0, -1)) & ((1n << BigInt(handoffBlockBits)) - 1n);
  return { ok: true, code, scrambled: block };
}
