/** The commands that set up, sign for and empty devices: their options, and who does them. */
import { parseArgs } from 'node:util';
import type { CommandAnswer } from './answer';
import type { CommandEnvironment } from './environment';
import { provisionCommand, wipeCommand } from './provisioning';
import { keygenCommand, signCommand } from './signing';

export const fleetUsage = `  keygen   --out FILE                                   makes the operator's key pair
  sign     provisioning|update --signing-key FILE --in FILE --out FILE
                                                        signs a file for the devices
  provision SOURCE --profile FOLDER [--operator-key KEY]
                                                        sets a device up from a signed file or address
  wipe     --config FILE --key-file FILE --profile FOLDER [--even-pending-orders]
                                                        takes everything of customers and the shop off a device`;

interface Surroundings {
  readonly misused: (why: string) => CommandAnswer;
  readonly inEnvironment: (
    values: { readonly config?: string; readonly 'key-file'?: string },
    command: (environment: CommandEnvironment) => Promise<CommandAnswer>,
  ) => Promise<CommandAnswer>;
}

const text = { type: 'string' } as const;

/** `null`: not a command of these. */
export async function runFleetCommand(
  command: string | undefined,
  args: string[],
  { misused, inEnvironment }: Surroundings,
): Promise<CommandAnswer | null> {
  switch (command) {
    case 'keygen': {
      const { out } = parseArgs({ args, options: { out: text } }).values;
      return out === undefined ? misused('keygen: --out FILE is missing') : keygenCommand(out);
    }
    case 'sign': {
      const options = { 'signing-key': text, in: text, out: text };
      const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
      const [purpose] = positionals;
      const { 'signing-key': signingKeyFile, in: inFile, out: outFile } = values;
      if (positionals.length !== 1 || (purpose !== 'provisioning' && purpose !== 'update')) {
        return misused('sign: say what, provisioning or update');
      }
      if (signingKeyFile === undefined || inFile === undefined || outFile === undefined) {
        return misused('sign: needs --signing-key, --in and --out');
      }
      return signCommand({ purpose, signingKeyFile, inFile, outFile });
    }
    case 'provision': {
      const options = { profile: text, 'operator-key': text };
      const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
      const [source] = positionals;
      if (source === undefined || positionals.length !== 1 || values.profile === undefined) {
        return misused('provision: needs a file or address, and --profile FOLDER');
      }
      const operatorKey = values['operator-key'] ?? null;
      return provisionCommand({ source, profileFolder: values.profile, operatorKey });
    }
    case 'wipe': {
      const options = {
        config: text,
        'key-file': text,
        profile: text,
        'even-pending-orders': { type: 'boolean' } as const,
      };
      const { values } = parseArgs({ args, options });
      const { profile } = values;
      if (profile === undefined) return misused('wipe: needs --profile FOLDER');
      return inEnvironment(values, (environment) =>
        wipeCommand(environment, profile, values['even-pending-orders'] ?? false),
      );
    }
    default:
      return null;
  }
}
