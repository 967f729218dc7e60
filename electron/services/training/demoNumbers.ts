/** The documented subscribers of the training mode: one number for each state worth showing. */
import type { Localized } from '../../../shared/domain/language';

const demoNumberList = [
  {
    key: 'richActive',
    shows: {
      fr: 'Ligne active et bien garnie : vingt comptes bonus, alertes, toutes les rubriques ; ses soldes bougent',
      en: 'Rich active line: twenty bonus accounts, alerts, every section; its balances move',
    },
  },
  {
    key: 'inactive',
    shows: {
      fr: 'Ligne inactive : seuls le compte principal et sa date d’expiration se montrent',
      en: 'Inactive line: only the main account and its expiry date are shown',
    },
  },
  {
    key: 'deactivated',
    shows: {
      fr: 'Ligne désactivée : seuls le compte principal et sa date d’expiration se montrent',
      en: 'Deactivated line: only the main account and its expiry date are shown',
    },
  },
  {
    key: 'expiringTonight',
    shows: {
      fr: 'Crédit, minutes et internet qui expirent ce soir à minuit',
      en: 'Credit, minutes and internet that expire tonight at midnight',
    },
  },
  {
    key: 'everythingExpired',
    shows: {
      fr: 'Tout a expiré : chaque bonus et le compte principal',
      en: 'Everything has expired: every bonus and the main account',
    },
  },
  {
    key: 'unknownCodes',
    shows: {
      fr: 'Bonus que le catalogue ne connaît pas : rangés sous « Autres avantages » avec leur propre nom',
      en: 'Bonuses the catalogue does not know: kept under “Other benefits” with the name they came with',
    },
  },
  {
    key: 'absentSections',
    shows: {
      fr: 'Seul le strict nécessaire est arrivé : le reste n’est pas connu, ce qui n’est pas zéro',
      en: 'Only what is required has come: the rest is not known, which is not zero',
    },
  },
  {
    key: 'overdueBill',
    shows: {
      fr: 'Postpayé avec une facture échue et impayée, une autre à payer, les précédentes payées',
      en: 'Postpaid with an overdue bill, another one due, earlier ones paid',
    },
  },
  {
    key: 'severalContracts',
    shows: {
      fr: 'Cliente à trois lignes, qui renvoient l’une à l’autre',
      en: 'Customer with three lines that point at each other',
    },
  },
  {
    key: 'secondContract',
    shows: { fr: 'La deuxième ligne de la même cliente', en: 'The second line of the same customer' },
  },
  {
    key: 'inactiveContract',
    shows: {
      fr: 'La troisième ligne de la même cliente, inactive',
      en: 'The third line of the same customer, inactive',
    },
  },
  {
    key: 'dataAt85Percent',
    shows: {
      fr: 'Forfait internet consommé à 85 % : l’alerte des 80 %',
      en: 'Internet allowance used to 85%: the 80% alert',
    },
  },
  {
    key: 'dataOver100Percent',
    shows: {
      fr: 'Forfait internet dépassé (112 %) : l’alerte des 100 %',
      en: 'Internet allowance overrun (112%): the 100% alert',
    },
  },
  {
    key: 'sixtyBuckets',
    shows: {
      fr: 'Soixante bonus à la fois : les longues listes',
      en: 'Sixty bonuses at once: the long lists',
    },
  },
  {
    key: 'veryLongName',
    shows: { fr: 'Un nom et une offre très longs', en: 'A very long name and offer' },
  },
  {
    key: 'zeroBalances',
    shows: {
      fr: 'Tout est à zéro : vide, mais connu',
      en: 'Everything at zero: empty, but known',
    },
  },
  {
    key: 'englishSpeaking',
    shows: {
      fr: 'Client anglophone ; ses soldes bougent aussi',
      en: 'English-speaking customer; balances move too',
    },
  },
  {
    key: 'hostileStrings',
    shows: {
      fr: 'Textes hostiles (HTML, SQL, écriture de droite à gauche, émojis), montrés tels quels',
      en: 'Hostile texts (HTML, SQL, right-to-left script, emoji), shown as they are',
    },
  },
  {
    key: 'oldSnapshot',
    shows: {
      fr: 'Relevé vieux de 45 jours : trop ancien pour montrer les soldes',
      en: 'Snapshot 45 days old: too old to show its balances',
    },
  },
  {
    key: 'negativeBalance',
    shows: {
      fr: 'Compte principal négatif : une avance de crédit à rembourser',
      en: 'Negative main account: a credit advance to pay back',
    },
  },
  {
    key: 'notYetValid',
    shows: {
      fr: 'Bonus offerts qui ne valent qu’à partir de demain ou plus tard',
      en: 'Bonuses that count only from tomorrow or later',
    },
  },
] as const;

export type DemoKey = (typeof demoNumberList)[number]['key'];

export interface DemoNumber {
  readonly key: DemoKey;
  /** E.164 digits. */
  readonly msisdn: string;
  readonly shows: Localized;
}

const firstDemoNumber = 225_07_00_00_00_01;

/** Of these the live interfaces tell nothing: they show what a feed leaves open, or has not brought for long. */
export const demosOfFeedOnly: readonly DemoKey[] = ['absentSections', 'oldSnapshot'];

/** In the order of their numbers, from 07 00 00 00 01 on; also the first subscribers in the feed. */
export const demoNumbers: readonly DemoNumber[] = demoNumberList.map(({ key, shows }, index) => ({
  key,
  msisdn: String(firstDemoNumber + index),
  shows,
}));
