/** What the counter's actions and the places of a customer's page are called, in both languages at once: the palette finds them by either. */
import type { Localized } from '../../shared/domain/language';

interface ActionText {
  readonly name: Localized;
  readonly explain: Localized;
}

function action(fr: readonly [string, string], en: readonly [string, string]): ActionText {
  return { name: { fr: fr[0], en: en[0] }, explain: { fr: fr[1], en: en[1] } };
}

export const actionTexts = {
  help: action(
    ['Touches', 'Montrer ou cacher les touches qui servent en ce moment'],
    ['Keys', 'Show or hide the keys that work at this moment'],
  ),
  palette: action(
    ['Commandes', 'Trouver une action ou une section par son nom'],
    ['Commands', 'Find an action or a section by its name'],
  ),
  search: action(
    ['Chercher', 'Aller à la recherche, numéro sélectionné'],
    ['Search', 'Go to the search, number selected'],
  ),
  open: action(
    ['Ouvrir', 'Ouvrir le client dont le numéro est tapé, ou suivre un code de borne ou de reçu'],
    ['Open', 'Open the customer whose number is typed, or follow the code of a kiosk or a receipt'],
  ),
  sections: action(['Parcourir', 'Section suivante, précédente'], ['Move', 'Next, previous section']),
  columns: action(['Colonnes', 'Colonne suivante, précédente'], ['Columns', 'Next, previous column']),
  payer: action(
    ['Qui paie ?', 'Ouvrir ou fermer « Qui paie ? »'],
    ['Who pays?', 'Open or close “Who pays?”'],
  ),
  ussd: action(
    ['#122#', 'Ouvrir ou fermer le simulateur #122#'],
    ['#122#', 'Open or close the #122# simulator'],
  ),
  receipt: action(
    ['Reçu', 'Voir, imprimer ou enregistrer un reçu de la page'],
    ['Receipt', 'See, print or save a receipt of the page'],
  ),
  sellPass: action(['Pass', 'Vendre un pass au client'], ['Pass', 'Sell the customer a pass']),
  option: action(['Option', 'Souscrire ou arrêter une option'], ['Option', 'Take or stop an option']),
  plan: action(['Profil', 'Changer le profil du client'], ['Plan', 'Change the customer’s plan']),
  numbers: action(
    ['Numéros', 'Ajouter, remplacer ou retirer un numéro préféré'],
    ['Numbers', 'Add, replace or remove a preferred number'],
  ),
  bill: action(['Facture', 'Payer une facture du client'], ['Bill', 'Pay a bill of the customer']),
  orders: action(
    ['Demandes', 'Voir les demandes de la boutique, les reprendre ou les annuler'],
    ['Orders', 'See the orders of the shop, take them over or cancel them'],
  ),
  recent: action(
    ['Clients récents', 'Aller aux clients de cette session ; le client ouvert est fermé'],
    ['Recent customers', 'Go to the customers of this session; the open customer is closed'],
  ),
  refresh: action(
    ['Actualiser', 'Demander de nouveau les soldes à l’opérateur'],
    ['Refresh', 'Ask the operator for the balances again'],
  ),
  otherLine: action(
    ['Autre ligne', 'Passer à la ligne suivante du même client'],
    ['Other line', 'Go to the next line of the same customer'],
  ),
  language: action(
    ['English', 'Passer du français à l’anglais et retour'],
    ['Français', 'Switch between English and French'],
  ),
  post: action(
    ['Ce poste', 'Ouvrir ou fermer l’état de ce poste'],
    ['This post', 'Open or close the state of this post'],
  ),
  audit: action(
    ['Journal d’audit', 'Ouvrir ou fermer le journal d’audit'],
    ['Audit log', 'Open or close the audit log'],
  ),
  reason: action(
    ['Motif', 'Changer le motif de la recherche'],
    ['Reason', 'Change the reason of the lookup'],
  ),
  presence: action(
    ['Client présent', 'Faire confirmer par le client, avec son code secret, qu’il est là'],
    ['Customer present', 'Have the customer confirm with their secret code that they are here'],
  ),
  tour: action(
    ['Visite guidée', 'Commencer ou quitter la visite guidée'],
    ['Guided tour', 'Begin or leave the guided tour'],
  ),
  dismiss: action(
    ['Masquer l’avis', 'Masquer l’avis affiché en bas ; le suivant paraît'],
    ['Dismiss notice', 'Dismiss the notice at the foot; the next one appears'],
  ),
  lock: action(['Verrouiller', 'Verrouiller le comptoir'], ['Lock', 'Lock the counter']),
  leave: action(
    ['Fermer', 'Fermer ce qui est devant, puis le client'],
    ['Close', 'Close what is in front, then the customer'],
  ),
} as const satisfies Readonly<Record<string, ActionText>>;

/** Places that #122# has no name for; the others bear the name of its menu. */
export const placeTexts = {
  orders: { fr: 'Demandes', en: 'Orders' },
  alerts: { fr: 'Alertes', en: 'Alerts' },
  expiry: { fr: 'Expire d’abord', en: 'Expires first' },
  ledger: { fr: 'Mouvements', en: 'Movements' },
  bills: { fr: 'Factures', en: 'Bills' },
  lines: { fr: 'Autres lignes', en: 'Other lines' },
  advice: { fr: 'À dire au client', en: 'What to tell the customer' },
} as const satisfies Readonly<Record<string, Localized>>;

/** The name of the action that opens one other line. @param number as it is read */
export function lineActionName(number: string): Localized {
  return { fr: `Ligne ${number}`, en: `Line ${number}` };
}
