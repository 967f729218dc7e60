import { orangeBonusCatalogue } from '../bonusAccounts';
import type { MarketPack } from '../market';
import { orangeMenu } from '../menu';
import { orangeOperatorNames } from '../operatorNames';

export const cameroon: MarketPack = {
  code: 'CM',
  name: { fr: 'Cameroun', en: 'Cameroon' },
  numbers: {
    country: 'CM',
    groups: [1, 2, 2, 2, 2],
    onNetPrefixes: ['655', '656', '657', '658', '659', '69'],
    example: '6 90 00 00 01',
  },
  currency: 'XAF',
  timeZone: 'Africa/Douala',
  locales: { fr: 'fr-CM', en: 'en-CM' },
  serviceCodes: { consumption: '#122#', orangeMoney: '#150#' },
  ussd: { menu: orangeMenu, sessionTimeoutSeconds: 120 },
  emergencyNumbers: [
    { number: '117', label: { fr: 'Police secours', en: 'Police' } },
    { number: '118', label: { fr: 'Pompiers', en: 'Fire brigade' } },
    { number: '119', label: { fr: 'SAMU', en: 'Ambulance' } },
  ],
  // No list is published for this market: the plan's name is shown as the feed gives it.
  plans: { names: [], changesPerMonth: 3 },
  preferredNumbers: { max: 3, changesPerMonth: 3 },
  alertThresholds: { warningPercent: 80, reachedPercent: 100 },
  lowBalance: { amount: 100 },
  expiry: { soonDays: 7, mainSoonDays: 7, horizonDays: 14 },
  timeToLiveHours: { money: 30 * 24, volume: 30 * 24, profile: 90 * 24 },
  nightWindow: { from: '00:00', to: '05:00' },
  catalogue: orangeBonusCatalogue,
  payer: {
    order: ['bonusFirst', 'narrowestReach', 'narrowestWindow', 'earliestExpiry'],
    reaches: {
      intra: ['onNet'],
      tous: ['onNet', 'offNet'],
      international: ['onNet', 'offNet', 'abroad'],
    },
  },
  bucketCodes: new Map(),
  operatorNames: orangeOperatorNames,
  reactivationAdvice: {
    inactive: {
      fr: 'Rechargez votre compte pour réactiver votre ligne.',
      en: 'Top up your account to reactivate your line.',
    },
    deactivated: {
      fr: 'Présentez-vous au comptoir avec une pièce d’identité pour réactiver votre ligne.',
      en: 'Come to the counter with an identity document to reactivate your line.',
    },
  },
};
