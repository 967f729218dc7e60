/** Whose word counts on a device: an Ed25519 key pair of the operator, written as text that fits on a line. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';

const prefix = 'ed25519:';
/** What comes before the 32 bytes of an Ed25519 key in its usual form (RFC 8410). */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex');
const keyBytes = 32;

/** `null`: not the text of a public key, which is `ed25519:` and 32 bytes in base64. */
export function readPublicKey(text: string): KeyObject | null {
  if (!text.startsWith(prefix)) return null;
  const raw = Buffer.from(text.slice(prefix.length), 'base64');
  if (raw.length !== keyBytes || text !== publicKeyText(raw)) return null;
  return createPublicKey({ key: Buffer.concat([spkiHead, raw]), format: 'der', type: 'spki' });
}

function publicKeyText(raw: Buffer): string {
  return prefix + raw.toString('base64');
}

/** The public half of either half. */
export function publicKeyOf(key: KeyObject): string {
  const half = key.type === 'private' ? createPublicKey(key) : key;
  return publicKeyText(half.export({ format: 'der', type: 'spki' }).subarray(spkiHead.length));
}

/** For a person to compare with the operator's: the key's SHA-256, its first 16 bytes in groups of four digits. */
export function fingerprintOf(publicKey: string): string {
  const digits = createHash('sha256').update(publicKey).digest('hex').slice(0, 32);
  return (digits.match(/.{4}/g) ?? []).join(' ');
}

/** `null`: not an Ed25519 private key in PEM. */
export function readPrivateKey(pem: string): KeyObject | null {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

/** A new pair, in PEM for files, and the public half as text. */
export function makeOperatorKey(): {
  readonly privatePem: string;
  readonly publicPem: string;
  readonly publicKey: string;
} {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privatePem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    publicPem: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    publicKey: publicKeyOf(privateKey),
  };
}
