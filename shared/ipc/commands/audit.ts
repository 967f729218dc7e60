import Type from 'typebox';
import type { ShownAuditDetail } from '../auditWords';
import { nothing, request } from './request';

/** How far back the log is read: the last hour, day, week or thirty days, or from its beginning. */
export const auditPeriods = ['hour', 'day', 'week', 'month', 'all'] as const;

export type AuditPeriod = (typeof auditPeriods)[number];

/** Parts of a customer's page of which it means something that somebody opened them. */
export const notedSections = ['payer', 'ussd', 'ledger'] as const;

export type NotedSection = (typeof notedSections)[number];

const filter = {
  /** As `AuditPage.actors` lists them; `null`: everybody. */
  actor: Type.Union([Type.String({ minLength: 1, maxLength: 200 }), Type.Null()]),
  /** As `AuditPage.nouns` lists them; `null`: everything. */
  noun: Type.Union([Type.String({ pattern: '^[a-zA-Z]{1,40}$' }), Type.Null()]),
  /** Of whom, a number in any usual form; empty: whoever it was. */
  query: Type.String({ maxLength: 60 }),
  period: Type.Enum([...auditPeriods]),
} as const;

const place = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });

export const auditRequests = {
  'audit:page': request({
    ...filter,
    /** `next` of the page before; `null`: the newest. */
    before: Type.Union([place, Type.Null()]),
  }),
  'audit:export': request(filter),
  'audit:verify': nothing,
  /** Who looked up more customers than is usual. */
  'audit:countFlags': nothing,
  'audit:noteSection': request({ section: Type.Enum([...notedSections]) }),
} as const;

/** One entry as a supervisor sees it: the number of whom it is about is masked, amounts are left out. */
export interface AuditLine {
  /** One, two, three and so on. */
  readonly number: number;
  /** ISO 8601 UTC by the trusted clock. */
  readonly at: string;
  /** `staff:k.yao`, `customer` or `program`. */
  readonly actor: string;
  /** Such as `order:placed`. */
  readonly action: string;
  /** Of whom: `07 •• •• •• 01`; `null`: of nobody. */
  readonly about: string | null;
  /** What else may be said of it, as codes by their names. */
  readonly details: Readonly<Partial<Record<ShownAuditDetail, string | number>>>;
}

export interface AuditPage {
  /** Newest first. */
  readonly lines: readonly AuditLine[];
  /** Where the next page begins; `null`: this was the last. */
  readonly next: number | null;
  /** Everybody who is in the log. */
  readonly actors: readonly string[];
  /** What actions of the log are about: the part before their colon. */
  readonly nouns: readonly string[];
}

/** A file that was written; whoever exported it must find it. */
export interface ExportedFile {
  readonly folder: string;
  readonly file: string;
}

export interface AuditVerification {
  readonly entries: number;
  readonly ok: boolean;
  /** The first entry that is not as it was written. */
  readonly firstBad: number | null;
  /** How many entries are known elsewhere; `null`: nobody could be asked. */
  readonly anchored: number | null;
}

/** Look-ups that were flagged within the last 24 hours. */
export interface LookupFlags {
  readonly flags: number;
  /** The number of the last one's entry; `null`: there is none. */
  readonly last: number | null;
}

export interface AuditAnswers {
  /** `BAD_MSISDN`: what was typed is no number. */
  'audit:page': AuditPage;
  /** `CANNOT_WRITE`: the folder takes no file. */
  'audit:export': ExportedFile;
  'audit:verify': AuditVerification;
  'audit:countFlags': LookupFlags;
  'audit:noteSection': null;
}
