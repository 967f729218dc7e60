/**
 * The log of who did what, in which nothing can be changed, moved or taken away unseen: each entry is sealed together
 * with the seal before it, and where the log ends is sealed too. The key of the seals comes from that of the database
 * and is stored nowhere, so that no edit of the tables can make the seals good again.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../../shared/domain/order';
import type { AuditAction, AuditDetails } from '../../shared/ipc/auditWords';
import {
  findAuditEntriesAfter,
  findAuditEntry,
  insertAuditEntry,
  readAuditExtent,
  readAuditTail,
  writeAuditEnd,
  type AuditEntry,
  type SealedEntry,
} from '../db/auditEntries';
import type { CacheReader, Transaction } from '../db/connection';

export interface AuditedAct {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly actor: Actor;
  readonly action: AuditAction;
  readonly subject: string;
  readonly details: AuditDetails;
}

export interface AuditLog {
  /** In the transaction of what is logged: neither is stored without the other. */
  readonly append: (transaction: Transaction, act: AuditedAct) => Promise<void>;
}

export interface AuditReport {
  readonly entries: number;
  readonly ok: boolean;
  /** The first number at which the log is not as it was written. */
  readonly firstBad?: number;
}

/** Where a log is known to have stood, by what was told elsewhere. */
export interface KnownHead {
  readonly entries: number;
  /** Of the last of them, in hex. */
  readonly seal: string;
}

const sealBytes = 32;
const sealBeforeTheFirst = Buffer.alloc(sealBytes);
const pageSize = 1_000;

/** @param keyHex the database's */
export function createAuditLog(keyHex: string): AuditLog {
  const key = sealKeyOf(keyHex);
  return {
    async append(transaction, { at, actor, action, subject, details }) {
      const { entries, lastSeal, endSeal } = await readAuditTail(transaction);
      const entry = {
        number: entries + 1,
        at,
        actor,
        action,
        subject,
        details: JSON.stringify(details),
      };
      // The seal is the last entry's own: what was done to the log before shows here, and stays seen. Where the end is
      // not as it was sealed, entries may be gone behind it: the new one follows none, so that the gap stays seen, too.
      const isEnd =
        lastSeal !== null && endSeal !== null && isSame(endSeal, sealOfEnd(key, entries, lastSeal));
      const seal = sealOf(key, isEnd ? lastSeal : sealBeforeTheFirst, entry);
      await insertAuditEntry(transaction, { ...entry, seal });
      await writeAuditEnd(transaction, { entries: entry.number, seal: sealOfEnd(key, entry.number, seal) });
    },
  };
}

/** Tells the log of this database from all others, and nothing of its key. */
export function auditLogIdOf(keyHex: string): string {
  return Buffer.from(hkdfSync('sha256', Buffer.from(keyHex, 'hex'), '', 'comptoir audit id 1', 16)).toString(
    'hex',
  );
}

/**
 * Reads the whole log against its seals, and where it must have come to at least against a head that was told
 * elsewhere: an old copy of the whole database is sound in itself, and shows only there.
 *
 * @param keyHex the database's
 */
export async function verifyAudit(
  reader: CacheReader,
  keyHex: string,
  known: KnownHead | null = null,
): Promise<AuditReport> {
  const report = await verifySeals(reader, keyHex);
  if (!report.ok || known === null || known.entries === 0) return report;
  const entry = await findAuditEntry(reader, known.entries);
  if (entry !== null && isSame(entry.seal, Buffer.from(known.seal, 'hex'))) return report;
  return { ...report, ok: false, firstBad: Math.min(known.entries, report.entries + 1) };
}

async function verifySeals(reader: CacheReader, keyHex: string): Promise<AuditReport> {
  const key = sealKeyOf(keyHex);
  const { entries, last, end, hasOrders } = await readAuditExtent(reader);
  const bad = (firstBad: number): AuditReport => ({ entries, ok: false, firstBad });

  let verified = 0;
  let seal: Buffer = sealBeforeTheFirst;
  while (verified < last) {
    const page = await findAuditEntriesAfter(reader, verified, pageSize);
    for (const entry of page) {
      // What was added since the extent was read has its turn next time.
      if (entry.number > last) break;
      if (!follows(key, entry, verified, seal)) return bad(verified + 1);
      verified += 1;
      seal = entry.seal;
    }
    if (page.length === 0) return bad(verified + 1);
  }
  if (end === null) return verified === 0 && !hasOrders ? { entries, ok: true } : bad(verified + 1);
  const isEnd = end.entries === verified && isSame(end.seal, sealOfEnd(key, verified, seal));
  return isEnd ? { entries, ok: true } : bad(verified + 1);
}

function follows(key: Buffer, entry: SealedEntry, number: number, sealBefore: Buffer): boolean {
  return entry.number === number + 1 && isSame(entry.seal, sealOf(key, sealBefore, entry));
}

function sealKeyOf(keyHex: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(keyHex, 'hex'), '', 'comptoir audit 1', sealBytes));
}

function sealOf(key: Buffer, sealBefore: Buffer, entry: AuditEntry): Buffer {
  const { number, at, actor, action, subject, details } = entry;
  const canonical = JSON.stringify([number, at, actor, action, subject, details]);
  return createHmac('sha256', key).update(sealBefore).update(canonical).digest();
}

function sealOfEnd(key: Buffer, entries: number, lastSeal: Buffer): Buffer {
  return createHmac('sha256', key).update(`end ${entries} `).update(lastSeal).digest();
}

function isSame(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
