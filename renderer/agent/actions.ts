/**
 * Everything an agent can do, once: the bar of keys, the help, the palette and the keyboard all read the list that
 * the screen makes for this moment.
 */
import type { Localized } from '../../shared/domain/language';

export interface AgentAction {
  /** Distinct among the actions of one moment. */
  readonly id: string;
  /** Chords as `chordOf` writes them, such as `F6` or `Ctrl K`. */
  readonly keys: readonly string[];
  /** In a word or two, for the bar and the palette. */
  readonly name: Localized;
  /** In a sentence, for the help. */
  readonly explain: Localized;
  /** `null`: what the keys do is done where the focus is; listed for the help alone. */
  readonly act: (() => void) | null;
  /** Shown in the bar at the foot of the window. */
  readonly inBar?: boolean;
  /** Works while a dialog lies over the page, too. */
  readonly overDialogs?: boolean;
}

/** Where the palette can lead on the page. */
export interface PagePlace {
  /** What its element bears as `data-section`. */
  readonly anchor: string;
  readonly name: Localized;
  /** What is dialled to see the same; `null`: #122# does not have it. */
  readonly path: string | null;
}

/** The chord of a key press: `F6`, `Shift F2`, `Ctrl K`; a character as it was typed. */
export function chordOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>,
): string {
  const { key, ctrlKey, altKey, metaKey, shiftKey } = event;
  const isCharacter = key.length === 1;
  const modifiers = [
    ctrlKey && 'Ctrl',
    altKey && 'Alt',
    metaKey && 'Meta',
    shiftKey && !isCharacter && 'Shift',
  ].filter((name) => name !== false);
  return [...modifiers, ctrlKey || altKey ? key.toUpperCase() : key].join(' ');
}
