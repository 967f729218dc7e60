/** What entries of the audit log are written in: every act, and every code that may say why and how. */
import type { HandoffScreen } from '../domain/handoffCode';
import type { OrderIntent, OrderPrice, OrderReason, OrderState } from '../domain/order';
import type { Ticket } from '../view/receipt';
import type { AuditPeriod, NotedSection } from './commands/audit';
import type { LookupReason } from './commands/customer';
import type { WipeAnswer } from './commands/fleet';
import type { HandoffRefusal } from './commands/handoff';
import type { MaintenanceEnd } from './commands/maintenance';
import type { PrintOutcome, SaveOutcome } from './commands/receipt';
import type { SessionEnd, StaffRole } from './commands/staff';

/** The word before the colon is what the act is about. */
export type AuditAction =
  | `staff:${'signedIn' | 'signedOut' | 'locked' | 'unlocked' | 'ended' | 'refused' | 'throttled' | 'setUp' | 'approved'}`
  | `customer:${'lookedUp' | 'linesLookedUp' | 'lookupsFlagged' | 'sectionOpened' | 'lineSwitched'}`
  | `customer:${'identified' | 'refused' | 'throttled' | 'codeAskedFor'}`
  | `order:${'placed' | 'takenUp' | Exclude<OrderState, 'queued' | 'sending'>}`
  | `handoff:${'made' | 'accepted' | 'refused'}`
  | `receipt:${'printed' | 'saved'}`
  | `device:${'wiped' | 'wipeRefused'}`
  | 'audit:exported'
  | 'status:exported'
  | 'cache:repaired'
  | 'maintenance:ended';

/** What a supervisor sees of an entry's details: never an amount or somebody's number. */
export const shownAuditDetails = [
  'reason',
  'why',
  'cause',
  'section',
  'screen',
  'way',
  'role',
  'kind',
  'offer',
  'plan',
  'bill',
  'outcome',
  'period',
  'entries',
  'inAMinute',
  'approvedBy',
  'by',
  'login',
  'operatorId',
] as const;

export type ShownAuditDetail = (typeof shownAuditDetails)[number];

/** What the details of an entry may hold; which of it goes with which act, its writer knows. */
export interface AuditDetails {
  readonly reason?: LookupReason | OrderReason | null;
  /** Why something came to its end, or was refused. */
  readonly why?: SessionEnd | HandoffRefusal | WipeAnswer['kind'] | MaintenanceEnd;
  /** Who locked: somebody, or nobody for too long. */
  readonly cause?: 'key' | 'idle';
  readonly section?: NotedSection;
  readonly screen?: HandoffScreen;
  /** How a customer showed who they are. */
  readonly way?: 'pin' | 'sms' | 'pinAtCounter';
  readonly role?: StaffRole;
  readonly kind?: Ticket['kind'] | OrderIntent['kind'];
  readonly offer?: string;
  readonly plan?: string;
  readonly bill?: string;
  readonly outcome?: PrintOutcome | SaveOutcome['state'];
  readonly period?: AuditPeriod;
  readonly entries?: number;
  readonly inAMinute?: number;
  /** Logins of staff. */
  readonly approvedBy?: string;
  readonly by?: string;
  /** Of a try that failed: whose it was. */
  readonly login?: string;
  readonly operatorId?: string | null;
  // Kept, and shown to nobody at the counter.
  readonly intent?: OrderIntent;
  readonly price?: OrderPrice | null;
  readonly msisdn?: string;
  /** Masked. */
  readonly from?: string;
  readonly name?: string;
  readonly purpose?: string;
  readonly action?: string;
  readonly disabled?: boolean;
  /** Tables of a damaged cache that could not be read whole. */
  readonly lost?: readonly string[];
}
