/** What an endpoint of the settings needs before it can be asked: its secret and whom its certificate may be from. */
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import type { EndpointAuth, FeedEndpoint, LiveEndpoint } from '../../shared/domain/settings';
import { readPrivateFile } from './privateFile';
import { isSealed, openSealedSecret } from './sealedSecret';

export type EndpointAccess =
  | {
      readonly ok: true;
      /** The authorization header's value; `null` where none is wanted, or a token is to be had first. */
      readonly header: string | null;
      /** As its file holds it; `null` where no credentials are wanted. */
      readonly secret: string | null;
      /** Others than its owner may read the secret's file. */
      readonly exposed: boolean;
      /** Whose certificates are accepted beyond the usual; `null`: nobody's. */
      readonly trust: SecureContext | null;
    }
  /** The file is missing or holds nothing, or nothing that is a certificate. */
  | { readonly ok: false; readonly error: 'SECRET_UNREADABLE' | 'CA_UNREADABLE'; readonly file: string };

/** @param keyHex the cache's key, which opens a sealed secret; `null`: a sealed one cannot be read */
export async function readAccess(
  { auth, caFile }: FeedEndpoint | LiveEndpoint,
  keyHex: string | null,
): Promise<EndpointAccess> {
  const trust = caFile === undefined ? null : await readTrust(caFile);
  if (caFile !== undefined && trust === null) return { ok: false, error: 'CA_UNREADABLE', file: caFile };
  if (auth === undefined) return { ok: true, header: null, secret: null, exposed: false, trust };
  const file = await readPrivateFile(auth.secretFile);
  const secret = file.ok ? plainSecret(file.text, keyHex, auth.secretFile) : null;
  if (!file.ok || secret === null || secret === '') {
    return { ok: false, error: 'SECRET_UNREADABLE', file: auth.secretFile };
  }
  return {
    ok: true,
    header: headerOf(auth, secret),
    secret,
    exposed: file.exposed,
    trust,
  };
}

/** What a secret's file holds, opened where it is sealed; `null` where it cannot be. @param keyHex the cache's */
export function plainSecret(text: string, keyHex: string | null, file: string): string | null {
  if (!isSealed(text)) return text;
  return keyHex === null ? null : openSealedSecret(text, keyHex, basename(file));
}

function headerOf(auth: EndpointAuth, secret: string): string | null {
  switch (auth.type) {
    case 'bearer':
      return `Bearer ${secret}`;
    case 'basic':
      return basicHeader(auth.username ?? '', secret);
    case 'oauth2':
      return null;
  }
}

export function basicHeader(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}

const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Once for all connections: the usual authorities are a hundred and more, and each is parsed. */
async function readTrust(caFile: string): Promise<SecureContext | null> {
  const text = await readFile(caFile, 'utf8').catch(() => '');
  const certificates = text.match(certificate) ?? [];
  if (certificates.length === 0 || !certificates.every(isCertificate)) return null;
  return createSecureContext({ ca: [...rootCertificates, ...certificates] });
}

function isCertificate(pem: string): boolean {
  try {
    new X509Certificate(pem);
    return true;
  } catch {
    return false;
  }
}
