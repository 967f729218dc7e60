import { orangeBonusCatalogue } from '../bonusAccounts';
import type { MarketPack } from '../market';
import { orangeMenu } from '../menu';
import { orangeOperatorNames } from '../operatorNames';

export const coteDIvoire: MarketPack = {
  code: 'CI',
  name: { fr: 'Côte d’Ivoire', en: 'Côte d’Ivoire' },
  numbers: { country: 'CI', groups: [2, 2, 2, 2, 2], onNetPrefixes: ['07'], example: '07 00 00 00 01' },
  currency: 'XOF',
  timeZone: 'Africa/Abidjan',
  locales: { fr: 'fr-CI', en: 'en-GB' },
  serviceCodes: { consumption: '#122#', orangeMoney: '#144#' },
  ussd: { menu: orangeMenu, sessionTimeoutSeconds: 120 },
  emergencyNumbers: [
    { number: '170', label: { fr: 'Police secours', en: 'Police' } },
    { number: '180', label: { fr: 'Pompiers', en: 'Fire brigade' } },
    { number: '185', label: { fr: 'SAMU', en: 'Ambulance' } },
  ],
  plans: { names: ['Novamix', 'Tigre', 'Dauphin', 'Aigle'], changesPerMonth: 3 },
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
  bucketCodes: new Map([
    ['DATA_NUIT', 'internet.nuit'],
    ['DATA_RS', 'internet.social'],
    ['VOIX_INTER', 'minutes.special.international'],
  ]),
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
