/**
 * The #122# menu as data. An entry's digit is its place in the list, counted from 1, and is what is dialled: a
 * new section goes to the end, so that the codes customers know by heart keep their meaning.
 */
import type { CategoryCode } from './bonusCatalogue';
import type { Localized } from './language';

export type MenuSection =
  | 'main'
  | CategoryCode
  | 'consumption'
  | 'profile'
  | 'options'
  | 'passes'
  | 'preferredNumbers'
  | 'orangeMoney'
  | 'help';

export interface MenuEntry {
  readonly section: MenuSection;
  readonly label: Localized;
}

export const orangeMenu: readonly MenuEntry[] = [
  { section: 'main', label: { fr: 'Compte principal', en: 'Main account' } },
  { section: 'credit', label: { fr: 'Bonus Crédit', en: 'Credit bonus' } },
  { section: 'minutes', label: { fr: 'Bonus Minutes', en: 'Minutes bonus' } },
  { section: 'internet', label: { fr: 'Internet', en: 'Internet' } },
  { section: 'consumption', label: { fr: 'Suivi conso', en: 'My consumption' } },
  { section: 'profile', label: { fr: 'Mon offre', en: 'My offer' } },
  { section: 'options', label: { fr: 'Mes options', en: 'My options' } },
  { section: 'passes', label: { fr: 'Souscrire un pass', en: 'Buy a pass' } },
  { section: 'preferredNumbers', label: { fr: 'Numéros préférés', en: 'Preferred numbers' } },
  { section: 'orangeMoney', label: { fr: 'Orange Money', en: 'Orange Money' } },
  { section: 'help', label: { fr: 'Aide', en: 'Help' } },
];
