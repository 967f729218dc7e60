/** Sets a device up step by step, for a person at its screen: where the file is, what it says, and then for good. */
import { partsOfProblem } from '../../shared/domain/namedProblems';
import type {
  Application,
  Examination,
  ProvisioningErrorCode,
  ProvisioningPlaces,
  ProvisioningRefusal,
} from '../../shared/ipc/commands/provisioning';
import {
  applyProvisioning,
  examineProvisioning,
  type ProvisionFailure,
  type ProvisionTarget,
} from './provision';
import { findProvisioningFiles, readProvisioningSource } from './provisioningSource';

export interface ProvisioningDesk {
  readonly places: () => Promise<ProvisioningPlaces>;
  readonly chooseFile: () => Promise<string | null>;
  /** `null`: neither a file that was offered nor an https address. */
  readonly examine: (place: string) => Promise<Examination | null>;
  /** `null`: nothing was examined that could be applied. */
  readonly apply: (agreedKey: string | null) => Promise<Application | null>;
}

export interface ProvisioningDeskOptions {
  readonly target: ProvisionTarget;
  /** From the command line. */
  readonly given: string | null;
  /** Asks the person for a file; `null`: none was chosen. */
  readonly askForFile: () => Promise<string | null>;
  /** Where to look for files; those of what is plugged in unless told otherwise. */
  readonly findFiles?: () => Promise<readonly string[]>;
}

export function createProvisioningDesk(options: ProvisioningDeskOptions): ProvisioningDesk {
  const { target, given, askForFile, findFiles = () => findProvisioningFiles() } = options;
  // The page names no path of its own: whatever runs in it reads no other file of the machine.
  const offered = new Set(given === null ? [] : [given]);
  // What is applied is what was shown, even when the stick has another file by then.
  let examined: string | null = null;

  return {
    async places() {
      const found = await findFiles();
      for (const path of found) offered.add(path);
      return { given, found };
    },
    async chooseFile() {
      const path = await askForFile();
      if (path !== null) offered.add(path);
      return path;
    },
    async examine(place) {
      examined = null;
      if (!offered.has(place) && !/^https:\/\/./i.test(place)) return null;
      const read = await readProvisioningSource(place);
      if (!read.ok) return refusal(read);
      const examination = await examineProvisioning(read.text, target);
      if (!examination.ok) return refusal(examination);
      examined = read.text;
      return { kind: 'fit', summary: examination.summary };
    },
    async apply(agreedKey) {
      if (examined === null) return null;
      const applied = await applyProvisioning(examined, target, agreedKey);
      if (!applied.ok) return refusal(applied);
      examined = null;
      return { kind: 'applied' };
    },
  };
}

interface Failure extends Pick<ProvisionFailure, 'problems' | 'path'> {
  readonly error: ProvisioningErrorCode;
}

function refusal({ error, problems = [], path }: Failure): ProvisioningRefusal {
  return { kind: 'refused', code: error, problems: problems.map(partsOfProblem), path: path ?? null };
}
