/** What a shop decides about orders: how far they go while the operator cannot be reached, and who has to agree. */
import Type from 'typebox';
import { orderKinds, type OrderIntent, type OrderPrice } from './order';

const strict = { additionalProperties: false } as const;

/** Which orders a supervisor has to agree to. */
const orderApproval = Type.Object(
  {
    kinds: Type.Optional(
      Type.Array(Type.Enum([...orderKinds]), {
        maxItems: orderKinds.length,
        description: `a list of ${orderKinds.map((kind) => `"${kind}"`).join(', ')}`,
      }),
    ),
    aboveAmount: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 1_000_000_000,
        description: 'a whole number of the currency’s smallest unit, 0 to 1000000000',
      }),
    ),
  },
  { ...strict, description: 'an object with kinds and aboveAmount' },
);

/** How far orders may go while the operator cannot be reached, and how long it is tried. */
export const orderSettings = Type.Object(
  {
    maxAgeHours: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 720, description: 'a whole number of hours, 1 to 720' }),
    ),
    maxAttempts: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 100, description: 'a whole number, 1 to 100' }),
    ),
    maxOffline: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 100_000, description: 'a whole number, 0 to 100000' }),
    ),
    maxAmountOffline: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 1_000_000_000,
        description: 'a whole number of the currency’s smallest unit, 0 to 1000000000',
      }),
    ),
    approval: Type.Optional(orderApproval),
  },
  {
    ...strict,
    description: 'an object with maxAgeHours, maxAttempts, maxOffline, maxAmountOffline and approval',
  },
);

export interface OrderLimits {
  /** After so long without an end an order is parked. */
  readonly maxAgeHours: number;
  /** So often an order is sent that the operator says it never received. */
  readonly maxAttempts: number;
  /** How many orders may wait while the operator cannot be reached. */
  readonly maxOffline: number;
  /** What those of one customer may cost together, in minor units. */
  readonly maxAmountOffline: number;
}

/** Either is enough. */
export interface ApprovalRule {
  readonly kinds: readonly OrderIntent['kind'][];
  /** In minor units; `null`: no price needs it. */
  readonly aboveAmount: number | null;
}

export function needsApproval(
  { kinds, aboveAmount }: ApprovalRule,
  { kind }: OrderIntent,
  price: OrderPrice | null,
): boolean {
  return kinds.includes(kind) || (aboveAmount !== null && price !== null && price.amount > aboveAmount);
}

/** What counts where the file says nothing. */
export const usualOrderLimits: OrderLimits = {
  maxAgeHours: 72,
  maxAttempts: 5,
  maxOffline: 1_000,
  maxAmountOffline: 10_000,
};

export interface OrderSettings extends OrderLimits {
  readonly approval: ApprovalRule;
}

export const usualOrderSettings: OrderSettings = {
  ...usualOrderLimits,
  approval: { kinds: [], aboveAmount: null },
};
