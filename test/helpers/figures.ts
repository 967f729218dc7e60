import { appendFileSync } from 'node:fs';

/** What the lines of the table are gathered under. */
export type FigureArea =
  | 'Renderer isolation'
  | 'IPC'
  | 'Kiosk break-out'
  | 'At rest'
  | 'Sign-in'
  | 'Restricted customers'
  | 'Sync faults'
  | 'Storage faults'
  | 'Outbox'
  | 'Resources'
  | 'Privacy'
  | 'Fleet';

/**
 * Tells what a check reached: on the terminal, and in the table at the end of `npm run test:faults`.
 *
 * @param check what was done, such as `disk full at each write`
 * @param figure what came of it, such as `40 of 40 resumed`
 */
export function reportFigure(area: FigureArea, check: string, figure: string): void {
  process.stdout.write(`${area} · ${check}: ${figure}\n`);
  const file = process.env['COMPTOIR_FIGURES'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ area, check, figure })}\n`);
}
