/**
 * A secret in a file that nobody can read without the machine's key: AES-256-GCM under a key derived from that of the
 * cache, which the operating system's key store keeps (or the key file). The name of its file is sealed in, so that
 * one secret cannot be put in another's place.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const mark = 'comptoir-sealed-1 ';
const ivBytes = 12;
const tagBytes = 16;

/** @param keyHex the cache's key @param name of the file without its folder */
export function sealSecret(secret: string, keyHex: string, name: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(keyHex), iv).setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return `${mark}${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64')}\n`;
}

export function isSealed(text: string): boolean {
  return text.startsWith(mark);
}

/** `null`: another key or name sealed it, or it is damaged. */
export function openSealedSecret(text: string, keyHex: string, name: string): string | null {
  const bytes = Buffer.from(text.slice(mark.length), 'base64');
  if (bytes.length < ivBytes + tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(keyHex), bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    const opened = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
    return opened.toString('utf8');
  } catch {
    return null;
  }
}

function sealingKey(keyHex: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(keyHex, 'hex'), '', 'comptoir sealed secret 1', 32));
}
