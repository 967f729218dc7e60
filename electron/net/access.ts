/** What an endpoint of the settings needs before it can be asked: its secret and whom its certificate may be from. */
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import type { EndpointAuth, FeedEndpoint, LiveEndpoint } from '../../shared/domain/settings';
import { readPrivateFile } from './privateFile';

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

export async function readAccess({ auth, caFile }: FeedEndpoint | LiveEndpoint): Promise<EndpointAccess> {
  const trust = caFile === undefined ? null : await readTrust(caFile);
  if (caFile !== undefined && trust === null) return { ok: false, error: 'CA_UNREADABLE', file: caFile };
  if (auth === undefined) return { ok: true, header: null, secret: null, exposed: false, trust };
  const file = await readPrivateFile(auth.secretFile);
  if (!file.ok || file.text === '') return { ok: false, error: 'SECRET_UNREADABLE', file: auth.secretFile };
  return {
    ok: true,
    header: headerOf(auth, file.text),
    secret: file.text,
    exposed: file.exposed,
    trust,
  };
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
