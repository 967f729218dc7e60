/**
 * How the operator names the accounts of its customers (TMF654 `product.id`). Most have the code of the bonus
 * catalogue, followed by how far they reach where that is their own word (`minutes.special.tous`); these have names
 * that only the operator knows, and the market pack has to say what they are:
 *
 *   DATA_NUIT    internet.nuit
 *   DATA_RS      internet.social
 *   VOIX_INTER   minutes.special, international
 */
import type { Bucket } from '../../../../shared/domain/feedDocument';

const ownNames: ReadonlyMap<string, string> = new Map([
  ['internet.nuit', 'DATA_NUIT'],
  ['internet.social', 'DATA_RS'],
  ['minutes.special.international', 'VOIX_INTER'],
]);

export function productName({ code, reach }: Pick<Bucket, 'code' | 'reach'>): string {
  const name = reach === undefined ? code : `${code}.${reach}`;
  return ownNames.get(name) ?? name;
}
