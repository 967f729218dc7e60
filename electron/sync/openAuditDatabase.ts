import type { FeedEndpoint } from '../../shared/domain/settings';
import { readAccess } from '../net/access';
import { createAuditDatabase, type AuditDatabase } from './auditDatabase';

export type AuditDatabaseResult =
  | { readonly ok: true; readonly database: AuditDatabase; readonly exposed: boolean }
  | { readonly ok: false; readonly error: 'SECRET_UNREADABLE' | 'CA_UNREADABLE'; readonly file: string };

/** @param keyHex the cache's key, which opens a sealed secret */
export async function openAuditDatabase(
  endpoint: FeedEndpoint,
  keyHex: string,
): Promise<AuditDatabaseResult> {
  const access = await readAccess(endpoint, keyHex);
  if (!access.ok) return access;
  const database = createAuditDatabase(endpoint.url, access.header, access.trust);
  return { ok: true, database, exposed: access.exposed };
}
