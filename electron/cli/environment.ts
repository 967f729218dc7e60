/** What every command that touches the cache begins with: the settings and the key. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../../shared/domain/settings';
import type { CacheLocation } from '../db/cache';
import { loadSettings, settingsNamedIn, systemSettingsFolder } from '../services/settingsFile';
import { readPrivateFile } from '../net/privateFile';
import { say, usedWrongly, type CommandAnswer } from './answer';

export interface CommandOptions {
  readonly config: string | null;
  readonly keyFile: string | null;
}

export interface CommandEnvironment {
  readonly settings: Settings;
  readonly location: CacheLocation;
  /** The program's data folder on this machine. */
  readonly profileFolder: string;
}

type Environment =
  | { readonly ok: true; readonly environment: CommandEnvironment }
  | { readonly ok: false; readonly answer: CommandAnswer };

export async function readEnvironment({ config, keyFile }: CommandOptions): Promise<Environment> {
  const userDataFolder = userDataFolderOf(process.platform, process.env);
  const file = await loadSettings({
    named: config,
    fromEnvironment: settingsNamedIn(process.env),
    systemFolder: systemSettingsFolder(process.platform, process.env),
    userDataFolder,
  });
  if (file.kind === 'none') {
    return refused('NO_SETTINGS', 'No settings file: name one with --config FILE.');
  }
  if (file.kind === 'invalid') {
    return refused('BAD_SETTINGS', ...file.problems);
  }
  if (keyFile === null) {
    return refused('NO_KEY', 'No key: name its file with --key-file FILE.');
  }
  const key = await readPrivateFile(keyFile);
  if (!key.ok) return refused('NO_KEY', `${keyFile}: cannot be read`);
  if (!/^[0-9a-f]{64}$/i.test(key.text)) {
    return refused('BAD_KEY', `${keyFile}: must hold 64 hexadecimal digits and nothing else`);
  }
  if (key.exposed) say(`warning: others may read ${keyFile}: chmod 600 it`);
  const { settings } = file;
  const folder = settings.cache.folder ?? join(userDataFolder, 'cache');
  return {
    ok: true,
    environment: { settings, location: { folder, keyHex: key.text }, profileFolder: userDataFolder },
  };
}

function refused(error: string, ...lines: readonly string[]): Environment {
  for (const line of lines) say(line);
  return { ok: false, answer: usedWrongly(error) };
}

/** The folder that Electron gives the program with a window. */
function userDataFolderOf(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  switch (platform) {
    case 'win32':
      return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'comptoir');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'comptoir');
    default:
      return join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'comptoir');
  }
}
