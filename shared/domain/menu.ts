/**
 * The #122# menu as data. An entry's digit is its place in the list, counted from 1, and is what is dialled: a
 * new section goes to the end, so that the codes customers know by heart keep their meaning.
 */
import type { CategoryCode } from './bonusCatalogue';
import type { Localized } from './language';

/** What the menu offers beside the bonus categories. */
export type ServiceSection =
  'main' | 'consumption' | 'profile' | 'options' | 'passes' | 'preferredNumbers' | 'orangeMoney' | 'help';

export type MenuSection = CategoryCode | ServiceSection;

/** A bonus category bears its label of the catalogue. */
export type MenuEntry =
  { readonly section: CategoryCode } | { readonly section: ServiceSection; readonly label: Localized };

export const orangeMenu: readonly MenuEntry[] = [
  { section: 'main', label: { fr: 'Compte principal', en: 'Main account' } },
  { section: 'credit' },
  { section: 'minutes' },
  { section: 'internet' },
  { section: 'consumption', label: { fr: 'Suivi conso', en: 'My consumption' } },
  { section: 'profile', label: { fr: 'Mon offre', en: 'My offer' } },
  { section: 'options', label: { fr: 'Mes options', en: 'My options' } },
  { section: 'passes', label: { fr: 'Souscrire un pass', en: 'Buy a pass' } },
  { section: 'preferredNumbers', label: { fr: 'Numéros préférés', en: 'Preferred numbers' } },
  { section: 'orangeMoney', label: { fr: 'Orange Money', en: 'Orange Money' } },
  { section: 'help', label: { fr: 'Aide', en: 'Help' } },
];
