import type { FeedEndpoint } from '../../shared/domain/settings';
import { openCacheReader } from '../db/cache';
import { auditLogIdOf, verifyAudit, type KnownHead } from '../services/audit';
import { openAuditDatabase } from '../sync/openAuditDatabase';
import { failed, say, type CommandAnswer } from './answer';
import type { CommandEnvironment } from './environment';

/**
 * Reads the whole audit log against its seals, and against the last head that was uploaded where that can be asked
 * for; exit code 1 when it is not as it was written.
 */
export async function auditVerifyCommand({ settings, location }: CommandEnvironment): Promise<CommandAnswer> {
  const opened = await openCacheReader(location);
  if (!opened.ok) {
    say(opened.error.message);
    return failed(opened.error.code);
  }
  const reader = opened.value;
  try {
    const anchor = settings.audit === null ? null : await lastHead(settings.audit, location.keyHex);
    if (anchor?.kind === 'unknown') {
      say(
        `warning: audit.url: the last head cannot be asked for (${anchor.reason}); the log's end is not compared`,
      );
    }
    const known = anchor?.kind === 'known' ? anchor.head : null;
    const report = await verifyAudit(reader, location.keyHex, known);
    if (report.firstBad !== undefined) {
      say(`The audit log is not as it was written, from entry ${report.firstBad} on.`);
    }
    const anchored =
      anchor === null ? {} : { anchored: anchor.kind === 'known' ? (known?.entries ?? 0) : null };
    return { exitCode: report.ok ? 0 : 1, output: { ...report, ...anchored } };
  } finally {
    await reader.close();
  }
}

type LastHead =
  | { readonly kind: 'known'; readonly head: KnownHead | null }
  | { readonly kind: 'unknown'; readonly reason: string };

async function lastHead(endpoint: FeedEndpoint, keyHex: string): Promise<LastHead> {
  const opened = await openAuditDatabase(endpoint, keyHex);
  if (!opened.ok) return { kind: 'unknown', reason: opened.error };
  const answer = await opened.database.lastHead(auditLogIdOf(keyHex), new AbortController().signal);
  opened.database.close();
  return answer.kind === 'found'
    ? { kind: 'known', head: answer.head }
    : { kind: 'unknown', reason: answer.kind };
}
