/** The audit log as a supervisor reads it: filtered, page by page, numbers masked, and exported into a folder. */
import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MarketPack } from '../../shared/domain/market';
import { formatMaskedMsisdn, maskMsisdn, parseMsisdn } from '../../shared/domain/msisdn';
import type { Actor } from '../../shared/domain/order';
import {
  shownAuditDetails,
  type AuditAction,
  type AuditDetails,
  type ShownAuditDetail,
} from '../../shared/ipc/auditWords';
import type {
  AuditLine,
  AuditPage,
  AuditPeriod,
  AuditVerification,
  ExportedFile,
  LookupFlags,
  NotedSection,
} from '../../shared/ipc/commands/audit';
import {
  countAuditEntriesOf,
  findAuditActors,
  findAuditEntriesBefore,
  findAuditNouns,
  type AuditEntry,
  type AuditFilter,
} from '../db/auditEntries';
import type { CacheReader, CacheWriter } from '../db/connection';
import { verifyAudit, type AuditLog, type KnownHead } from './audit';
import { fileTime, isFileFailure } from './exportedFile';
import { lookupsFlagged } from './lookups';

export interface AuditQuestion {
  readonly actor: string | null;
  readonly noun: string | null;
  /** A number in any usual form; empty: whoever it was. */
  readonly query: string;
  readonly period: AuditPeriod;
}

type Read<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: 'BAD_MSISDN' };

type Written =
  | { readonly ok: true; readonly value: ExportedFile }
  | { readonly ok: false; readonly error: 'BAD_MSISDN' | 'CANNOT_WRITE' };

export interface AuditTrail {
  /** @param before only entries of lower numbers; `null`: from the newest on */
  readonly page: (question: AuditQuestion, before: number | null) => Promise<Read<AuditPage>>;
  /** Everything that the question finds, as a table for a spreadsheet; audited itself. */
  readonly export: (question: AuditQuestion, by: Actor) => Promise<Written>;
  readonly verify: () => Promise<AuditVerification>;
  readonly countFlags: () => Promise<LookupFlags>;
  readonly noteSection: (msisdn: string, section: NotedSection, by: Actor) => Promise<void>;
  /** A file was made that leaves the program. */
  readonly noteExport: (action: AuditAction, file: string, by: Actor) => Promise<void>;
}

export interface AuditTrailOptions {
  readonly reader: CacheReader;
  /** Of a connection that outlives a power cut. */
  readonly writer: CacheWriter;
  readonly audit: AuditLog;
  /** The database's. */
  readonly keyHex: string;
  readonly market: MarketPack;
  /** The trusted clock; epoch milliseconds. */
  readonly now: () => number;
  readonly exportFolder: string;
  /** The last head that was uploaded. Absent: nothing is; `null`: it cannot be asked for now. */
  readonly askAnchor?: () => Promise<{ readonly head: KnownHead | null } | null>;
}

const pageSize = 100;
const exportedAtATime = 1_000;
const hourMs = 3_600_000;
const flagsTellHours = 24;
const periodHours: Readonly<Record<Exclude<AuditPeriod, 'all'>, number>> = {
  hour: 1,
  day: 24,
  week: 7 * 24,
  month: 30 * 24,
};

export function createAuditTrail(options: AuditTrailOptions): AuditTrail {
  const { reader, writer, audit, keyHex, market, now, exportFolder, askAnchor } = options;

  function filterOf({ actor, noun, query, period }: AuditQuestion): AuditFilter | null {
    const parsed = query.trim() === '' ? null : parseMsisdn(query, market);
    if (parsed?.ok === false) return null;
    const from = period === 'all' ? null : now() - periodHours[period] * hourMs;
    return { actor, noun, msisdn: parsed?.msisdn ?? null, from };
  }

  async function append(
    by: Actor,
    action: AuditAction,
    subject: string,
    details: AuditDetails,
  ): Promise<void> {
    await writer.transaction((transaction) =>
      audit.append(transaction, { at: now(), actor: by, action, subject, details }),
    );
  }

  async function writeTable(file: string, filter: AuditFilter): Promise<number> {
    const path = join(exportFolder, file);
    let entries = 0;
    await mkdir(exportFolder, { recursive: true, mode: 0o700 });
    await writeFile(path, tableRow(tableHead), { mode: 0o600, flag: 'wx' });
    // From here on the file is one that was made here, and not that of another export of the same second.
    try {
      for (let before = Number.MAX_SAFE_INTEGER; ;) {
        const found = await findAuditEntriesBefore(reader, filter, before, exportedAtATime);
        await appendFile(path, found.map((entry) => tableRow(cellsOf(lineOf(entry, market)))).join(''));
        entries += found.length;
        const last = found.at(-1);
        if (last === undefined || found.length < exportedAtATime) return entries;
        before = last.number;
      }
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  return {
    async countFlags() {
      const since = now() - flagsTellHours * hourMs;
      const { entries, last } = await countAuditEntriesOf(reader, lookupsFlagged, since);
      return { flags: entries, last };
    },

    async page(question, before) {
      const filter = filterOf(question);
      if (filter === null) return { ok: false, error: 'BAD_MSISDN' };
      const [found, actors, nouns] = await Promise.all([
        findAuditEntriesBefore(reader, filter, before ?? Number.MAX_SAFE_INTEGER, pageSize + 1),
        findAuditActors(reader),
        findAuditNouns(reader),
      ]);
      const shown = found.slice(0, pageSize);
      return {
        ok: true,
        value: {
          lines: shown.map((entry) => lineOf(entry, market)),
          next: found.length > pageSize ? (shown.at(-1)?.number ?? null) : null,
          actors,
          nouns,
        },
      };
    },

    async export(question, by) {
      const filter = filterOf(question);
      if (filter === null) return { ok: false, error: 'BAD_MSISDN' };
      const file = `audit-${fileTime(now())}.csv`;
      try {
        const entries = await writeTable(file, filter);
        await append(by, 'audit:exported', file, { entries, period: question.period });
        return { ok: true, value: { folder: exportFolder, file } };
      } catch (error) {
        if (isFileFailure(error)) return { ok: false, error: 'CANNOT_WRITE' };
        throw error;
      }
    },

    async verify() {
      const anchor = askAnchor === undefined ? null : await askAnchor();
      const report = await verifyAudit(reader, keyHex, anchor?.head ?? null);
      return {
        entries: report.entries,
        ok: report.ok,
        firstBad: report.firstBad ?? null,
        anchored: anchor === null ? null : (anchor.head?.entries ?? 0),
      };
    },

    noteSection: (msisdn, section, by) =>
      append(by, 'customer:sectionOpened', `subscriber:${msisdn}`, { section }),
    noteExport: (action, file, by) => append(by, action, file, {}),
  };
}

const subscriberPrefix = 'subscriber:';
const staffPrefix = 'staff:';
/** What was typed as a login is nobody's. */
const nobodyKnown = 'staff:unknown';

function lineOf({ number, at, actor, action, subject, details }: AuditEntry, market: MarketPack): AuditLine {
  const told = entriesOf(JSON.parse(details));
  const intent = entriesOf(told.get('intent'));
  const msisdn = subject.startsWith(subscriberPrefix)
    ? subject.slice(subscriberPrefix.length)
    : told.get('msisdn');
  const shown = new Map<ShownAuditDetail, string | number>();
  // Of what the program wrote down about somebody of the staff.
  if (subject.startsWith(staffPrefix) && subject !== actor && subject !== nobodyKnown) {
    shown.set('login', subject.slice(staffPrefix.length));
  }
  for (const [name, value] of [...told, ...intent]) {
    if (!isShown(name)) continue;
    if (typeof value === 'string') shown.set(name, withoutNumbers(value));
    else if (typeof value === 'number') shown.set(name, value);
  }
  return {
    number,
    at: new Date(at).toISOString(),
    actor,
    action,
    about: typeof msisdn === 'string' ? formatMaskedMsisdn(msisdn, market) : null,
    details: Object.fromEntries(shown),
  };
}

function isShown(name: string): name is ShownAuditDetail {
  return shownAuditDetails.some((shown) => shown === name);
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

/** An id of the operator's may be made from a number. */
function withoutNumbers(text: string): string {
  return text.replace(/(?<!\d)[1-9]\d{9,14}(?!\d)/g, maskMsisdn);
}

const tableHead = ['number', 'at', 'actor', 'action', 'about', 'details'];

function cellsOf({ number, at, actor, action, about, details }: AuditLine): readonly string[] {
  const told = Object.entries(details).map(([name, value]) => `${name}=${value}`);
  return [String(number), at, actor, action, about ?? '', told.join(' ')];
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
function tableRow(cells: readonly string[]): string {
  const quoted = cells.map((cell) => {
    const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
    return `"${harmless.replaceAll('"', '""')}"`;
  });
  return `${quoted.join(';')}\r\n`;
}
