import { formatsFor } from '../domain/format';
import type { Language } from '../domain/language';
import type { MarketPack } from '../domain/market';
import { unitOfUse, type PayerUse, type UnitOfUse } from './payerUse';

export interface PayerAmount {
  /** Seconds, messages or bytes. */
  readonly due: number;
  /** `10 min`. */
  readonly text: string;
}

const amounts: Readonly<Record<UnitOfUse, readonly number[]>> = {
  s: [60, 600, 1_800, 3_600],
  sms: [1, 10, 50, 100],
  B: [10_000_000, 100_000_000, 500_000_000, 1_000_000_000],
};

/** The amounts of a use that a face offers to ask about, in their order. */
export function payerAmounts(use: PayerUse, market: MarketPack, language: Language): readonly PayerAmount[] {
  const unit = unitOfUse(use);
  const formats = formatsFor(market, language);
  return amounts[unit].map((due) => ({ due, text: formats.amount(due, unit) }));
}
