/** What keeps a printer from printing, from what the system says of it. */
import type { PrintOutcome } from '../shared/ipc/commands/receipt';

export type PrinterProblem = Extract<PrintOutcome, 'paperOut' | 'offline' | 'needsAttention'>;

/**
 * CUPS tells reasons as keywords of RFC 8011 with a severity at their end: `media-empty-error`. What is only a report
 * or a warning does not keep a ticket from coming out; an empty paper tray does, whatever its severity.
 */
const problems: readonly (readonly [pattern: RegExp, problem: PrinterProblem])[] = [
  [/^(media-empty|media-needed)\b/, 'paperOut'],
  [/^(offline|connecting-to-device|timed-out|shutdown)\b(?!.*-report$)/, 'offline'],
  [/^(paused|stopped|media-jam|cover-open|door-open|interlock-open|.*-error$)/, 'needsAttention'],
];

/** CUPS: idle 3, processing 4, stopped 5. */
const stopped = '5';

/** @param options of Electron's `PrinterInfo`: whatever the system gave */
export function printerProblem(options: unknown): PrinterProblem | null {
  const reasons = textOf(options, 'printer-state-reasons').split(',');
  for (const [pattern, problem] of problems) {
    if (reasons.some((reason) => pattern.test(reason.trim()))) return problem;
  }
  return textOf(options, 'printer-state') === stopped ? 'needsAttention' : null;
}

function textOf(options: unknown, name: string): string {
  if (typeof options !== 'object' || options === null) return '';
  const value: unknown = Object.entries(options).find(([key]) => key === name)?.[1];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
