import { modes, type Mode } from '../shared/domain/mode';

/** What a person may say when starting the program. */
export interface Flags {
  readonly mode: Mode | null;
  readonly config: string | null;
  readonly training: boolean;
  /** A file or https address to set the device up from; empty: the person at the screen says which. */
  readonly provision: string | null;
  /** In a window although the settings ask for a kiosk. */
  readonly windowed: boolean;
}

/** Reads the flags that are ours; the many that Chromium takes are left to it. */
export function readFlags(
  args: readonly string[],
): { ok: true; flags: Flags } | { ok: false; expected: string } {
  const mode = valueOf('--mode', args);
  const config = valueOf('--config', args);
  if (config === '') {
    return { ok: false, expected: '--config PATH' };
  }
  if (mode !== null && !isMode(mode)) {
    return { ok: false, expected: `--mode ${modes.join('|')}` };
  }
  return {
    ok: true,
    flags: {
      mode,
      config,
      training: args.includes('--training'),
      provision: valueOf('--provision', args),
      windowed: args.includes('--windowed'),
    },
  };
}

/** The same start without what was to be done once. */
export function argsToStartAgain(args: readonly string[]): string[] {
  return args.filter(
    (arg, position) =>
      arg !== '--provision' &&
      !arg.startsWith('--provision=') &&
      (args[position - 1] !== '--provision' || arg.startsWith('--')),
  );
}

/** The value of `--name VALUE` or `--name=VALUE`; empty when it is missing, `null` without the flag. */
function valueOf(name: string, args: readonly string[]): string | null {
  for (const [position, arg] of args.entries()) {
    if (arg === name) {
      const next = args[position + 1] ?? '';
      return next.startsWith('--') ? '' : next;
    }
    if (arg.startsWith(`${name}=`)) {
      return arg.slice(name.length + 1);
    }
  }
  return null;
}

function isMode(text: string): text is Mode {
  return modes.some((mode) => mode === text);
}
