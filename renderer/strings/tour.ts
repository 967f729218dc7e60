import { localizedTexts } from './localizedTexts';

/** Texts of the guided tour of the counter, in training. */
export const tour = localizedTexts(
  {
    title: 'Visite guidée',
    start: 'Visite guidée en cinq étapes',
    count: 'Étape {{step}} sur {{steps}}',
    skip: 'Passer',
    leave: 'Quitter la visite',
    steps: {
      find: { title: 'Trouver un client.', advice: 'Tapez {{number}}, puis Entrée.' },
      palette: {
        title: 'Tout se trouve par son nom.',
        advice: 'Ouvrez les commandes, tapez le début d’une rubrique ; Échap referme.',
      },
      payer: {
        title: 'Qui paie ?',
        advice: 'Voyez quel solde paie un appel, un SMS ou internet, et pourquoi les autres ne paient pas.',
      },
      pass: {
        title: 'Vendre un pass.',
        advice: 'Le prix, ce qui paie et ce qui gêne sont montrés avant la confirmation.',
      },
      ussd: {
        title: 'Montrer #122#.',
        advice: 'Ce que le client verra sur son téléphone, touche par touche.',
      },
      end: {
        title: 'Visite terminée.',
        advice: 'F1 montre toutes les touches, Échap quitte le client, F9 verrouille le poste.',
      },
    },
  },
  {
    title: 'Guided tour',
    start: 'Guided tour in five steps',
    count: 'Step {{step}} of {{steps}}',
    skip: 'Skip',
    leave: 'Leave the tour',
    steps: {
      find: { title: 'Find a customer.', advice: 'Type {{number}}, then Enter.' },
      palette: {
        title: 'Everything is found by its name.',
        advice: 'Open the commands, type the beginning of a section; Escape closes them.',
      },
      payer: {
        title: 'Who pays?',
        advice: 'See which balance pays for a call, a text or internet, and why the others do not.',
      },
      pass: {
        title: 'Sell a pass.',
        advice: 'Price, what pays and what stands in the way are shown before it is confirmed.',
      },
      ussd: {
        title: 'Show #122#.',
        advice: 'What the customer will see on their own phone, key by key.',
      },
      end: {
        title: 'That was the tour.',
        advice: 'F1 shows all keys, Escape leaves the customer, F9 locks the post.',
      },
    },
  },
);
