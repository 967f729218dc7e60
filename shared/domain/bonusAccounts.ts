/** The twenty bonus accounts of Orange, under their French names as customers know them. */
import type { BonusCatalogue, CatalogueAccount, CatalogueHeading, Traffic } from './bonusCatalogue';

const everything: readonly Traffic[] = ['call', 'sms', 'data', 'socialData'];
const callsAndSms: readonly Traffic[] = ['call', 'sms'];
const anyData: readonly Traffic[] = ['data', 'socialData'];

/** A heading that is itself the account: its balances are told apart by reach and unit. */
function headingOfOne(account: CatalogueAccount): CatalogueHeading {
  return { code: account.code, label: account.label, accounts: [account] };
}

export const orangeBonusCatalogue: BonusCatalogue = {
  otherLabel: { fr: 'Autres avantages', en: 'Other benefits' },
  categories: [
    {
      code: 'credit',
      label: { fr: 'Bonus Crédit', en: 'Credit bonus' },
      purpose: {
        fr: 'Crédit pour les appels, les SMS et internet, vers Orange et les autres réseaux.',
        en: 'Credit for calls, SMS and internet, to Orange and other networks.',
      },
      unitKinds: ['money'],
      headings: [
        {
          code: 'credit.mensuel',
          label: { fr: 'Bonus Mensuel', en: 'Monthly bonus' },
          accounts: [
            {
              code: 'credit.mensuel.mensuel',
              label: { fr: 'Crédit mensuel', en: 'Monthly credit' },
              purpose: {
                fr: 'Déposé chaque mois selon votre conso du mois passé.',
                en: 'Deposited each month according to last month’s consumption.',
              },
              pays: everything,
              reach: 'tous',
            },
            {
              code: 'credit.mensuel.omoney',
              label: { fr: 'Crédit Omoney', en: 'Omoney credit' },
              purpose: {
                fr: 'Déposé chaque mois selon votre usage d’Orange Money du mois passé.',
                en: 'Deposited each month according to last month’s Orange Money use.',
              },
              pays: everything,
              reach: 'tous',
            },
            {
              code: 'credit.mensuel.intra',
              label: { fr: 'Intra', en: 'Intra' },
              purpose: {
                fr: 'Appels et SMS d’Orange à Orange (ancien sous-compte Intra).',
                en: 'Calls and SMS from Orange to Orange (formerly the Intra sub-account).',
              },
              pays: callsAndSms,
              reach: 'intra',
            },
            {
              code: 'credit.mensuel.bonus',
              label: { fr: 'Bonus', en: 'Bonus' },
              purpose: {
                fr: 'Appels et SMS vers tous les réseaux (ancien Bonus Permanent).',
                en: 'Calls and SMS to all networks (formerly the Permanent Bonus).',
              },
              pays: callsAndSms,
              reach: 'tous',
            },
          ],
        },
        {
          code: 'credit.omoney',
          label: { fr: 'Bonus Omoney', en: 'Omoney bonus' },
          accounts: [
            {
              code: 'credit.omoney.intra',
              label: { fr: 'OM intra', en: 'OM intra' },
              purpose: {
                fr: 'Appels et SMS vers Orange : week-end surprise, 100 % au rechargement.',
                en: 'Calls and SMS to Orange: surprise weekend, 100% on top-up.',
              },
              pays: callsAndSms,
              reach: 'intra',
            },
            {
              code: 'credit.omoney.tous',
              label: { fr: 'OM Tous Réseaux', en: 'OM all networks' },
              purpose: {
                fr: 'Appels et SMS vers tous les réseaux : week-end surprise, 100 % au rechargement.',
                en: 'Calls and SMS to all networks: surprise weekend, 100% on top-up.',
              },
              pays: callsAndSms,
              reach: 'tous',
            },
          ],
        },
        {
          code: 'credit.weekend',
          label: { fr: 'Offre weekend', en: 'Weekend offer' },
          accounts: [
            {
              code: 'credit.weekend.intra',
              label: { fr: 'WES intra', en: 'WES intra' },
              purpose: {
                fr: 'Appels et SMS vers Orange : 100 % au rechargement.',
                en: 'Calls and SMS to Orange: 100% on top-up.',
              },
              pays: callsAndSms,
              reach: 'intra',
            },
            {
              code: 'credit.weekend.tous',
              label: { fr: 'WES Tous Réseaux', en: 'WES all networks' },
              purpose: {
                fr: 'Appels et SMS vers tous les réseaux : 100 % au rechargement.',
                en: 'Calls and SMS to all networks: 100% on top-up.',
              },
              pays: callsAndSms,
              reach: 'tous',
            },
          ],
        },
        {
          code: 'credit.special',
          label: { fr: 'Spécial', en: 'Special' },
          accounts: [
            {
              code: 'credit.special.intra',
              label: { fr: 'Spécial Intra', en: 'Special intra' },
              purpose: { fr: 'Appels et SMS vers Orange.', en: 'Calls and SMS to Orange.' },
              pays: callsAndSms,
              reach: 'intra',
            },
            {
              code: 'credit.special.tous',
              label: { fr: 'Spécial Tous Réseaux', en: 'Special all networks' },
              purpose: {
                fr: 'Appels et SMS vers tous les réseaux.',
                en: 'Calls and SMS to all networks.',
              },
              pays: callsAndSms,
              reach: 'tous',
            },
          ],
        },
      ],
    },
    {
      code: 'minutes',
      label: { fr: 'Bonus Minutes', en: 'Minutes bonus' },
      purpose: {
        fr: 'Appels et SMS vers Orange, les autres réseaux et l’international.',
        en: 'Calls and SMS to Orange, other networks and abroad.',
      },
      unitKinds: ['time', 'messages'],
      headings: [
        headingOfOne({
          code: 'minutes.mensuel',
          label: { fr: 'Bonus Mensuel', en: 'Monthly bonus' },
          purpose: {
            fr: 'Appels et SMS déposés chaque mois.',
            en: 'Calls and SMS deposited each month.',
          },
          pays: callsAndSms,
        }),
        headingOfOne({
          code: 'minutes.omoney',
          label: { fr: 'Bonus Omoney', en: 'Omoney bonus' },
          purpose: {
            fr: 'Appels et SMS offerts pour l’usage d’Orange Money.',
            en: 'Calls and SMS given for using Orange Money.',
          },
          pays: callsAndSms,
        }),
        headingOfOne({
          code: 'minutes.weekend',
          label: { fr: 'Offre weekend', en: 'Weekend offer' },
          purpose: {
            fr: 'Appels et SMS de l’offre du week-end.',
            en: 'Calls and SMS of the weekend offer.',
          },
          pays: callsAndSms,
        }),
        headingOfOne({
          code: 'minutes.special',
          label: { fr: 'Spécial', en: 'Special' },
          purpose: {
            fr: 'Appels et SMS d’offres promotionnelles.',
            en: 'Calls and SMS from promotions.',
          },
          pays: callsAndSms,
        }),
      ],
    },
    {
      code: 'internet',
      label: { fr: 'Internet', en: 'Internet' },
      purpose: {
        fr: 'Volume pour naviguer sur internet.',
        en: 'Data volume for browsing the internet.',
      },
      unitKinds: ['volume'],
      headings: [
        headingOfOne({
          code: 'internet.mensuel',
          label: { fr: 'Bonus Mensuel', en: 'Monthly bonus' },
          purpose: { fr: 'Bonus internet du mois.', en: 'Monthly internet bonus.' },
          pays: anyData,
        }),
        headingOfOne({
          code: 'internet.hebdo',
          label: { fr: 'Bonus Hebdo', en: 'Weekly bonus' },
          purpose: { fr: 'Bonus internet de la semaine.', en: 'Weekly internet bonus.' },
          pays: anyData,
        }),
        headingOfOne({
          code: 'internet.nuit',
          label: { fr: 'Bonus Nuit', en: 'Night bonus' },
          purpose: {
            fr: 'Bonus internet de nuit, en promotion.',
            en: 'Night internet bonus, from promotions.',
          },
          pays: anyData,
          nightOnly: true,
        }),
        headingOfOne({
          code: 'internet.special',
          label: { fr: 'Spécial internet', en: 'Special internet' },
          purpose: { fr: 'Bonus internet offert.', en: 'Internet bonus given to you.' },
          pays: anyData,
        }),
        headingOfOne({
          code: 'internet.family',
          label: { fr: 'Family Data', en: 'Family Data' },
          purpose: { fr: 'Volume internet Family Data partagé.', en: 'Shared Family Data volume.' },
          pays: anyData,
        }),
        headingOfOne({
          code: 'internet.social',
          label: { fr: 'Réseaux sociaux', en: 'Social networks' },
          purpose: {
            fr: 'Volume internet pour les réseaux sociaux.',
            en: 'Internet volume for social networks.',
          },
          pays: ['socialData'],
        }),
      ],
    },
  ],
};
