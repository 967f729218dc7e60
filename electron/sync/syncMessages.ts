/** What the main process and the sync process say to each other. The key travels here and nowhere else. */
import Type from 'typebox';
import { settingsSchema } from '../../shared/domain/settings';
import type { SyncStatus } from '../../shared/ipc/syncStatus';
import type { OpenErrorCode } from '../db/cache';

const settings = Type.Object({
  cacheFolder: Type.String({ minLength: 1 }),
  retentionDays: Type.Integer({ minimum: 1 }),
  feed: settingsSchema.properties.feed,
});

/** To the sync process. `start` comes first; `settings` begins anew with others, for instance other credentials. */
export const toSyncProcessSchema = Type.Union([
  Type.Object({
    type: Type.Literal('start'),
    keyHex: Type.String({ pattern: '^[0-9a-fA-F]{64}$' }),
    logFolder: Type.String({ minLength: 1 }),
    /** The main process to be ended when it hangs; `null`: nobody watches it. */
    watchedPid: Type.Union([Type.Integer({ minimum: 2 }), Type.Null()]),
    settings,
  }),
  Type.Object({ type: Type.Literal('settings'), settings }),
  /** The main process does not hang. */
  Type.Object({ type: Type.Literal('alive') }),
  Type.Object({ type: Type.Literal('stop') }),
]);

export type ToSyncProcess = Type.Static<typeof toSyncProcessSchema>;

export type SyncSettings = Type.Static<typeof settings>;

export type FromSyncProcess =
  /** At most four a second. */
  | { readonly type: 'status'; readonly status: SyncStatus }
  /** Whose stored data changed or went: E.164 digits, or `many` when there are too many to name. At most four a second. */
  | { readonly type: 'changed'; readonly msisdns: readonly string[] | 'many' }
  /** What the feed's clock says, epoch milliseconds; at most once a minute. */
  | { readonly type: 'serverTime'; readonly at: number }
  /** The process cannot go on and ends. */
  | {
      readonly type: 'fatal';
      readonly error: OpenErrorCode | 'SECRET_UNREADABLE' | 'CA_UNREADABLE' | 'INTERNAL';
    };
