import { localizedTexts } from './localizedTexts';

/** What visitors are told when the disk fills up or the cache is being repaired; `notices.ts` has it for staff. */
export const cacheTrouble = localizedTexts(
  {
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
  },
  {
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
  },
);
