import { localizedTexts } from './localizedTexts';

/** Texts of the staff's way out of a kiosk. */
export const maintenance = localizedTexts(
  {
    title: 'Réservé au personnel',
    lead: 'Un responsable ouvre la maintenance pour dix minutes. L’ouverture est notée au journal.',
    login: 'Identifiant',
    password: 'Mot de passe',
    enter: 'Ouvrir la maintenance',
    asking: 'Vérification…',
    cancel: 'Annuler',
    keyboard: 'Clavier',
    shift: 'Majuscules',
    delete: 'Effacer',
    problems: {
      refused: 'Ce n’est pas l’identifiant et le mot de passe d’un responsable.',
      throttled: 'Trop d’essais.',
      contactTooOld:
        'Ce poste n’a pas joint le flux depuis plus de 72 heures : la connexion revient avec le réseau.',
      unavailable: 'La vérification n’est pas possible pour le moment.',
    },
    wait: 'Nouvel essai possible dans {{seconds, number}} s.',
    bar: 'Maintenance',
    openedBy: 'ouverte par {{by}}',
    locksIn: 'verrouillage dans {{time}}',
    version: 'Comptoir {{version}}',
    lock: 'Verrouiller maintenant',
    quit: 'Quitter Comptoir',
  },
  {
    title: 'Staff only',
    lead: 'A supervisor opens maintenance for ten minutes. The opening is written to the log.',
    login: 'Login',
    password: 'Password',
    enter: 'Open maintenance',
    asking: 'Checking…',
    cancel: 'Cancel',
    keyboard: 'Keyboard',
    shift: 'Capitals',
    delete: 'Delete',
    problems: {
      refused: 'This is not the login and password of a supervisor.',
      throttled: 'Too many tries.',
      contactTooOld:
        'This device has not reached the feed for more than 72 hours: sign-in returns with the network.',
      unavailable: 'This cannot be checked at the moment.',
    },
    wait: 'The next try is possible in {{seconds, number}} s.',
    bar: 'Maintenance',
    openedBy: 'opened by {{by}}',
    locksIn: 'locks in {{time}}',
    version: 'Comptoir {{version}}',
    lock: 'Lock now',
    quit: 'Quit Comptoir',
  },
);
