import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import {
  readSettings,
  settingsFileName,
  type LiveEndpoint,
  type Settings,
} from '../../shared/domain/settings';

export type SettingsFile =
  | { readonly kind: 'settings'; readonly file: string; readonly settings: Settings }
  /** No file anywhere: training mode. */
  | { readonly kind: 'none' }
  /** Each problem is a line for people that begins with the key, or with the file when it cannot be read at all. */
  | { readonly kind: 'invalid'; readonly file: string; readonly problems: readonly string[] };

export interface SettingsPlaces {
  /** From `--config`. */
  readonly named: string | null;
  /** From `COMPTOIR_CONFIG`. */
  readonly fromEnvironment: string | null;
  readonly systemFolder: string;
  readonly userDataFolder: string;
}

/** Where an administrator puts the settings of the whole machine. */
export function systemSettingsFolder(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  switch (platform) {
    case 'win32':
      return join(environment['ProgramData'] ?? 'C:\\ProgramData', 'Comptoir');
    case 'darwin':
      return '/Library/Application Support/Comptoir';
    default:
      return '/etc/comptoir';
  }
}

/** What `COMPTOIR_CONFIG` names. */
export function settingsNamedIn(environment: NodeJS.ProcessEnv): string | null {
  const named = environment['COMPTOIR_CONFIG'];
  return named === undefined || named === '' ? null : named;
}

/** Reads the first settings file there is. One that was named and is not there is an error, not a reason to look on. */
export async function loadSettings(places: SettingsPlaces): Promise<SettingsFile> {
  const named = places.named ?? places.fromEnvironment;
  if (named !== null) return readSettingsFile(resolve(named));
  for (const folder of [places.systemFolder, places.userDataFolder]) {
    const file = join(folder, settingsFileName);
    const read = await readSettingsFile(file);
    if (read.kind !== 'none') return read;
  }
  return { kind: 'none' };

  async function readSettingsFile(file: string): Promise<SettingsFile> {
    const invalid = (...problems: readonly string[]) => ({ kind: 'invalid', file, problems }) as const;
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (missing && named === null) return { kind: 'none' };
      return invalid(`${file}: ${missing ? 'there is no such file' : 'cannot be read'}`);
    }
    let content: unknown;
    try {
      content = JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch (error) {
      return invalid(`${file}: is not JSON (${error instanceof Error ? error.message : 'unreadable'})`);
    }
    const read = readSettings(content);
    return read.ok
      ? { kind: 'settings', file, settings: withWholePaths(read.settings, dirname(file)) }
      : invalid(...read.problems);
  }
}

/** Paths in the file are meant from where the file is. */
function withWholePaths(settings: Settings, folder: string): Settings {
  const whole = <Endpoint extends Pick<LiveEndpoint, 'auth' | 'caFile'>>(endpoint: Endpoint): Endpoint => ({
    ...endpoint,
    ...(endpoint.auth !== undefined && {
      auth: { ...endpoint.auth, secretFile: resolve(folder, endpoint.auth.secretFile) },
    }),
    ...(endpoint.caFile !== undefined && { caFile: resolve(folder, endpoint.caFile) }),
  });
  const { secretFile } = settings.shop;
  const { pdfFolder } = settings.printer;
  return {
    ...settings,
    ...(secretFile !== undefined && {
      shop: { ...settings.shop, secretFile: resolve(folder, secretFile) },
    }),
    ...(pdfFolder !== undefined && {
      printer: { ...settings.printer, pdfFolder: resolve(folder, pdfFolder) },
    }),
    feed: whole(settings.feed),
    live: settings.live === null ? null : whole(settings.live),
    audit: settings.audit === null ? null : whole(settings.audit),
    fleet: settings.fleet === null ? null : whole(settings.fleet),
    update: settings.update === null ? null : whole(settings.update),
    telemetry: settings.telemetry === null ? null : whole(settings.telemetry),
    cache: {
      ...settings.cache,
      folder: settings.cache.folder === null ? null : resolve(folder, settings.cache.folder),
    },
  };
}
