/** What somebody chooses and types, before it is an order: which account pays may be left open. */
import Type from 'typebox';
import type { MarketPack } from './market';
import { parseMsisdn } from './msisdn';
import { msisdnSchema } from './msisdnSchema';
import { orderedCode, orderPayer, type OrderIntent, type OrderPayer } from './order';

const payer = Type.Optional(orderPayer);
const typedNumber = Type.Optional(Type.String({ minLength: 1, maxLength: 60 }));
const strict = { additionalProperties: false } as const;

export const orderWishSchema = Type.Union([
  Type.Object({ kind: Type.Literal('pass'), offer: orderedCode, payer }, strict),
  Type.Object({ kind: Type.Literal('option'), offer: orderedCode, payer }, strict),
  Type.Object({ kind: Type.Literal('optionStop'), offer: orderedCode }, strict),
  Type.Object({ kind: Type.Literal('plan'), plan: orderedCode }, strict),
  Type.Object(
    {
      kind: Type.Literal('preferredNumbers'),
      /** In any usual form; a customer alone types it twice. */
      add: typedNumber,
      addAgain: typedNumber,
      remove: Type.Optional(msisdnSchema),
    },
    strict,
  ),
  Type.Object({ kind: Type.Literal('billPayment'), bill: orderedCode, payer }, strict),
]);

export type OrderWish = Type.Static<typeof orderWishSchema>;

/** A wish whose numbers are read; of those that are paid, who pays may still be open. */
export type OrderChoice =
  | Exclude<OrderIntent, { readonly payer: OrderPayer }>
  | { readonly kind: 'pass' | 'option'; readonly offer: string; readonly payer: OrderPayer | null }
  | { readonly kind: 'billPayment'; readonly bill: string; readonly payer: OrderPayer | null };

export type ReadWish =
  | { readonly ok: true; readonly choice: OrderChoice }
  /** `NUMBERS_DIFFER`: the same number was to be typed twice. */
  | { readonly ok: false; readonly error: 'BAD_MSISDN' | 'NUMBERS_DIFFER' };

/** @param typed how often a number has to be typed: nobody stands by who would notice a wrong digit */
export function readWish(wish: OrderWish, market: MarketPack, typed: 'once' | 'twice'): ReadWish {
  switch (wish.kind) {
    case 'pass':
    case 'option':
    case 'billPayment':
      return { ok: true, choice: { ...wish, payer: wish.payer ?? null } };
    case 'optionStop':
    case 'plan':
      return { ok: true, choice: wish };
    case 'preferredNumbers': {
      const removing = wish.remove !== undefined && { remove: wish.remove };
      if (wish.add === undefined) return { ok: true, choice: { kind: 'preferredNumbers', ...removing } };
      const add = parseMsisdn(wish.add, market);
      if (!add.ok) return add;
      if (typed === 'twice') {
        const again = parseMsisdn(wish.addAgain ?? '', market);
        if (!again.ok || again.msisdn !== add.msisdn) return { ok: false, error: 'NUMBERS_DIFFER' };
      }
      return { ok: true, choice: { kind: 'preferredNumbers', add: add.msisdn, ...removing } };
    }
  }
}
