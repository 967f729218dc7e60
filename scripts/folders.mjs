// @ts-check
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout that these scripts belong to. */
export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/** What setup makes for this checkout and git ignores. */
export const workFolder = join(projectFolder, '.cache');

/**
 * What every checkout of this user shares: the Electron runtime, so that a second clone need not download it again.
 */
export const sharedFolder = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'comptoir');
