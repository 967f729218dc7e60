/** What keeps the program from starting, as its page shows it. */
import { partsOfProblem } from '../shared/domain/namedProblems';
import type { StartProblem } from '../shared/ipc/commands/app';
import type { OpenErrorCode } from './db/cache';

const codesOfCache = {
  WRONG_KEY: 'WRONG_KEY',
  DAMAGED: 'CACHE_DAMAGED',
  WRONG_KEY_OR_DAMAGED: 'CACHE_UNREADABLE',
  DATABASE_FROM_THE_FUTURE: 'CACHE_FROM_NEWER_VERSION',
  FOLDER_NOT_WRITABLE: 'FOLDER_LOCKED',
  FILE_EMPTY: 'CACHE_MISSING',
  DATABASE_MISSING: 'CACHE_MISSING',
  NOT_CREATED: 'CACHE_MISSING',
  BUSY: 'CACHE_BUSY',
  DISK_FULL: 'DISK_FULL',
  NOT_ENCRYPTED: 'DRIVER_UNFIT',
  SQLITE_TOO_OLD: 'DRIVER_UNFIT',
} as const satisfies Record<OpenErrorCode, StartProblem['code']>;

/** @param path the cache's folder */
export function cacheProblem(code: OpenErrorCode, path: string): StartProblem {
  return { code: codesOfCache[code], path };
}

/** @param problems lines that begin with their key, such as `feed.url: must be an http(s) URL` */
export function settingsProblem(path: string, problems: readonly string[]): StartProblem {
  return { code: 'BAD_SETTINGS', path, errors: problems.map(partsOfProblem) };
}
