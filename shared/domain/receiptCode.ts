/**
 * The code of a receipt: what it certifies, in the open, and a seal over it. Twenty-eight characters in seven groups,
 * of which the first is always R and the last the check of `typedCode.ts`.
 *
 *   R  kind 1 · minute 23 · device 15 · shop 10 · number's end 7 · amount 30 · reference 15 · seal 29 bits  check
 */
import { decodeDigits, encodeDigits, isIntact, tidyCode, withCheck } from './typedCode';

export type ReceiptKind = 'view' | 'order';

/** What a receipt's code says of it. */
export interface ReceiptClaims {
  readonly kind: ReceiptKind;
  /** Whole minutes since the epoch. */
  readonly minute: number;
  /** Of the device that made it: three Crockford digits. */
  readonly device: string;
  /** Two Crockford digits that are the same for all devices with the same secret. */
  readonly shop: string;
  /** The last two digits of the number. */
  readonly numberEnd: string;
  /** Minor units of the market's currency; `null`: it certifies none. */
  readonly amount: number | null;
  /** Three Crockford digits of the order's id; `000` where there is no order. */
  readonly reference: string;
}

export type ReceiptCodeReading =
  | { readonly ok: true; readonly claims: ReceiptClaims; readonly sealed: bigint; readonly seal: number }
  /** `malformed`: no code of a receipt at all; `mistyped`: the check does not fit. */
  | { readonly ok: false; readonly error: 'malformed' | 'mistyped' };

const receiptCodeLength = 28;
export const receiptSealBits = 29;

/** Codes are made from here on: the minutes of sixteen years fit. */
const firstMinute = Date.parse('2026-01-01T00:00:00Z') / 60_000;
const lastMinute = firstMinute + 2 ** 23 - 1;

/** Amounts of this and more, and those below zero, are not certified. */
const endOfAmounts = 2 ** 30 - 1;

const widths = { minute: 23, device: 15, shop: 10, numberEnd: 7, amount: 30, reference: 15 } as const;

/** What the seal is made over. A clock that stands outside of 2026 to 2041 is taken for the nearest end. */
export function sealedPart(claims: ReceiptClaims): bigint {
  const minute = Math.min(Math.max(claims.minute, firstMinute), lastMinute);
  const fields: readonly (readonly [value: number | bigint, width: number])[] = [
    [claims.kind === 'order' ? 1 : 0, 1],
    [minute - firstMinute, widths.minute],
    [decodeDigits(claims.device), widths.device],
    [decodeDigits(claims.shop), widths.shop],
    [Number(claims.numberEnd), widths.numberEnd],
    [claims.amount === null ? 0 : claims.amount + 1, widths.amount],
    [decodeDigits(claims.reference), widths.reference],
  ];
  return fields.reduce((value, [field, width]) => (value << BigInt(width)) | BigInt(field), 0n);
}

/** The amount as far as a code can certify it. */
export function certifiableAmount(amount: number | null): number | null {
  return amount !== null && amount >= 0 && amount < endOfAmounts ? amount : null;
}

export function receiptCodeOf(sealed: bigint, seal: number): string {
  const value = (sealed << BigInt(receiptSealBits)) | BigInt(seal);
  return withCheck(`R${encodeDigits(value, receiptCodeLength - 2)}`);
}

/** Whether a tidy code looks like a receipt's, right or wrong. */
export function isReceiptCodeShaped(code: string): boolean {
  return code.length === receiptCodeLength && code.startsWith('R');
}

/** Reads a code as it is typed or scanned; who made it, and whether it was altered, the seal tells. */
export function readReceiptCode(typed: string): ReceiptCodeReading {
  const code = tidyCode(typed);
  if (code === null || !isReceiptCodeShaped(code)) return { ok: false, error: 'malformed' };
  if (!isIntact(code)) return { ok: false, error: 'mistyped' };
  const value = decodeDigits(code.slice(1, -1));
  const sealed = value >> BigInt(receiptSealBits);
  const seal = Number(value & ((1n << BigInt(receiptSealBits)) - 1n));

  let rest = sealed;
  const take = (width: number): bigint => {
    const field = rest & ((1n << BigInt(width)) - 1n);
    rest >>= BigInt(width);
    return field;
  };
  const reference = encodeDigits(take(widths.reference), 3);
  const amount = Number(take(widths.amount));
  const numberEnd = String(take(widths.numberEnd)).padStart(2, '0');
  const shop = encodeDigits(take(widths.shop), 2);
  const device = encodeDigits(take(widths.device), 3);
  const minute = firstMinute + Number(take(widths.minute));
  const kind = take(1) === 1n ? 'order' : 'view';
  const claims = {
    kind,
    minute,
    device,
    shop,
    numberEnd,
    amount: amount === 0 ? null : amount - 1,
    reference,
  } as const;
  return { ok: true, claims, sealed, seal };
}
