/** Amounts as the operator's interfaces write them, a decimal number and the name of a unit, as whole numbers of ours. */
import Type from 'typebox';
import type { MarketPack } from '../../../shared/domain/market';
import type { Unit } from '../../../shared/domain/unit';

/** TMF `Quantity`. */
export const quantitySchema = Type.Object({
  amount: Type.Optional(Type.Number()),
  units: Type.Optional(Type.String({ maxLength: 100 })),
});

/** TMF `Money`. */
export const moneySchema = Type.Object({
  value: Type.Optional(Type.Number()),
  unit: Type.Optional(Type.String({ maxLength: 100 })),
});

export type Money = Type.Static<typeof moneySchema>;
export type Quantity = Type.Static<typeof quantitySchema>;

/** TMF `UsageType`; other words are taken for `other`. */
export type UsageType = string;

export interface Amount {
  /** Whole; what a finer unit of the operator leaves over is cut off. */
  readonly amount: number;
  readonly unit: Unit;
}

interface Scale {
  readonly unit: Unit;
  readonly factor: number;
}

const second: Scale = { unit: 's', factor: 1 };
const minute: Scale = { unit: 's', factor: 60 };
const hour: Scale = { unit: 's', factor: 3600 };
const message: Scale = { unit: 'sms', factor: 1 };
const bytes = (factor: number): Scale => ({ unit: 'B', factor });

/** In lower case: volumes are sold and written `MB`, `Mb` and `mb` for the same million bytes. */
const scales: ReadonlyMap<string, Scale> = new Map([
  ...['s', 'sec', 'second', 'seconds', 'seconde', 'secondes'].map((name) => [name, second] as const),
  ...['min', 'mn', 'minute', 'minutes'].map((name) => [name, minute] as const),
  ...['h', 'hour', 'hours', 'heure', 'heures'].map((name) => [name, hour] as const),
  ...['sms', 'message', 'messages', 'msg'].map((name) => [name, message] as const),
  ...['b', 'o', 'byte', 'bytes', 'octet', 'octets'].map((name) => [name, bytes(1)] as const),
  ...['kb', 'ko'].map((name) => [name, bytes(1e3)] as const),
  ...['mb', 'mo'].map((name) => [name, bytes(1e6)] as const),
  ...['gb', 'go'].map((name) => [name, bytes(1e9)] as const),
  ...['tb', 'to'].map((name) => [name, bytes(1e12)] as const),
  ...['kib', 'kio'].map((name) => [name, bytes(2 ** 10)] as const),
  ...['mib', 'mio'].map((name) => [name, bytes(2 ** 20)] as const),
  ...['gib', 'gio'].map((name) => [name, bytes(2 ** 30)] as const),
]);

/** `null`: absent, or a unit that means nothing here. */
export function amountOf(
  quantity: Quantity | undefined,
  usageType: UsageType | undefined,
  market: MarketPack,
): Amount | null {
  if (quantity?.amount === undefined) return null;
  const scale = scaleOf(quantity.units, usageType, market);
  if (scale === null) return null;
  const amount = scaled(quantity.amount, scale.factor);
  return amount === null ? null : { amount, unit: scale.unit };
}

/** Minor units of the currency; `null`: absent, or no currency. */
export function moneyOf(money: Money | undefined, market: MarketPack): Amount | null {
  return amountOf(
    money && { ...(money.value !== undefined && { amount: money.value }), units: money.unit ?? '' },
    'monetary',
    market,
  );
}

/** The other way: what our minor units are in the operator's decimal number. */
export function moneyToSend(amount: number, currency: string): Required<Money> {
  // Text to number rounds to the nearest double, which is the number that is written the same.
  return { unit: currency, value: Number(`${amount}e-${minorDigits(currency)}`) };
}

/** The operator's unit by its name, else by what the account is for. */
function scaleOf(
  units: string | undefined,
  usageType: UsageType | undefined,
  market: MarketPack,
): Scale | null {
  const name = units?.trim() ?? '';
  if (usageType === 'monetary' || usageType === undefined || usageType === 'other') {
    const currency = currencyNamed(name, usageType === 'monetary', market);
    if (currency !== null) return { unit: currency, factor: 10 ** minorDigits(currency) };
  }
  const scale = scales.get(name.toLowerCase());
  if (scale !== undefined) return scale;
  if (usageType === 'sms') return message;
  return null;
}

function currencyNamed(name: string, isMoney: boolean, market: MarketPack): string | null {
  if (name === '') return isMoney ? market.currency : null;
  const aliases = market.operatorNames.currency.map((alias) => alias.toLowerCase());
  if (aliases.includes(name.toLowerCase().replace(/\s+/g, ' '))) return market.currency;
  // Without being told that it is money, three capitals may be anything: `SMS`.
  const known = isMoney ? /^[A-Z]{3}$/.test(name) : name === market.currency;
  return known ? name : null;
}

function minorDigits(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * A product without the error of binary fractions, by which 4.35 euros were 434 cents. Works on the shortest decimal
 * digits, which are those that the operator wrote.
 */
function scaled(value: number, factor: number): number | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (match === null) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const shift = Number(exponent) - fraction.length;
  if (shift > 30 || shift < -60) return shift < 0 ? 0 : null;
  const digits = BigInt(whole + fraction) * BigInt(factor);
  const magnitude = shift < 0 ? digits / 10n ** BigInt(-shift) : digits * 10n ** BigInt(shift);
  if (magnitude > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return magnitude === 0n ? 0 : Number(magnitude) * (sign === '-' ? -1 : 1);
}
