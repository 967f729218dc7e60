import { localizedTexts } from './localizedTexts';

/** Texts of the pictures of figures, and of what stands beside them. */
export const charts = localizedTexts(
  {
    range: 'Période',
    ranges: { week: '7 derniers jours', all: 'Tous les jours' },
    chosenDay: 'Jour choisi',
    previousDay: 'Jour précédent',
    nextDay: 'Jour suivant',
    unknownDay: 'non disponible',
    timeline: {
      today: 'auj.',
      key: 'Un signe pour chaque compte, sous son dernier jour.',
      more: '+{{count, number}}',
    },
    ledger: { when: 'à {{time}}', more: 'Voir les mouvements plus anciens ({{count, number}})' },
  },
  {
    range: 'Period',
    ranges: { week: 'Last 7 days', all: 'Every day' },
    chosenDay: 'Chosen day',
    previousDay: 'Previous day',
    nextDay: 'Next day',
    unknownDay: 'not available',
    timeline: {
      today: 'today',
      key: 'One sign for each account, under its last day.',
      more: '+{{count, number}}',
    },
    ledger: { when: 'at {{time}}', more: 'See older movements ({{count, number}})' },
  },
);
