/** The secret that the machines of a shop share: without one, codes are verified only where they were made. */
import { plainSecret } from './net/access';
import { readPrivateFile } from './net/privateFile';

export type ShopSecret =
  /** 64 hex digits; `null`: the settings name no file. */
  | { readonly ok: true; readonly secretHex: string | null }
  /** What keeps the program from starting, as a line that begins with the key. */
  | { readonly ok: false; readonly problem: string };

/** @param keyHex the cache's key, which opens a sealed secret */
export async function readShopSecret(secretFile: string | undefined, keyHex: string): Promise<ShopSecret> {
  if (secretFile === undefined) return { ok: true, secretHex: null };
  const file = await readPrivateFile(secretFile);
  if (!file.ok) return refused('the path of a file that can be read');
  const secret = plainSecret(file.text, keyHex, secretFile);
  if (secret === null) return refused('the path of a file that this machine can open');
  // Who reads it can make codes that the shop takes for its own.
  if (file.exposed && secret === file.text) return refused('the path of a file that only its owner may read');
  if (!/^[0-9a-f]{64}$/i.test(secret)) return refused('the path of a file with 64 hexadecimal digits');
  return { ok: true, secretHex: secret };
}

function refused(expected: string): ShopSecret {
  return { ok: false, problem: `shop.secretFile: must be ${expected}` };
}
