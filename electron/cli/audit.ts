import { openCacheReader } from '../db/cache';
import { verifyAudit } from '../services/audit';
import { failed, say, type CommandAnswer } from './answer';
import type { CommandEnvironment } from './environment';

/** Reads the whole audit log against its seals; exit code 1 when it is not as it was written. */
export async function auditVerifyCommand({ location }: CommandEnvironment): Promise<CommandAnswer> {
  const opened = await openCacheReader(location);
  if (!opened.ok) {
    say(opened.error.message);
    return failed(opened.error.code);
  }
  const reader = opened.value;
  try {
    const report = await verifyAudit(reader, location.keyHex);
    if (report.firstBad !== undefined) {
      say(`The audit log is not as it was written, from entry ${report.firstBad} on.`);
    }
    return { exitCode: report.ok ? 0 : 1, output: report };
  } finally {
    await reader.close();
  }
}
