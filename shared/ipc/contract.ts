/**
 * Everything that crosses between the renderer and the main process, once; `commands/` has a file for each noun.
 * Commands are `noun:verb`, events are named in the past tense. Requests, answers and event payloads cross as
 * JSON text; the main process checks each request against its schema before anything else happens.
 */
import type Type from 'typebox';
import { appRequests, type AppAnswers } from './commands/app';
import { auditRequests, type AuditAnswers } from './commands/audit';
import { articleRequests, type ArticleAnswers } from './commands/article';
import { customerRequests, type CustomerAnswers, type CustomerEvents } from './commands/customer';
import { customerLinesRequests, type CustomerLinesAnswers } from './commands/customerLines';
import { handoffRequests, type HandoffAnswers } from './commands/handoff';
import { receiptRequests, type ReceiptAnswers } from './commands/receipt';
import { fleetRequests, type FleetAnswers } from './commands/fleet';
import { orderRequests, type OrderAnswers, type OrderEvents } from './commands/order';
import { statusRequests, type StatusAnswers } from './commands/status';
import { identityRequests, type IdentityAnswers, type IdentityEvents } from './commands/identity';
import { staffRequests, type StaffAnswers, type StaffEvents } from './commands/staff';
import { provisioningRequests, type ProvisioningAnswers } from './commands/provisioning';
import { speechRequests, type SpeechAnswers } from './commands/speech';
import { maintenanceRequests, type MaintenanceAnswers, type MaintenanceEvents } from './commands/maintenance';
import { syncRequests, type SyncAnswers, type SyncEvents } from './commands/sync';

/** The shape of each command's request; nothing beyond it is accepted. */
export const requestSchemas = {
  ...appRequests,
  ...provisioningRequests,
  ...fleetRequests,
  ...syncRequests,
  ...maintenanceRequests,
  ...customerRequests,
  ...customerLinesRequests,
  ...receiptRequests,
  ...handoffRequests,
  ...orderRequests,
  ...auditRequests,
  ...statusRequests,
  ...staffRequests,
  ...identityRequests,
  ...articleRequests,
  ...speechRequests,
} as const;

export type CommandAnswers = AppAnswers &
  ProvisioningAnswers &
  FleetAnswers &
  SyncAnswers &
  MaintenanceAnswers &
  CustomerAnswers &
  CustomerLinesAnswers &
  ReceiptAnswers &
  HandoffAnswers &
  OrderAnswers &
  AuditAnswers &
  StatusAnswers &
  StaffAnswers &
  IdentityAnswers &
  ArticleAnswers &
  SpeechAnswers;

/** What the renderer is told without asking. */
export type EventPayloads = SyncEvents &
  MaintenanceEvents &
  CustomerEvents &
  OrderEvents &
  StaffEvents &
  IdentityEvents;

export type CommandName = keyof typeof requestSchemas;

export type CommandRequest<Name extends CommandName> = Type.Static<(typeof requestSchemas)[Name]>;

export type EventName = keyof EventPayloads;

export type ErrorCode =
  | 'BAD_REQUEST'
  | 'BAD_MSISDN'
  | 'NOT_FOUND'
  | 'NO_CUSTOMER_OPEN'
  | 'NOT_ALLOWED'
  /** The same number was to be typed twice. */
  | 'NUMBERS_DIFFER'
  /** Not in the state in which it is. */
  | 'NOT_POSSIBLE'
  /** Nobody of the staff is signed in, or the session is locked. */
  | 'SIGN_IN_NEEDED'
  | 'CACHE_UNAVAILABLE'
  /** The folder for exported files takes none. */
  | 'CANNOT_WRITE'
  /** The program has not started: `app:startProblem` tells why; every other command answers with this. */
  | 'NOT_STARTED'
  | 'INTERNAL';

/** An error crosses as a code only: never a message, a path or SQL. */
export type Answer<Name extends CommandName> =
  | { readonly ok: true; readonly value: CommandAnswers[Name] }
  | { readonly ok: false; readonly error: ErrorCode };

/** What the preload script puts on `window.comptoir`: two functions, JSON text both ways. */
export interface Bridge {
  readonly invoke: (command: string, requestJson: string) => Promise<string>;
  /** Returns the function that stops listening. */
  readonly on: (event: string, listener: (payloadJson: string) => void) => () => void;
}
