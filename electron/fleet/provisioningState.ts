/** What a device remembers of the file that provisioned it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Type from 'typebox';
import { Check } from 'typebox/value';
import { deviceName } from '../../shared/domain/deviceReport';
import { writeWholeFile } from '../db/wholeFile';
import { readPublicKey } from './operatorKey';

const stateSchema = Type.Object(
  {
    /** Whose word counts from then on, as text. */
    operatorKey: Type.String({ minLength: 1 }),
    /** Of the file that was applied last. */
    serial: Type.Integer({ minimum: 1 }),
    device: deviceName,
    shop: Type.String(),
    /** Of this installation, so that two machines of the same name can be told apart. */
    installation: Type.String({ minLength: 1 }),
  },
  { additionalProperties: false },
);

export type ProvisioningState = Type.Static<typeof stateSchema>;

const stateFileName = 'provisioning.json';

/** `null`: the profile was never provisioned. One that cannot be read counts as such: its file can be applied again. */
export async function readProvisioningState(profileFolder: string): Promise<ProvisioningState | null> {
  try {
    const content: unknown = JSON.parse(await readFile(join(profileFolder, stateFileName), 'utf8'));
    return Check(stateSchema, content) ? content : null;
  } catch {
    return null;
  }
}

export function writeProvisioningState(profileFolder: string, state: ProvisioningState): Promise<void> {
  return writeWholeFile(join(profileFolder, stateFileName), JSON.stringify(state));
}

/**
 * The key that the next file must be signed with: the one that a technician left in the system's folder, else the
 * one that was pinned when the device was first provisioned; `null` before that.
 */
export async function trustedOperatorKey(
  profileFolder: string,
  systemFolder: string,
): Promise<string | null> {
  const left = await readFile(join(systemFolder, operatorKeyFileName), 'utf8').catch(() => null);
  if (left !== null && readPublicKey(left.trim()) !== null) return left.trim();
  return (await readProvisioningState(profileFolder))?.operatorKey ?? null;
}

/** Where a technician leaves the public key of the operator, beside the settings of the whole machine. */
const operatorKeyFileName = 'operator.pub';
