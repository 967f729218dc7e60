/** How a device that is not set up yet becomes one: by a file that the operator signed. */
import Type from 'typebox';
import type { MarketCode } from '../../domain/market';
import type { Mode } from '../../domain/mode';
import type { ProblemParts } from '../../domain/namedProblems';
import { nothing, request } from './request';

export const provisioningRequests = {
  'provisioning:places': nothing,
  /** Opens the system's dialog for files. */
  'provisioning:chooseFile': nothing,
  /** One of the files that were found or chosen, or an https address. */
  'provisioning:examine': request({ place: Type.String({ minLength: 1, maxLength: 2_000 }) }),
  /** The file that was examined last. */
  'provisioning:apply': request({ agreedKey: Type.Union([Type.String({ maxLength: 200 }), Type.Null()]) }),
} as const;

export interface ProvisioningAnswers {
  'provisioning:places': ProvisioningPlaces;
  /** `null`: none was chosen. */
  'provisioning:chooseFile': string | null;
  'provisioning:examine': Examination;
  'provisioning:apply': Application;
}

export interface ProvisioningPlaces {
  /** From `--provision`; `null`: it was not given. */
  readonly given: string | null;
  /** On what is plugged in. */
  readonly found: readonly string[];
}

export type Examination =
  { readonly kind: 'fit'; readonly summary: ProvisioningSummary } | ProvisioningRefusal;

/** `applied`: the device starts anew with it. */
export type Application = { readonly kind: 'applied' } | ProvisioningRefusal;

/** What a person is asked to agree to. */
export interface ProvisioningSummary {
  readonly device: string;
  readonly serial: number;
  readonly shop: { readonly id: string; readonly name: string };
  readonly market: MarketCode;
  readonly mode: Mode;
  readonly feedHost: string;
  /** Text of the operator's public key. */
  readonly operatorKey: string;
  readonly fingerprint: string;
  /** No key is pinned yet: a person compares the fingerprint with the operator's. */
  readonly firstUse: boolean;
  /** To another shop than now. */
  readonly moves: boolean;
}

export interface ProvisioningRefusal {
  readonly kind: 'refused';
  readonly code: ProvisioningErrorCode;
  /** What is wrong in the file, each by its key. */
  readonly problems: readonly ProblemParts[];
  /** The file or folder to look at, where there is one. */
  readonly path: string | null;
}

export type ProvisioningErrorCode =
  | 'SOURCE_UNREADABLE'
  | 'SOURCE_OFFLINE'
  | 'NOT_SIGNED'
  /** Signed, but not by the operator whose key is pinned. */
  | 'WRONG_KEY'
  | 'BAD_SIGNATURE'
  /** `problems` names each key. */
  | 'BAD_PROVISIONING'
  /** Meant for another device. */
  | 'OTHER_DEVICE'
  /** Not newer than what was applied last. */
  | 'OLDER_SERIAL'
  /** The machine's own settings file counts before; `path` is it. */
  | 'SETTINGS_ELSEWHERE'
  /** The device moves to another shop while orders are under way. */
  | 'PENDING_ORDERS'
  /** Whether orders are under way cannot be told. */
  | 'CACHE_UNREADABLE'
  | 'NO_KEY_STORE'
  | 'KEY_FILE_EXPOSED'
  | 'KEY_FILE_MALFORMED'
  | 'KEY_UNREADABLE'
  | 'FOLDER_LOCKED';
