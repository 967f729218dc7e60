import { localizedTexts } from './localizedTexts';

/** Texts of the command palette. */
export const palette = localizedTexts(
  {
    title: 'Commandes',
    placeholder: 'Action ou section',
    none: 'Rien de ce nom ici.',
    action: 'Action',
    section: 'Section',
    found_one: '{{count, number}} résultat',
    found_many: '{{count, number}} résultats',
    found_other: '{{count, number}} résultats',
  },
  {
    title: 'Commands',
    placeholder: 'Action or section',
    none: 'Nothing of that name here.',
    action: 'Action',
    section: 'Section',
    found_one: '{{count, number}} result',
    found_many: '{{count, number}} results',
    found_other: '{{count, number}} results',
  },
);
