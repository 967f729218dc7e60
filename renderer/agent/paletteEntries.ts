/** What the palette lists for what was typed: by name in either language, whole words first. */
import { languages, type Localized } from '../../shared/domain/language';
import type { AgentAction, PagePlace } from './actions';

export interface PaletteEntry {
  readonly id: string;
  readonly kind: 'action' | 'section';
  readonly name: Localized;
  /** A chord, or what is dialled for a section; `null`: neither. */
  readonly hint: string | null;
  readonly act: () => void;
}

export function paletteEntries(
  actions: readonly AgentAction[],
  places: readonly PagePlace[],
  goTo: (place: PagePlace) => void,
): readonly PaletteEntry[] {
  return [
    ...actions.flatMap(({ id, keys, name, act }): PaletteEntry[] =>
      act === null ? [] : [{ id, kind: 'action', name, hint: keys[0] ?? null, act }],
    ),
    ...places.map((place): PaletteEntry => ({
      id: `section:${place.anchor}`,
      kind: 'section',
      name: place.name,
      hint: place.path,
      act: () => goTo(place),
    })),
  ];
}

/** Every word typed must begin a word of the name, or stand in it; what begins with all that was typed comes first. */
export function findEntries(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const wanted = plain(typed);
  if (wanted === '') return entries;
  const words = wanted.split(' ');
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry, wanted, words) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ entry }) => entry);
}

/** 0: not found. */
function rankOf({ name, hint }: PaletteEntry, wanted: string, words: readonly string[]): number {
  const texts = [...languages.map((language) => plain(name[language])), plain(hint ?? '')];
  return Math.max(
    ...texts.map((text) => {
      if (text.startsWith(wanted)) return 3;
      if (words.every((word) => ` ${text}`.includes(` ${word}`))) return 2;
      return words.every((word) => text.includes(word)) ? 1 : 0;
    }),
  );
}

/** Without case, accents, and the marks that nobody types. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’']/g, ' ')
    .replace(/[^\p{L}\p{N}#* ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
