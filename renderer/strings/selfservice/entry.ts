import { localizedTexts } from '../localizedTexts';

/** The kiosk's frame, and its pages until somebody has said who they are: short, calm, in the customer's words. */
export const entry = localizedTexts(
  {
    percent: '{{percent, number}} %',
    ussdHint: 'Sur votre téléphone, composez <code>{{path}}</code> : c’est gratuit.',
    frame: {
      home: 'Accueil',
      end: 'Terminer',
      scroll: 'Faire défiler',
      up: 'Page précédente',
      down: 'Page suivante',
      more: 'Suite',
    },
    comfort: {
      textSize: 'Taille du texte',
      normal: 'Texte normal',
      large: 'Grand texte',
      largest: 'Très grand texte',
      contrast: 'Contraste élevé',
      hideAmounts: 'Masquer les montants',
    },
    training: {
      title: 'Mode formation.',
      text: 'Tous les clients sont inventés.',
      numbers: 'Numéros d’essai',
      counter: 'Vue conseiller',
      close: 'Fermer',
    },
    idle: {
      title: 'Êtes-vous toujours là ?',
      text: 'Touchez l’écran pour continuer. Sinon, tout ce qui est affiché sera effacé.',
      seconds_one: 'seconde',
      seconds_many: 'secondes',
      seconds_other: 'secondes',
      stay: 'Je continue',
    },
    welcome: {
      title: 'Vos bonus et votre conso, d’un coup d’œil',
      promises: {
        account: 'Compte principal et date de validité',
        bonus: 'Bonus crédit, minutes et internet',
        usage: 'Consommation, jour par jour',
        services: 'Options, pass et numéros préférés',
      },
      start: 'Commencer',
      startHint: 'Touchez ici',
    },
    service: {
      starting: 'Mise en route.',
      startingText: 'La borne se connecte.',
      online: 'En ligne.',
      onlineText: 'Soldes à jour, dernier contact : {{when}}.',
      offline: 'Hors ligne.',
      offlineText:
        'Vous voyez les soldes du dernier contact ({{when}}). Ce qui a changé depuis n’y est pas encore.',
      tooOldText:
        'Le dernier contact date du {{when}} : les montants trop anciens ne sont plus montrés, le reste se consulte.',
      empty: 'Les soldes ne sont pas encore arrivés ici.',
      emptyText: 'Nos conseillers vous renseignent au comptoir.',
      firstSync: 'Première mise en route : votre numéro n’est peut-être pas encore arrivé.',
    },
    number: {
      title: 'Quel est votre numéro ?',
      hint: 'Tapez-le en entier, par exemple {{example}}.',
      label: 'Votre numéro',
      confirm: 'Continuer',
      wait: 'Un instant…',
      problems: {
        incomplete: {
          title: 'Ce numéro n’est pas complet.',
          advice: 'Vérifiez les chiffres, puis réessayez.',
        },
        notHere: {
          title: 'Nous ne pouvons pas afficher ce numéro ici.',
          advice: 'Vérifiez les chiffres, ou demandez à un conseiller.',
        },
        unavailable: {
          title: 'La consultation ne répond pas pour le moment.',
          advice: 'Réessayez dans un instant, ou demandez à un conseiller.',
        },
        removed: {
          title: 'Ce compte n’est plus consultable ici.',
          advice: 'Un conseiller vous renseigne au comptoir.',
        },
      },
    },
    keypad: { label: 'Clavier', clear: 'Effacer', delete: 'Supprimer le dernier chiffre' },
  },
  {
    percent: '{{percent, number}}%',
    ussdHint: 'On your phone, dial <code>{{path}}</code>: it is free.',
    frame: {
      home: 'Home',
      end: 'Finish',
      scroll: 'Scroll',
      up: 'Page up',
      down: 'Page down',
      more: 'More',
    },
    comfort: {
      textSize: 'Text size',
      normal: 'Normal text',
      large: 'Large text',
      largest: 'Largest text',
      contrast: 'High contrast',
      hideAmounts: 'Hide amounts',
    },
    training: {
      title: 'Training mode.',
      text: 'All customers are invented.',
      numbers: 'Demo numbers',
      counter: 'Agent view',
      close: 'Close',
    },
    idle: {
      title: 'Are you still there?',
      text: 'Touch the screen to go on. Otherwise everything shown here will be cleared.',
      seconds_one: 'second',
      seconds_many: 'seconds',
      seconds_other: 'seconds',
      stay: 'Continue',
    },
    welcome: {
      title: 'Your bonuses and usage, at a glance',
      promises: {
        account: 'Main account and validity date',
        bonus: 'Credit, minutes and internet bonuses',
        usage: 'Usage, day by day',
        services: 'Options, passes and preferred numbers',
      },
      start: 'Start',
      startHint: 'Touch here',
    },
    service: {
      starting: 'Starting up.',
      startingText: 'The kiosk is connecting.',
      online: 'Online.',
      onlineText: 'Balances up to date, last contact: {{when}}.',
      offline: 'Offline.',
      offlineText:
        'You see the balances of the last contact ({{when}}). What changed since is not there yet.',
      tooOldText:
        'The last contact was on {{when}}: amounts that are too old are no longer shown, the rest can be read.',
      empty: 'Balances have not arrived here yet.',
      emptyText: 'Our staff can help you at the counter.',
      firstSync: 'First start: your number may not have arrived yet.',
    },
    number: {
      title: 'What is your number?',
      hint: 'Type all of it, for instance {{example}}.',
      label: 'Your number',
      confirm: 'Continue',
      wait: 'One moment…',
      problems: {
        incomplete: { title: 'This number is not complete.', advice: 'Check the digits, then try again.' },
        notHere: {
          title: 'We cannot show this number here.',
          advice: 'Check the digits, or ask a member of staff.',
        },
        unavailable: {
          title: 'Consultation does not answer at the moment.',
          advice: 'Try again in a moment, or ask a member of staff.',
        },
        removed: {
          title: 'This account can no longer be shown here.',
          advice: 'Our staff can help you at the counter.',
        },
      },
    },
    keypad: { label: 'Keypad', clear: 'Clear', delete: 'Delete the last digit' },
  },
);
