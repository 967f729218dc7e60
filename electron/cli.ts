/**
 * The engine without a window, for integrators: plain Node, JSON on stdout, everything else on stderr, exit code 0
 * (done), 1 (failed) or 2 (used wrongly).
 */
import { parseArgs } from 'node:util';
import { done, failed, say, usedWrongly, type CommandAnswer } from './cli/answer';
import { auditVerifyCommand } from './cli/audit';
import { doctorCommand } from './cli/doctor';
import { readEnvironment, type CommandEnvironment, type CommandOptions } from './cli/environment';
import { fleetUsage, runFleetCommand } from './cli/fleetCommands';
import { lookupCommand, ussdCommand } from './cli/lookup';
import { syncCommand } from './cli/sync';
import { upstreamCommand } from './cli/upstream';
import { redactText } from './redaction';

const usage = `Usage:
  sync     --config FILE --key-file FILE [--once]       brings the cache up to date; without --once, keeps it so
  lookup   --config FILE --key-file FILE NUMBER         prints what is known of a customer
  ussd     --config FILE --key-file FILE NUMBER '1*2'   prints the #122# screen after these inputs
  audit verify --config FILE --key-file FILE            checks that the log of who did what is as it was written
  doctor   --config FILE --key-file FILE                looks at the cache, the feed, the live service and the machine
  upstream [--port P] [--subscribers N] [--seed S]      serves invented subscribers on this machine
${fleetUsage}`;

/** Whoever asks for help has misused nothing. */
const helpWords: ReadonlySet<string> = new Set(['--help', '-h']);

/** Like the training mode's. */
const upstreamDefaults = { subscribers: 2_000, seed: 122 } as const;

async function run(args: readonly string[], stop: AbortSignal): Promise<CommandAnswer> {
  const [command, ...rest] = args;
  if (args.some((word) => helpWords.has(word))) {
    say(usage);
    return done(undefined);
  }
  switch (command) {
    case 'sync':
      return runSyncCommand(rest, stop);
    case 'lookup':
      return withOperands(rest, 1, (environment, [number = '']) => lookupCommand(environment, number));
    case 'ussd':
      return withOperands(rest, 2, (environment, [number = '', path = '']) =>
        ussdCommand(environment, number, path),
      );
    case 'audit':
      return runAuditCommand(rest);
    case 'doctor':
      return withOperands(rest, 0, (environment) => doctorCommand(environment));
    case 'upstream':
      return runUpstreamCommand(rest, stop);
    default:
      return (
        (await runFleetCommand(command, rest, { misused, inEnvironment })) ??
        misused(command === undefined ? 'No command.' : `There is no command "${command}".`)
      );
  }
}

const environmentOptions = { config: { type: 'string' }, 'key-file': { type: 'string' } } as const;

async function runSyncCommand(args: string[], stop: AbortSignal): Promise<CommandAnswer> {
  const { values } = parseArgs({ args, options: { ...environmentOptions, once: { type: 'boolean' } } });
  return inEnvironment(values, (environment) => syncCommand(environment, values.once ?? false, stop));
}

async function withOperands(
  args: string[],
  operands: number,
  command: (environment: CommandEnvironment, operands: readonly string[]) => Promise<CommandAnswer>,
): Promise<CommandAnswer> {
  const { values, positionals } = parseArgs({ args, options: environmentOptions, allowPositionals: true });
  if (positionals.length !== operands) {
    const expected = operands === 1 ? '1 value' : `${operands} values`;
    return misused(`Expected ${expected} beside the options, got ${positionals.length}.`);
  }
  return inEnvironment(values, (environment) => command(environment, positionals));
}

async function runAuditCommand([action, ...rest]: readonly string[]): Promise<CommandAnswer> {
  return action === 'verify'
    ? withOperands(rest, 0, (environment) => auditVerifyCommand(environment))
    : misused('The log can be verified, nothing else: audit verify');
}

async function inEnvironment(
  values: { readonly config?: string; readonly 'key-file'?: string },
  command: (environment: CommandEnvironment) => Promise<CommandAnswer>,
): Promise<CommandAnswer> {
  const options: CommandOptions = { config: values.config ?? null, keyFile: values['key-file'] ?? null };
  const read = await readEnvironment(options);
  return read.ok ? command(read.environment) : read.answer;
}

async function runUpstreamCommand(args: string[], stop: AbortSignal): Promise<CommandAnswer> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { port: text, subscribers: text, seed: text } });
  const port = wholeNumber(values.port ?? '0', 65_535);
  const subscribers = wholeNumber(values.subscribers ?? String(upstreamDefaults.subscribers), 3_000_000);
  const seed = wholeNumber(values.seed ?? String(upstreamDefaults.seed), 4_294_967_295);
  if (port === null) return misused('--port: must be a whole number, 0 to 65535');
  if (subscribers === null) return misused('--subscribers: must be a whole number, 0 to 3000000');
  if (seed === null) return misused('--seed: must be a whole number, 0 to 4294967295');
  return upstreamCommand({ port, subscribers, seed }, stop);
}

function wholeNumber(text: string, most: number): number | null {
  return /^\d{1,10}$/.test(text) && Number(text) <= most ? Number(text) : null;
}

function misused(why: string): CommandAnswer {
  // It quotes what was typed, which may be a customer's number.
  say(`${redactText(why)}\n${usage}`);
  return usedWrongly('USAGE');
}

/** parseArgs throws what the person did wrong; its codes all begin so. */
function isArgumentError(error: unknown): error is Error {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('ERR_PARSE_ARGS_')
  );
}

const stopping = new AbortController();
process.once('SIGINT', () => stopping.abort());
process.once('SIGTERM', () => stopping.abort());
const answer = await run(process.argv.slice(2), stopping.signal).catch((error: unknown) => {
  if (isArgumentError(error)) return misused(error.message);
  say(redactText(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  return failed('INTERNAL');
});
if (answer.output !== undefined) process.stdout.write(`${JSON.stringify(answer.output)}\n`);
process.exitCode = answer.exitCode;
