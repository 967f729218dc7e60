/**
 * What the operator signs for its devices. One file for each document, with the key that signed it; the signature
 * covers the purpose, too, so that an update never passes for settings.
 */
import { sign, verify, type KeyObject } from 'node:crypto';
import Type from 'typebox';
import { Check } from 'typebox/value';
import { jsonOf } from '../../shared/domain/json';
import { publicKeyOf, readPublicKey } from './operatorKey';

export type SignedPurpose = 'provisioning' | 'update';

const base64 = Type.String({ pattern: '^[A-Za-z0-9+/]+={0,2}$' });

const signedDocument = Type.Object(
  {
    format: Type.Literal('comptoir-signed-1'),
    purpose: Type.Union([Type.Literal('provisioning'), Type.Literal('update')]),
    key: Type.String(),
    payload: base64,
    signature: base64,
  },
  { additionalProperties: false },
);

export type OpenedDocument =
  | {
      readonly ok: true;
      readonly payload: unknown;
      /** Text of the public key that signed it. */
      readonly key: string;
      /** Exactly the bytes that are signed, and their signature, for whoever verifies them again. */
      readonly signed: { readonly bytes: Buffer; readonly signature: Buffer };
    }
  | { readonly ok: false; readonly error: 'NOT_SIGNED' | 'WRONG_KEY' | 'BAD_SIGNATURE' };

/** @returns the text of the signed file */
export function signDocument(purpose: SignedPurpose, payload: unknown, privateKey: KeyObject): string {
  const content = Buffer.from(JSON.stringify(payload));
  const document = {
    format: 'comptoir-signed-1',
    purpose,
    key: publicKeyOf(privateKey),
    payload: content.toString('base64'),
    signature: sign(null, signedBytes(purpose, content), privateKey).toString('base64'),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/**
 * @param document the signed file as text, or as a parsed value
 * @param trustedKey the only key whose word counts; `null`: any, for a device that knows none yet and shows the key
 * to a person
 */
export function openSignedDocument(
  document: unknown,
  purpose: SignedPurpose,
  trustedKey: string | null,
): OpenedDocument {
  const value = typeof document === 'string' ? jsonOf(document) : document;
  if (!Check(signedDocument, value) || value.purpose !== purpose) return { ok: false, error: 'NOT_SIGNED' };
  if (trustedKey !== null && value.key !== trustedKey) return { ok: false, error: 'WRONG_KEY' };
  const key = readPublicKey(value.key);
  const content = Buffer.from(value.payload, 'base64');
  const signature = Buffer.from(value.signature, 'base64');
  const bytes = signedBytes(purpose, content);
  if (key === null || !verify(null, bytes, key, signature)) return { ok: false, error: 'BAD_SIGNATURE' };
  const payload = jsonOf(content.toString('utf8'));
  return payload === undefined
    ? { ok: false, error: 'NOT_SIGNED' }
    : { ok: true, payload, key: value.key, signed: { bytes, signature } };
}

function signedBytes(purpose: SignedPurpose, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`comptoir ${purpose}\n`), content]);
}
