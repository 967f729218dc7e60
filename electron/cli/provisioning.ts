import { join, resolve } from 'node:path';
import { exists } from '../db/cache';
import { applyProvisioning, examineProvisioning, type ProvisionFailure } from '../fleet/provision';
import { readProvisioningSource } from '../fleet/provisioningSource';
import { wipeProfile } from '../fleet/wipe';
import { systemSettingsFolder } from '../services/settingsFile';
import { done, failed, say, usedWrongly, type CommandAnswer } from './answer';
import type { CommandEnvironment } from './environment';

export interface ProvisionOptions {
  /** A path or an http(s) address. */
  readonly source: string;
  readonly profileFolder: string;
  /** Text of the operator's public key, where none is pinned yet; `null`: only shown what would be applied. */
  readonly operatorKey: string | null;
}

/** Provisions a profile without a window: the key of the cache goes into a key file, as there is no key store here. */
export async function provisionCommand(options: ProvisionOptions): Promise<CommandAnswer> {
  const { source, profileFolder, operatorKey } = options;
  const read = await readProvisioningSource(source);
  if (!read.ok) {
    say(`${source}: cannot be read`);
    return failed(read.error);
  }
  const target = {
    profileFolder: resolve(profileFolder),
    systemFolder: systemSettingsFolder(process.platform, process.env),
    keyStore: null,
  };
  const examined = await examineProvisioning(read.text, target);
  if (!examined.ok) return refused(examined);
  const { summary } = examined;
  if (summary.firstUse && operatorKey === null) {
    say(`Compare with the operator: ${summary.fingerprint}`);
    say('Then run this again with --operator-key and the key below.');
    return failed('OPERATOR_KEY_NEEDED', { ...summary });
  }
  const applied = await applyProvisioning(read.text, target, operatorKey);
  return applied.ok ? done(applied.summary) : refused(applied);
}

function refused({ error, problems = [], path }: ProvisionFailure): CommandAnswer {
  for (const line of problems) say(line);
  return failed(error, { ...(problems.length > 0 && { problems }), ...(path !== undefined && { path }) });
}

/** @param profileFolder the program's data folder, emptied together with the cache that the settings name */
export async function wipeCommand(
  { settings, location }: CommandEnvironment,
  profileFolder: string,
  evenPendingOrders: boolean,
): Promise<CommandAnswer> {
  if (!(await exists(profileFolder))) {
    say(`${profileFolder}: there is no such folder`);
    return usedWrongly('NO_PROFILE');
  }
  const wiped = await wipeProfile({
    profileFolder,
    // Of this profile, which need not be that of whoever runs the command.
    cache: { ...location, folder: settings.cache.folder ?? join(resolve(profileFolder), 'cache') },
    entries: 'all',
    evenPendingOrders,
  });
  if (wiped.ok) return done({ wiped: profileFolder });
  const { error, path, pendingOrders } = wiped;
  if (error === 'PENDING_ORDERS') {
    say(`${pendingOrders} orders are under way: let the program send them, or add --even-pending-orders.`);
  }
  return failed(error, { path, ...(pendingOrders !== undefined && { pendingOrders }) });
}
