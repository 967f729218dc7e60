import { join } from 'node:path';
import type { StartProblem } from '../shared/ipc/commands/app';
import { usualOrderSettings } from '../shared/domain/orderSettings';
import { usualLockAfterSeconds, type Settings } from '../shared/domain/settings';
import type { Flags } from './commandLine';
import { trustedOperatorKey } from './fleet/provisioningState';
import { loadSettings, settingsNamedIn, systemSettingsFolder } from './services/settingsFile';
import { settingsProblem } from './startProblem';

/** What this start works with, flags and settings file put together. */
export interface Profile {
  readonly training: boolean;
  readonly settings: Settings;
  readonly cacheFolder: string;
  /** Where `settings` stand; `null` in training. */
  readonly settingsFile: string | null;
}

export type ProfileResult =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly problem: StartProblem; readonly lines: readonly string[] };

/** The training mode's settings; its feed is known only when the built-in upstream listens. */
const trainingSettings: Settings = {
  mode: 'agent',
  market: 'CI',
  shop: { id: 'formation', name: 'Boutique de formation' },
  feed: { url: 'http://127.0.0.1' },
  live: null,
  fleet: null,
  update: null,
  telemetry: null,
  audit: null,
  cache: { folder: null, retentionDays: 90 },
  orders: usualOrderSettings,
  idle: { warnAfterSeconds: 45, resetAfterSeconds: 60 },
  staff: { lockAfterSeconds: usualLockAfterSeconds },
  printer: { name: null, widthMm: 80 },
  kiosk: false,
};

/** Of a device that is to be set up at its screen. */
export function profileToSetUp(userDataFolder: string): ProfileResult {
  return {
    ok: false,
    problem: { code: 'NOT_PROVISIONED', path: userDataFolder },
    lines: ['this device is not set up: it needs a display and a provisioning file'],
  };
}

export async function readProfile(flags: Flags, userDataFolder: string): Promise<ProfileResult> {
  const found = flags.training
    ? ({ kind: 'none' } as const)
    : await loadSettings({
        named: flags.config,
        fromEnvironment: settingsNamedIn(process.env),
        systemFolder: systemSettingsFolder(process.platform, process.env),
        userDataFolder,
      });
  if (
    flags.provision !== null ||
    (found.kind === 'none' && !flags.training && (await awaitsProvisioning()))
  ) {
    return profileToSetUp(userDataFolder);
  }
  switch (found.kind) {
    case 'none':
      return {
        ok: true,
        profile: {
          training: true,
          settings: withFlags(trainingSettings, flags),
          cacheFolder: join(userDataFolder, 'training'),
          settingsFile: null,
        },
      };
    case 'settings':
      return {
        ok: true,
        profile: {
          training: false,
          settings: withFlags(found.settings, flags),
          cacheFolder: found.settings.cache.folder ?? join(userDataFolder, 'cache'),
          settingsFile: found.file,
        },
      };
    case 'invalid':
      return { ok: false, problem: settingsProblem(found.file, found.problems), lines: found.problems };
  }

  /** A machine that is kept by a service or knows an operator is a shop's: it never shows invented customers. */
  async function awaitsProvisioning(): Promise<boolean> {
    if (process.env['COMPTOIR_SUPERVISED'] === '1') return true;
    const systemFolder = systemSettingsFolder(process.platform, process.env);
    return (await trustedOperatorKey(userDataFolder, systemFolder)) !== null;
  }
}

function withFlags(settings: Settings, flags: Flags): Settings {
  return {
    ...settings,
    mode: flags.mode ?? settings.mode,
    kiosk: settings.kiosk && !flags.windowed,
  };
}

/** Where the system keeps what a program notes for this user beside its profile. */
export function stateFolderOf(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
  home: string,
): string {
  switch (platform) {
    case 'win32':
      return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Comptoir state');
    case 'darwin':
      return join(home, 'Library', 'Comptoir state');
    default:
      return join(environment['XDG_STATE_HOME'] ?? join(home, '.local', 'state'), 'comptoir');
  }
}
