/**
 * Everything that crosses between the renderer and the main process, once.
 * Commands are `noun:verb`, events are named in the past tense. Requests, answers and event payloads cross as
 * JSON text; the main process checks each request against its schema before anything else happens.
 */
import Type from 'typebox';
import type { Language } from '../domain/language';
import type { MarketCode } from '../domain/market';
import type { CustomerView } from '../view/customerView';
import { payerUses } from '../view/payerUse';
import type { PayerView } from '../view/payerView';
import type { UssdScreen } from '../ussd/engine';
import type { SyncStatus } from './syncStatus';

const language = Type.Union([Type.Literal('fr'), Type.Literal('en')]);
const nothing = Type.Object({}, { additionalProperties: false });

/** The shape of each command's request; nothing beyond it is accepted. */
export const requestSchemas = {
  'app:describe': nothing,
  'app:startProblem': nothing,
  'app:switchMode': Type.Object(
    { mode: Type.Union([Type.Literal('agent'), Type.Literal('selfservice')]) },
    { additionalProperties: false },
  ),
  'sync:status': nothing,
  'customer:open': Type.Object(
    { query: Type.String({ minLength: 1, maxLength: 60 }), language },
    { additionalProperties: false },
  ),
  'customer:render': Type.Object({ language }, { additionalProperties: false }),
  'customer:close': nothing,
  'payer:ask': Type.Object({ use: Type.Enum([...payerUses]), language }, { additionalProperties: false }),
  'ussd:dial': Type.Object(
    {
      /** What has been typed so far after #122#, for instance `1*2`; empty for the first screen. */
      path: Type.String({ maxLength: 200, pattern: '^[0-9*#]*$' }),
      language,
    },
    { additionalProperties: false },
  ),
} as const;

export type CommandName = keyof typeof requestSchemas;

export type CommandRequest<Name extends CommandName> = Type.Static<(typeof requestSchemas)[Name]>;

export const modes = ['agent', 'selfservice'] as const;

export type Mode = (typeof modes)[number];

/** A demo number of the training mode and what it shows. */
export interface DemoNumber {
  /** E.164 digits. */
  readonly msisdn: string;
  readonly text: string;
  readonly shows: string;
}

export interface AppDescription {
  readonly version: string;
  readonly mode: Mode;
  readonly training: boolean;
  readonly market: MarketCode;
  readonly shopName: string;
  readonly kiosk: boolean;
  /** Whether self-service can open a customer: until customers can identify themselves, in training only. */
  readonly identification: 'training' | 'unavailable';
  readonly idle: { readonly warnAfterSeconds: number; readonly resetAfterSeconds: number };
  /** In both languages, so that a switch needs no call; empty outside training. */
  readonly demoNumbers: Readonly<Record<Language, readonly DemoNumber[]>>;
}

/** Why the program cannot work, with what a technician needs to mend it. Holds nothing of any customer. */
export type StartProblem =
  | {
      readonly code: 'BAD_SETTINGS';
      /** The settings file. */
      readonly path: string;
      readonly errors: readonly { readonly key: string; readonly expected: string }[];
    }
  | {
      readonly code:
        /** No key store that encrypts, and no key file provisioned at `path`. */
        | 'NO_KEY_STORE'
        /** Others than its owner may read the key file at `path`. */
        | 'KEY_FILE_EXPOSED'
        /** The key file at `path` does not hold 64 hexadecimal digits. */
        | 'KEY_FILE_MALFORMED'
        /** The key store cannot open the sealed key at `path`: another user or machine sealed it. */
        | 'KEY_UNREADABLE'
        /** The cache at `path` was made with another key. */
        | 'WRONG_KEY'
        /** The cache at `path` is damaged. */
        | 'CACHE_DAMAGED'
        /** The cache at `path` cannot be read: another key made it, or it is damaged, and what would tell is gone. */
        | 'CACHE_UNREADABLE'
        /** Another program holds the cache at `path`. */
        | 'CACHE_BUSY'
        /** A newer version of the program wrote the cache at `path`. */
        | 'CACHE_FROM_NEWER_VERSION'
        /** The cache that this profile had at `path` is gone or empty. */
        | 'CACHE_MISSING'
        /** The folder at `path` cannot be written. */
        | 'FOLDER_LOCKED'
        /** The disk that holds `path` is full. */
        | 'DISK_FULL'
        /** The SQLite driver at hand cannot encrypt, or is too old to be safe. */
        | 'DRIVER_UNFIT'
        /** The program met a bug; the log at `path` has it. */
        | 'INTERNAL';
      readonly path: string;
    };

export interface CommandAnswers {
  'app:describe': AppDescription;
  /** `null`: started, or still starting. */
  'app:startProblem': StartProblem | null;
  'app:switchMode': AppDescription;
  'sync:status': SyncStatus;
  'customer:open': CustomerView;
  'customer:render': CustomerView;
  'customer:close': null;
  /** Refused as `NOT_ALLOWED` for a line that is not active. */
  'payer:ask': PayerView;
  'ussd:dial': UssdScreen;
}

/** What the renderer is told without asking. */
export interface EventPayloads {
  'sync:changed': SyncStatus;
  'customer:changed': CustomerView;
  /** The open customer is gone from the cache. */
  'customer:removed': null;
}

export type EventName = keyof EventPayloads;

export type ErrorCode =
  | 'BAD_REQUEST'
  | 'BAD_MSISDN'
  | 'NOT_FOUND'
  | 'NO_CUSTOMER_OPEN'
  | 'NOT_ALLOWED'
  | 'CACHE_UNAVAILABLE'
  /** The program could not start: `app:startProblem` tells why; every other command answers with this. */
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
