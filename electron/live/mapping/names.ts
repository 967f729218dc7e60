/** Finds our words for the operator's, in the market pack. */
import Type from 'typebox';
import { parseMsisdn } from '../../../shared/domain/msisdn';
import type { MarketPack } from '../../../shared/domain/market';

/** TMF references: an id, and often the name that people know. */
export const referenceSchema = Type.Object({
  id: Type.Optional(Type.String({ maxLength: 200 })),
  name: Type.Optional(Type.String({ maxLength: 20_000 })),
});

export function isNamed(names: readonly string[], ...given: readonly (string | undefined)[]): boolean {
  const known = new Set(names.map(lower));
  return given.some((name) => name !== undefined && known.has(lower(name)));
}

export function meaningOf<Meaning>(
  meanings: Readonly<Record<string, Meaning>>,
  ...given: readonly (string | undefined)[]
): Meaning | undefined {
  const found = Object.entries(meanings).find(([name]) => isNamed([name], ...given));
  return found?.[1];
}

/** Whether a number, in whichever form the operator writes it, is this customer's. */
export function isNumberOf(msisdn: string, written: string, market: MarketPack): boolean {
  if (written === msisdn) return true;
  const read = parseMsisdn(written, market);
  return read.ok && read.msisdn === msisdn;
}

function lower(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
