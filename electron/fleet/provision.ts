/**
 * Makes a device out of a machine, or changes one, with one file that the operator signed.
 *
 *   read ──▶ signature ──▶ content ──▶ this device, a newer serial ──▶ no order under way when the shop moves
 *                                                                          │
 *            state ◀── settings ◀── certificates, sealed secrets ◀── key ◀─┘
 *
 * The settings come last but for the state: until they are there the program starts as it did before.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { jsonOf } from '../../shared/domain/json';
import { readProvisioning, settingsInPlace, type Provisioning } from '../../shared/domain/provisioning';
import { readSettings, settingsFileName } from '../../shared/domain/settings';
import type { ProvisioningErrorCode, ProvisioningSummary } from '../../shared/ipc/commands/provisioning';
import { exists } from '../db/cache';
import { provisionDatabaseKey, type KeyStore } from '../db/databaseKey';
import { writeWholeFile } from '../db/wholeFile';
import { sealSecret } from '../net/sealedSecret';
import { fingerprintOf } from './operatorKey';
import { countPendingOrders } from './pendingOrders';
import {
  readProvisioningState,
  trustedOperatorKey,
  writeProvisioningState,
  type ProvisioningState,
} from './provisioningState';
import { openSignedDocument } from './signedDocument';

export interface ProvisionTarget {
  readonly profileFolder: string;
  /** Whose settings count before those of the profile. */
  readonly systemFolder: string;
  /** `null` where the program has none, as on plain Node. */
  readonly keyStore: KeyStore | null;
}

export type ProvisionError = Exclude<ProvisioningErrorCode, 'SOURCE_UNREADABLE' | 'SOURCE_OFFLINE'>;

export interface ProvisionFailure {
  readonly ok: false;
  readonly error: ProvisionError;
  /** Lines for people that begin with the key. */
  readonly problems?: readonly string[];
  readonly path?: string;
}

export interface ExaminedProvisioning {
  readonly ok: true;
  readonly summary: ProvisioningSummary;
  readonly provisioning: Provisioning;
  readonly state: ProvisioningState | null;
}

/**
 * Whether a file may be applied, and what it says.
 *
 * @param document as text, or as a parsed value
 */
export async function examineProvisioning(
  document: unknown,
  { profileFolder, systemFolder }: ProvisionTarget,
): Promise<ExaminedProvisioning | ProvisionFailure> {
  const elsewhere = join(systemFolder, settingsFileName);
  if (await exists(elsewhere)) return { ok: false, error: 'SETTINGS_ELSEWHERE', path: elsewhere };
  const trusted = await trustedOperatorKey(profileFolder, systemFolder);
  const opened = openSignedDocument(document, 'provisioning', trusted);
  if (!opened.ok) return opened;
  const read = readProvisioning(opened.payload);
  if (!read.ok) return { ok: false, error: 'BAD_PROVISIONING', problems: read.problems };
  const { provisioning } = read;
  const settings = readSettings(provisioning.settings);
  if (!settings.ok) return { ok: false, error: 'BAD_PROVISIONING', problems: settings.problems };
  const state = await readProvisioningState(profileFolder);
  if (state !== null && state.device !== provisioning.device) return { ok: false, error: 'OTHER_DEVICE' };
  if (state !== null && provisioning.serial <= state.serial) return { ok: false, error: 'OLDER_SERIAL' };
  const { shop, market, mode, feed } = settings.settings;
  const summary = {
    device: provisioning.device,
    serial: provisioning.serial,
    shop,
    market,
    mode,
    feedHost: new URL(feed.url).host,
    operatorKey: opened.key,
    fingerprint: fingerprintOf(opened.key),
    firstUse: trusted === null,
    moves: state !== null && state.shop !== shop.id,
  };
  return { ok: true, summary, provisioning, state };
}

export type Provisioned = { readonly ok: true; readonly summary: ProvisioningSummary } | ProvisionFailure;

/**
 * Applies a file. The program that runs on the profile meets it at its next start.
 *
 * @param agreedKey the operator's key that a person agreed to; counts only where none is pinned yet
 */
export async function applyProvisioning(
  document: unknown,
  target: ProvisionTarget,
  agreedKey: string | null,
): Promise<Provisioned> {
  const examined = await examineProvisioning(document, target);
  if (!examined.ok) return examined;
  const { summary, provisioning, state } = examined;
  if (summary.firstUse && agreedKey !== summary.operatorKey) return { ok: false, error: 'WRONG_KEY' };
  const { profileFolder, keyStore } = target;
  const key = await provisionDatabaseKey(profileFolder, keyStore, provisioning.keyPolicy);
  if (!key.ok) return { ok: false, error: key.error, path: key.path };
  if (summary.moves) {
    const folder = await presentCacheFolder(profileFolder);
    const pending = await countPendingOrders({ folder, keyHex: key.key });
    if (!pending.ok) return { ok: false, error: 'CACHE_UNREADABLE', path: folder };
    if (pending.count > 0) return { ok: false, error: 'PENDING_ORDERS' };
  }
  try {
    await writeParts(profileFolder, provisioning, key.key);
    await writeProvisioningState(profileFolder, {
      operatorKey: state?.operatorKey ?? summary.operatorKey,
      serial: provisioning.serial,
      device: provisioning.device,
      shop: summary.shop.id,
      installation: state?.installation ?? randomUUID(),
    });
  } catch {
    return { ok: false, error: 'FOLDER_LOCKED', path: profileFolder };
  }
  return { ok: true, summary };
}

async function writeParts(folder: string, provisioning: Provisioning, keyHex: string): Promise<void> {
  const secrets = join(folder, 'secrets');
  const certificates = join(folder, 'certificates');
  for (const [name, secret] of Object.entries(provisioning.secrets)) {
    const file = `${name}.sealed`;
    await writeWholeFile(join(secrets, file), sealSecret(secret, keyHex, file));
  }
  for (const [name, pem] of Object.entries(provisioning.certificates)) {
    await writeWholeFile(join(certificates, `${name}.pem`), pem);
  }
  const settings = settingsInPlace(provisioning.settings, (kind, name) =>
    kind === 'secret' ? join('secrets', `${name}.sealed`) : join('certificates', `${name}.pem`),
  );
  await writeWholeFile(join(folder, settingsFileName), `${JSON.stringify(settings, null, 2)}\n`);
}

/** Where the orders of the shop before lie, whatever the new settings say. */
async function presentCacheFolder(profileFolder: string): Promise<string> {
  const text = await readFile(join(profileFolder, settingsFileName), 'utf8').catch(() => '');
  const present = readSettings(jsonOf(text));
  return resolve(profileFolder, (present.ok ? present.settings.cache.folder : null) ?? 'cache');
}
