import { localizedTexts } from './localizedTexts';

/** What staff and visitors are told when the disk fills up or the cache is being repaired. */
export const cacheTrouble = localizedTexts(
  {
    staff: {
      full: {
        title: 'Disque plein',
        text: 'Rien n’est effacé ni perdu, mais plus rien ne s’enregistre. Faites de la place : Comptoir reprend seul.',
      },
      low: {
        title: 'Disque presque plein',
        text: 'Il reste {{free}}. Faites de la place avant que les soldes ne se figent.',
      },
      restoring: {
        title: 'Cache en réparation',
        text: 'Le fichier abîmé est mis de côté, les commandes et le journal sont sauvés. Les abonnés connus reviennent.',
      },
      rebuilding: {
        title: 'Cache en reconstruction',
        text: 'Les abonnés connus sont consultables ; le flux apporte ceux qui manquent encore.',
      },
    },
    visitor: {
      full: {
        title: 'Soldes figés',
        text: 'Les soldes ne se mettent plus à jour sur cette borne. Un conseiller peut vous aider.',
      },
      low: {
        title: 'Borne à entretenir',
        text: 'Tout fonctionne. Merci de prévenir un conseiller.',
      },
      restoring: {
        title: 'Remise en état',
        text: 'Cette borne retrouve ses données. Si votre numéro manque, un conseiller vous aide.',
      },
      rebuilding: {
        title: 'Remise en état',
        text: 'Cette borne retrouve ses données. Si votre numéro manque, un conseiller vous aide.',
      },
    },
    megabytes: '{{count, number}} Mo',
  },
  {
    staff: {
      full: {
        title: 'Disk full',
        text: 'Nothing is deleted or lost, but nothing can be stored. Make room: Comptoir goes on by itself.',
      },
      low: {
        title: 'Disk almost full',
        text: '{{free}} left. Make room before balances stop moving.',
      },
      restoring: {
        title: 'Cache under repair',
        text: 'The damaged file is set aside, orders and the log are saved. Known subscribers are coming back.',
      },
      rebuilding: {
        title: 'Cache being rebuilt',
        text: 'Known subscribers can be looked up; the feed brings those that are still missing.',
      },
    },
    visitor: {
      full: {
        title: 'Balances on hold',
        text: 'Balances are no longer updated on this kiosk. An adviser can help you.',
      },
      low: {
        title: 'Kiosk needs attention',
        text: 'Everything works. Please tell an adviser.',
      },
      restoring: {
        title: 'Being put right',
        text: 'This kiosk is getting its data back. If your number is missing, an adviser helps you.',
      },
      rebuilding: {
        title: 'Being put right',
        text: 'This kiosk is getting its data back. If your number is missing, an adviser helps you.',
      },
    },
    megabytes: '{{count, number}} MB',
  },
);
