import Type from 'typebox';
import type { Language } from '../../domain/language';
import type { MarketCode } from '../../domain/market';
import { modes, type Mode } from '../../domain/mode';
import type { ProblemParts } from '../../domain/namedProblems';
import { nothing, request } from './request';
import type { StaffRole } from './staff';

export const appRequests = {
  'app:describe': nothing,
  'app:startProblem': nothing,
  'app:switchMode': request({ mode: Type.Enum([...modes]) }),
} as const;

export interface AppAnswers {
  'app:describe': AppDescription;
  /** `null`: started, or still starting. */
  'app:startProblem': StartProblem | null;
  'app:switchMode': AppDescription;
}

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
  /** `null`: no printer is set. */
  readonly printerWidthMm: 58 | 80 | null;
  readonly idle: { readonly warnAfterSeconds: number; readonly resetAfterSeconds: number };
  /** Without a key or a touch for so long, the counter locks itself. */
  readonly lockAfterSeconds: number;
  /** In both languages, so that a switch needs no call; empty outside training. */
  readonly demoNumbers: Readonly<Record<Language, readonly DemoNumber[]>>;
  /** The secrets of the training mode, which are none; `null` outside training. */
  readonly demoSecrets: DemoSecrets | null;
}

export interface DemoSecrets {
  /** Opens every demo number. */
  readonly pin: string;
  readonly staff: readonly DemoStaff[];
}

export interface DemoStaff {
  readonly login: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly password: string;
  readonly disabled: boolean;
}

/** Why the program cannot work, with what a technician needs to mend it. Holds nothing of any customer. */
export type StartProblem =
  /** The device is to be set up from a provisioning file; `path` is its profile. */
  | { readonly code: 'NOT_PROVISIONED'; readonly path: string }
  | {
      readonly code: 'BAD_SETTINGS';
      /** The settings file. */
      readonly path: string;
      readonly errors: readonly ProblemParts[];
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
