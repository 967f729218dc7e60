import { scryptSync } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  demoCredentials,
  demoPasswords,
  demoPin,
  type DemoLogin,
} from '../../../../electron/services/training/demoCredentials';

/** Reads `$scrypt$ln=15,r=8,p=1$<salt>$<hash>`, both in base64 without padding. */
function opens(secret: string, verifier: string): boolean {
  const parts = /^\$scrypt\$ln=15,r=8,p=1\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/.exec(verifier);
  if (parts === null) return false;
  const [, salt = '', hash = ''] = parts;
  const work = scryptSync(secret, Buffer.from(salt, 'base64'), 32, {
    N: 2 ** 15,
    r: 8,
    p: 1,
    maxmem: 2 ** 26,
  });
  return work.equals(Buffer.from(hash, 'base64'));
}

it('the documented PIN opens every demo number, and each has a salt of its own', () => {
  const verifiers = Object.values(demoCredentials.pins);
  expect(verifiers.every((verifier) => opens(demoPin, verifier))).toBe(true);
  expect(new Set(verifiers.map((verifier) => verifier.split('$')[3])).size).toBe(verifiers.length);
  expect(opens('4321', verifiers[0]!)).toBe(false);
});

it.each(Object.entries(demoPasswords))('the documented password opens the login %s', (login, password) => {
  const isLogin = (name: string): name is DemoLogin => name in demoPasswords;
  expect(isLogin(login) && opens(password, demoCredentials.passwords[login])).toBe(true);
});
