import type { OrderState } from '../../domain/order';
import type { SyncStatus } from '../syncStatus';
import type { ExportedFile } from './audit';
import type { PrintOutcome } from './receipt';
import { language, nothing, request } from './request';

export const statusRequests = {
  'status:read': nothing,
  'status:checkIntegrity': nothing,
  'status:export': nothing,
  /** A ticket that carries nothing, to see whether paper comes out. */
  'status:printTest': request({ language }),
} as const;

export interface PostStatus {
  readonly versions: {
    readonly comptoir: string;
    readonly electron: string;
    readonly chromium: string;
    readonly node: string;
    readonly sqlite: string;
    readonly sqlcipher: string;
    /** Such as `linux x64`. */
    readonly platform: string;
  };
  readonly feed: {
    readonly status: SyncStatus;
    /** Where the feed was read up to; `null` before the first page. */
    readonly checkpoint: {
      /** Only the server can tell what it means. */
      readonly since: string;
      readonly pass: number;
      readonly isPassComplete: boolean;
      readonly unknownTypes: number;
    } | null;
  };
  readonly live: {
    readonly isConfigured: boolean;
    /** ISO 8601 UTC of the last answer since the start; `null`: none yet. */
    readonly lastAnswerAt: string | null;
  };
  readonly cache: {
    readonly sizeBytes: number;
    readonly subscribers: number;
    readonly offers: number;
    readonly staff: number;
    readonly articles: number;
  };
  readonly quarantine: readonly { readonly reason: string; readonly documents: number }[];
  /** How many orders are in which state; a state without any is not listed. */
  readonly orders: readonly { readonly state: OrderState; readonly orders: number }[];
  readonly audit: {
    readonly entries: number;
    /** `null`: nothing is uploaded. */
    readonly anchors: {
      readonly state: 'waiting' | 'anchored' | 'offline' | 'refused' | 'rateLimited' | 'garbled';
      readonly entries: number;
      readonly at: string | null;
    } | null;
  };
  /** Warnings and errors since the start, newest first, as the log has them. */
  readonly problems: readonly LoggedProblem[];
}

export interface LoggedProblem {
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly level: 'warn' | 'error';
  /** Such as `sync:ended`. */
  readonly event: string;
  /** Redacted like the log. */
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
}

export interface StatusAnswers {
  'status:read': PostStatus;
  /** Reads the whole cache against its seals; takes seconds. */
  'status:checkIntegrity': { readonly problems: number; readonly seconds: number };
  /** Everything above and the settings without secrets, without a word of any customer. */
  'status:export': ExportedFile;
  'status:printTest': PrintOutcome;
}
