import type { Language } from '../../shared/domain/language';

/** The same tree of keys with a text at every leaf. */
type SameKeys<Tree> = { [Key in keyof Tree]: Tree[Key] extends string ? string : SameKeys<Tree[Key]> };

/** Texts of one area in every language: French gives the keys, the compiler wants the same keys of the others. */
export function localizedTexts<Tree>(fr: Tree, en: SameKeys<Tree>): Record<Language, SameKeys<Tree>> {
  return { fr: fr as SameKeys<Tree>, en };
}
