import { localizedTexts } from './localizedTexts';

/** Texts of the choice among the lines of a customer who was looked up by id. */
export const foundLines = localizedTexts(
  {
    title: 'Quelle ligne de {{id}} ?',
    advice: 'Choisissez avec les flèches et Entrée, ou par le chiffre.',
    status: { active: 'active', inactive: 'inactive', deactivated: 'désactivée' },
  },
  {
    title: 'Which line of {{id}}?',
    advice: 'Choose with the arrows and Enter, or by the digit.',
    status: { active: 'active', inactive: 'inactive', deactivated: 'deactivated' },
  },
);
