import { monitorEventLoopDelay } from 'node:perf_hooks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeVerifier, matchesVerifier } from '../../../electron/services/scryptVerifier';
import { demoCredentials, demoPin } from '../../../electron/services/training/demoCredentials';
import { cheapVerifier } from '../../helpers/accessRun';
import { reportFigure } from '../../helpers/figures';

const feedVerifier = demoCredentials.pins.richActive;

describe('a verifier', () => {
  it('of the feed is matched by its own secret alone', async () => {
    expect(await matchesVerifier(demoPin, feedVerifier)).toBe(true);
    for (const other of ['1235', '', '12345', ' 1234'])
      expect(await matchesVerifier(other, feedVerifier)).toBe(false);
  });

  it('made here is one of OWASP’s rows, without padding, and is matched by its own secret', async () => {
    const verifier = await makeVerifier('trois petits chats');
    expect(verifier).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await matchesVerifier('trois petits chats', verifier)).toBe(true);
    expect(await matchesVerifier('trois petits chiens', verifier)).toBe(false);
  });

  it('is matched by an accent however the keyboard composed it', async () => {
    const verifier = cheapVerifier('étoile'.normalize('NFC'));
    expect(await matchesVerifier('étoile'.normalize('NFD'), verifier)).toBe(true);
  });

  const [, , , salt, hash] = cheapVerifier('1234').split('$');
  it.each([
    ['nothing', ''],
    ['a secret in plain', '1234'],
    ['another algorithm', `$argon2id$v=19$m=65536,t=3,p=4$${salt}$${hash}`],
    ['parameters in another order', `$scrypt$r=8,ln=10,p=1$${salt}$${hash}`],
    ['no salt', `$scrypt$ln=10,r=8,p=1$$${hash}`],
    ['no hash', `$scrypt$ln=10,r=8,p=1$${salt}$`],
    ['an empty end', `$scrypt$ln=10,r=8,p=1$${salt}`],
    ['a hash of three bytes', `$scrypt$ln=10,r=8,p=1$${salt}$AAAA`],
    ['a salt of three bytes', `$scrypt$ln=10,r=8,p=1$AAAA$${hash}`],
    ['a hash that goes on', `$scrypt$ln=10,r=8,p=1$${salt}$${hash}$${hash}`],
    ['a cost of one', `$scrypt$ln=0,r=8,p=1$${salt}$${hash}`],
    ['memory of a gigabyte', `$scrypt$ln=20,r=8,p=1$${salt}$${hash}`],
    ['an endless work', `$scrypt$ln=16,r=8,p=99$${salt}$${hash}`],
    ['blocks of nothing', `$scrypt$ln=10,r=0,p=1$${salt}$${hash}`],
    ['a line break', `$scrypt$ln=10,r=8,p=1$${salt}$${hash}\n`],
  ])('that is malformed – %s – is matched by nothing', async (_, text) => {
    expect(await matchesVerifier('1234', text)).toBe(false);
  });

  it('of any other text is matched by nothing and throws nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 100 }), async (text) => {
        expect(await matchesVerifier('1234', text)).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps the main loop turning while it is checked', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    await matchesVerifier('warm', feedVerifier);
    let turns = 0;
    const turning = setInterval(() => turns++, 5);
    delay.enable();
    const rounds = 5;
    for (let round = 0; round < rounds; round += 1) await matchesVerifier('4321', feedVerifier);
    delay.disable();
    clearInterval(turning);
    const behindMs = delay.percentile(99) / 1e6;
    reportFigure('Sign-in', 'main loop behind while a PIN is checked, p99', `${behindMs.toFixed(1)} ms`);
    // A loop that stands still turns at most once between two checks.
    expect(turns).toBeGreaterThan(2 * rounds);
  });
});
