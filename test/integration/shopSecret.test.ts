import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sealSecret } from '../../electron/net/sealedSecret';
import { readShopSecret } from '../../electron/shopSecret';
import { makeFolder } from '../helpers/testCache';

async function secretFile(text: string, mode = 0o600): Promise<string> {
  const file = join(await makeFolder(), 'shop.secret');
  await writeFile(file, text);
  await chmod(file, mode);
  return file;
}

const keyHex = '4f'.repeat(32);

function read(file: string | undefined) {
  return readShopSecret(file, keyHex);
}

describe('the secret of a shop', () => {
  test('is 64 hexadecimal digits in a file that only its owner may read', async () => {
    const secretHex = 'a7'.repeat(32);
    expect(await read(await secretFile(`${secretHex}\n`))).toEqual({ ok: true, secretHex });
    expect(await read(undefined)).toEqual({ ok: true, secretHex: null });
  });

  test.each([
    ['empty', ''],
    ['too short', 'a7'.repeat(31)],
    ['too long', 'a7'.repeat(33)],
    ['not hexadecimal', 'g7'.repeat(32)],
  ])('is refused by the name of its key when it is %s', async (_, text) => {
    expect(await read(await secretFile(text))).toEqual({
      ok: false,
      problem: 'shop.secretFile: must be the path of a file with 64 hexadecimal digits',
    });
  });

  test('may be sealed with the key of the machine, whoever may read it then', async () => {
    const secretHex = 'a7'.repeat(32);
    const own = await secretFile(sealSecret(secretHex, keyHex, 'shop.secret'), 0o644);
    expect(await read(own)).toEqual({ ok: true, secretHex });
    const foreign = await secretFile(sealSecret(secretHex, 'b8'.repeat(32), 'shop.secret'));
    expect(await read(foreign)).toEqual({
      ok: false,
      problem: 'shop.secretFile: must be the path of a file that this machine can open',
    });
  });

  test('is refused when others may read it, and when it is not there', async () => {
    expect(await read(await secretFile('a7'.repeat(32), 0o644))).toEqual({
      ok: false,
      problem: 'shop.secretFile: must be the path of a file that only its owner may read',
    });
    expect(await read('/nowhere/shop.secret')).toEqual({
      ok: false,
      problem: 'shop.secretFile: must be the path of a file that can be read',
    });
  });
});
