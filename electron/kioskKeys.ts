/** The part of Electron's `Input` that tells one chord from another. */
export interface Chord {
  readonly key: string;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

const modifiers = new Set(['control', 'alt', 'altgraph', 'shift']);
const functionKeys = new Set([
  'f11',
  'f12',
  'browserback',
  'browserforward',
  'browserhome',
  'browserrefresh',
]);
const editing = new Set([
  'a',
  'c',
  'v',
  'x',
  'y',
  // The counter's own: its palette of commands. Chromium does nothing with it.
  'k',
  'z',
  'backspace',
  'delete',
  'home',
  'end',
  'arrowleft',
  'arrowright',
]);

/**
 * Whether a chord could reload, close, leave, print or magnify the page of a kiosk, or open something beside it.
 * What typing needs stays, and so do F1 to F10, which are the agent's own.
 */
export function isKioskEscape({ key, control, alt, meta }: Chord): boolean {
  const name = key.toLowerCase();
  if (modifiers.has(name)) {
    return false;
  }
  // AltGr, which some systems report as both at once.
  const typesCharacter = alt && control === alt && name.length === 1;
  if (typesCharacter) {
    return false;
  }
  return meta || alt || functionKeys.has(name) || (control && !editing.has(name));
}
