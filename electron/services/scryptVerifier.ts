/**
 * Verifiers of passwords and PINs: scrypt in the PHC form `$scrypt$ln=15,r=8,p=1$<salt>$<hash>`, base64 without
 * padding. Whatever the stored text is, a check takes the time of a real one, and runs off the main loop.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

interface ScryptVerifier {
  /** Of the cost: N is 2 to this. */
  readonly ln: number;
  readonly r: number;
  readonly p: number;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

const form =
  /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)={0,2}\$([A-Za-z0-9+/]+)={0,2}$/;

/** A check may take this much memory, and so many blocks of work: a hostile document must not stop the machine. */
const mostMemoryBytes = 128 * 1024 * 1024;
const mostWork = 2 ** 20;
const leastLn = 10;

/** What the feed's verifiers are made with, and, a row of OWASP's of the same memory, those that are made here. */
const costs = { feed: { ln: 15, r: 8, p: 1 }, here: { ln: 15, r: 8, p: 3 } } as const;

const saltBytes = 16;
const hashBytes = 32;

/** `null`: not of the form, or beyond what may be asked of this machine; such a verifier matches nothing. */
function parseVerifier(text: string): ScryptVerifier | null {
  const [, ln, r, p, salt, hash] = form.exec(text) ?? [];
  if (salt === undefined || hash === undefined) return null;
  const verifier = {
    ln: Number(ln),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
  return isBearable(verifier) ? verifier : null;
}

function isBearable({ ln, r, p, salt, hash }: ScryptVerifier): boolean {
  return (
    ln >= leastLn &&
    r >= 1 &&
    p >= 1 &&
    128 * r * 2 ** ln <= mostMemoryBytes &&
    r * p * 2 ** ln <= mostWork &&
    salt.length >= 8 &&
    salt.length <= 64 &&
    hash.length >= 16 &&
    hash.length <= 64
  );
}

/**
 * Whether the secret is the one that the verifier was made of.
 *
 * @param verifierText `null` where there is none: the work is done all the same, and the answer is no
 * @param madeBy of the verifier that might have been there: what the work costs where there is none
 */
export async function matchesVerifier(
  secret: string,
  verifierText: string | null,
  madeBy: keyof typeof costs = 'feed',
): Promise<boolean> {
  const verifier = verifierText === null ? null : parseVerifier(verifierText);
  const against = verifier ?? { ...costs[madeBy], salt: standInSalt, hash: standInHash };
  const derived = await derive(secret, against, against.hash.length);
  return timingSafeEqual(derived, against.hash) && verifier !== null;
}

export async function makeVerifier(secret: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const hash = await derive(secret, { ...costs.here, salt }, hashBytes);
  const { ln, r, p } = costs.here;
  return `$scrypt$ln=${ln},r=${r},p=${p}$${unpadded(salt)}$${unpadded(hash)}`;
}

const standInSalt = randomBytes(saltBytes);
const standInHash = randomBytes(hashBytes);

function derive(
  secret: string,
  { ln, r, p, salt }: Omit<ScryptVerifier, 'hash'>,
  bytes: number,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Twice what the algorithm needs: the limit is checked against a bit more than that.
    const options = { N: 2 ** ln, r, p, maxmem: 2 * mostMemoryBytes };
    scrypt(secret.normalize('NFC'), salt, bytes, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
