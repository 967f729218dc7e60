import type { Language } from '../domain/language';
import type { Source } from '../view/customerView';

/** The words of #122# beside those of the view and the market pack. */
export interface UssdTexts {
  readonly more: string;
  readonly back: string;
  readonly home: string;
  readonly byMessage: string;
  readonly sentByMessage: string;
  readonly wrongChoice: string;
  readonly wrongNumber: string;
  readonly timedOut: (code: string) => string;
  readonly asOf: (dateTime: string, source: Source) => string;
  readonly pair: (label: string, value: string) => string;
  readonly percent: (percent: number) => string;
  readonly until: (date: string) => string;
  readonly from: (date: string) => string;
  readonly expiredOn: (date: string) => string;
  readonly period: (from: string, to: string) => string;
  readonly since: (date: string) => string;
  readonly ofWhichReserved: (amount: string) => string;
  readonly total: string;
  readonly reserved: string;
  readonly expired: string;
  readonly nothingNow: string;
  readonly notKnown: string;
  readonly mobile: string;
  readonly dayByDay: string;
  readonly voice: string;
  readonly sms: string;
  readonly data: string;
  readonly spend: string;
  readonly offer: string;
  readonly plan: string;
  readonly activeOptions: string;
  readonly subscribeOption: string;
  readonly renews: string;
  readonly price: string;
  readonly gives: string;
  readonly chooseHowToPay: string;
  readonly confirm: string;
  readonly confirmed: string;
  readonly replaceNumber: (number: string) => string;
  readonly addNumber: string;
  readonly changesLeft: (count: number) => string;
  readonly enterNumber: string;
  readonly orangeMoneyCode: (code: string) => string;
  readonly help: (code: string) => string;
}

export const ussdTexts: Readonly<Record<Language, UssdTexts>> = {
  fr: {
    more: 'Suite',
    back: 'Retour',
    home: 'Accueil',
    byMessage: 'SMS',
    sentByMessage: 'Ces informations vous sont données par message.',
    wrongChoice: 'Choix invalide',
    wrongNumber: 'Numéro invalide',
    timedOut: (code) => `Session expirée. Composez ${code}.`,
    asOf: (dateTime, source) => `Au ${dateTime} (${source === 'live' ? 'direct' : 'cache'})`,
    pair: (label, value) => `${label} : ${value}`,
    percent: (percent) => `${percent} %`,
    until: (date) => `jusqu’au ${date}`,
    from: (date) => `dès le ${date}`,
    expiredOn: (date) => `expiré le ${date}`,
    period: (from, to) => `Du ${from} au ${to}`,
    since: (date) => `Depuis le ${date}`,
    ofWhichReserved: (amount) => `dont réservé ${amount}`,
    total: 'Total',
    reserved: 'Réservé',
    expired: 'Expirés',
    nothingNow: 'Rien en ce moment.',
    notKnown: 'Information non disponible.',
    mobile: 'Mobile',
    dayByDay: 'Jour par jour',
    voice: 'Voix',
    sms: 'Messages',
    data: 'Internet',
    spend: 'Crédit',
    offer: 'Offre',
    plan: 'Profil',
    activeOptions: 'Options actives',
    subscribeOption: 'Souscrire une option',
    renews: 'se renouvelle',
    price: 'Prix',
    gives: 'Donne',
    chooseHowToPay: 'Payer avec :',
    confirm: 'Confirmer',
    confirmed: 'Votre choix est confirmé.',
    replaceNumber: (number) => `Remplacer ${number}`,
    addNumber: 'Ajouter un numéro',
    changesLeft: (count) => `Changements restants : ${count}`,
    enterNumber: 'Tapez le nouveau numéro.',
    orangeMoneyCode: (code) => `Vos opérations : ${code}`,
    help: (code) => `Le ${code} est gratuit. Tapez le chiffre d’une ligne, 0 ou 00 pour revenir.`,
  },
  en: {
    more: 'More',
    back: 'Back',
    home: 'Home',
    byMessage: 'SMS',
    sentByMessage: 'You are given this information by message.',
    wrongChoice: 'Invalid choice',
    wrongNumber: 'Invalid number',
    timedOut: (code) => `Session timed out. Dial ${code}.`,
    asOf: (dateTime, source) => `${dateTime} (${source === 'live' ? 'live' : 'cache'})`,
    pair: (label, value) => `${label}: ${value}`,
    percent: (percent) => `${percent}%`,
    until: (date) => `until ${date}`,
    from: (date) => `from ${date}`,
    expiredOn: (date) => `expired on ${date}`,
    period: (from, to) => `${from} to ${to}`,
    since: (date) => `Since ${date}`,
    ofWhichReserved: (amount) => `of which reserved ${amount}`,
    total: 'Total',
    reserved: 'Reserved',
    expired: 'Expired',
    nothingNow: 'Nothing at the moment.',
    notKnown: 'Information not available.',
    mobile: 'Mobile',
    dayByDay: 'Day by day',
    voice: 'Voice',
    sms: 'Messages',
    data: 'Internet',
    spend: 'Credit',
    offer: 'Offer',
    plan: 'Plan',
    activeOptions: 'Active options',
    subscribeOption: 'Subscribe to an option',
    renews: 'renews',
    price: 'Price',
    gives: 'Gives',
    chooseHowToPay: 'Pay with:',
    confirm: 'Confirm',
    confirmed: 'Your choice is confirmed.',
    replaceNumber: (number) => `Replace ${number}`,
    addNumber: 'Add a number',
    changesLeft: (count) => `Changes left: ${count}`,
    enterNumber: 'Type the new number.',
    orangeMoneyCode: (code) => `Your operations: ${code}`,
    help: (code) => `${code} is free of charge. Type the digit of a line, 0 or 00 to go back.`,
  },
};
