/** New settings for this device, left by the operator in the devices' database and signed like a provisioning file. */
import type { DocumentDatabase } from '../net/documentDatabase';
import { applyProvisioning, type ProvisionError, type ProvisionTarget } from './provision';

export interface SettingsUpdatesOptions {
  readonly database: Pick<DocumentDatabase, 'find'>;
  readonly device: string;
  readonly target: ProvisionTarget;
  /** They count from the next start on. */
  readonly onApplied: (serial: number) => void;
  readonly onRefused: (error: ProvisionError) => void;
}

export interface SettingsUpdates {
  /** Looks once. Each revision of the document is judged once in the life of the program. */
  readonly check: () => Promise<void>;
}

/** Its `signed` holds a signed provisioning file as a value. */
const settingsIdPrefix = 'settings:';

export function createSettingsUpdates(options: SettingsUpdatesOptions): SettingsUpdates {
  const { database, device, target, onApplied, onRefused } = options;
  let judged: string | null = null;
  return {
    async check() {
      const found = await database.find(settingsIdPrefix + device);
      if (!found.ok || found.value === null || found.value._rev === judged) return;
      judged = found.value._rev;
      // Nobody is there to agree to a key: only the word of the pinned one counts.
      const applied = await applyProvisioning(found.value['signed'], target, null);
      if (applied.ok) onApplied(applied.summary.serial);
      // The document stays where it is when it has been applied.
      else if (applied.error !== 'OLDER_SERIAL') onRefused(applied.error);
    },
  };
}
