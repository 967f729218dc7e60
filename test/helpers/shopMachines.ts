/** Machines of shops, as far as their codes go. */
import fc from 'fast-check';
import { createShopKeys, type ShopKeys } from '../../electron/services/shopKeys';

export const shopSecretHex = '5e'.repeat(32);

/** @param databaseKeyHex of its own cache, which makes the device */
export function machineOf(databaseKeyHex: string, secretHex: string | null): ShopKeys {
  return createShopKeys({ databaseKeyHex, shopSecretHex: secretHex, shopId: 'ABJ-01' });
}

const codeDigits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The same code with one character wrong. */
export function withOneWrong(code: string, place: number, step: number): string {
  const at = Array.from(code).flatMap((character, index) => (character === '-' ? [] : [index]))[place] ?? 0;
  const value = codeDigits.indexOf(code[at] ?? '');
  return `${code.slice(0, at)}${codeDigits[(value + step) % 32] ?? ''}${code.slice(at + 1)}`;
}

export const arbitraryStep = fc.integer({ min: 1, max: 31 });
