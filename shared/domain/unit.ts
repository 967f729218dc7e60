/** ISO 4217 code of a currency; the amount is an integer of its minor units (F CFA has none). */
export type CurrencyCode = string;

/** What an amount counts: seconds (`s`), messages (`sms`), bytes (`B`), or the minor units of a currency. */
export type Unit = string;

/** The family of a unit: what may be added together and which category an unknown code falls under. */
export type UnitKind = 'money' | 'time' | 'messages' | 'volume';

export function unitKind(unit: Unit): UnitKind {
  switch (unit) {
    case 's':
      return 'time';
    case 'sms':
      return 'messages';
    case 'B':
      return 'volume';
    default:
      return 'money';
  }
}
