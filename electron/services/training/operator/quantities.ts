/** Amounts as the operator's systems count them, which is not as the feed does. */
import { unitKind, type Unit } from '../../../../shared/domain/unit';

export interface Quantity {
  readonly amount: number;
  readonly units: string;
}

/** Money in its currency, whole minutes or seconds, `SMS`, and volume in megabytes of a million bytes. */
export function quantity(amount: number, unit: Unit): Quantity {
  switch (unitKind(unit)) {
    case 'time':
      return amount % 60 === 0 ? { amount: amount / 60, units: 'min' } : { amount, units: 's' };
    case 'messages':
      return { amount, units: 'SMS' };
    case 'volume':
      return { amount: amount / 1_000_000, units: 'MB' };
    case 'money':
      return { amount, units: unit };
  }
}

/** `usageType` of a balance in that unit. */
export function usageTypeOf(unit: Unit): 'monetary' | 'voice' | 'sms' | 'data' {
  switch (unitKind(unit)) {
    case 'time':
      return 'voice';
    case 'messages':
      return 'sms';
    case 'volume':
      return 'data';
    case 'money':
      return 'monetary';
  }
}
