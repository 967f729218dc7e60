import type { Language } from '../../domain/language';
import type { PayerCriterion, RefusalReason } from '../../domain/payer';
import type { PayerUse } from '../payerUse';

/** The words of "Qui paie ?". */
export interface PayerTexts {
  readonly uses: Readonly<Record<PayerUse, string>>;
  /** Why one balance pays before the next. */
  readonly criteria: Readonly<Record<PayerCriterion, string>>;
  readonly refusals: Readonly<Record<RefusalReason, string>>;
  readonly allPaidBy: (title: string) => string;
  readonly restPaidBy: (rest: string, title: string) => string;
  readonly restUnpaid: (rest: string) => string;
}

export const payerTexts: Readonly<Record<Language, PayerTexts>> = {
  fr: {
    uses: {
      callOnNet: 'Appel vers Orange',
      callOffNet: 'Appel vers un autre réseau',
      callAbroad: 'Appel à l’international',
      smsOnNet: 'SMS vers Orange',
      smsOffNet: 'SMS vers un autre réseau',
      smsAbroad: 'SMS à l’international',
      dataDay: 'Internet de jour',
      dataNight: 'Internet de nuit',
      dataSocial: 'Réseaux sociaux',
    },
    criteria: {
      bonusFirst: 'les bonus paient avant le compte principal',
      narrowestReach: 'sert à moins d’usages',
      narrowestWindow: 'ne compte qu’à certaines heures',
      earliestExpiry: 'expire plus tôt',
    },
    refusals: {
      line: 'la ligne n’est pas active',
      unknownUse: 'son usage n’est pas connu',
      unit: 'ne paie pas ce type d’usage',
      use: 'n’est pas prévu pour cet usage',
      reach: 'ne couvre pas cette destination',
      expired: 'a expiré',
      notYetValid: 'n’est pas encore valable',
      window: 'ne compte pas à cette heure',
      reserved: 'est entièrement réservé',
      empty: 'est épuisé',
    },
    allPaidBy: (title) => `Tout est payé par ${title} au tarif de l’offre, tant que ce solde suffit.`,
    restPaidBy: (rest, title) =>
      `Le reste, ${rest}, est payé par ${title} au tarif de l’offre, tant que ce solde suffit.`,
    restUnpaid: (rest) => `Rien ne paie le reste : ${rest}.`,
  },
  en: {
    uses: {
      callOnNet: 'Call to Orange',
      callOffNet: 'Call to another network',
      callAbroad: 'Call abroad',
      smsOnNet: 'SMS to Orange',
      smsOffNet: 'SMS to another network',
      smsAbroad: 'SMS abroad',
      dataDay: 'Internet by day',
      dataNight: 'Internet at night',
      dataSocial: 'Social networks',
    },
    criteria: {
      bonusFirst: 'bonuses pay before the main account',
      narrowestReach: 'serves fewer uses',
      narrowestWindow: 'counts at certain hours only',
      earliestExpiry: 'expires sooner',
    },
    refusals: {
      line: 'the line is not active',
      unknownUse: 'its use is not known',
      unit: 'does not pay for this kind of use',
      use: 'is not meant for this use',
      reach: 'does not cover this destination',
      expired: 'has expired',
      notYetValid: 'is not valid yet',
      window: 'does not count at this hour',
      reserved: 'is wholly reserved',
      empty: 'is used up',
    },
    allPaidBy: (title) => `All of it is paid by ${title} at the rate of the offer, as far as that goes.`,
    restPaidBy: (rest, title) =>
      `The rest, ${rest}, is paid by ${title} at the rate of the offer, as far as that goes.`,
    restUnpaid: (rest) => `Nothing pays for the rest: ${rest}.`,
  },
};
