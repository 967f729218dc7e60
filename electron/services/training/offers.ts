/** The passes and options on sale in training mode. */
import type { OfferDocument } from '../../../shared/domain/feedDocument';
import { coteDIvoire } from '../../../shared/domain/markets/coteDIvoire';

const { currency } = coteDIvoire;

const anyPlan = { plans: ['*'] };
const payFromEither = ['main', 'orangeMoney'];

interface OfferTerms {
  readonly code: string;
  readonly family: string;
  readonly label: { readonly fr: string; readonly en: string };
  readonly price: number;
  readonly gives: NonNullable<OfferDocument['gives']>;
  /** Absent: prepaid and hybrid lines. */
  readonly kinds?: readonly string[];
}

function offer(kind: 'pass' | 'option', terms: OfferTerms): OfferDocument {
  return {
    _id: `offer:${terms.code}`,
    type: 'offer',
    schema: 1,
    code: terms.code,
    kind,
    family: terms.family,
    label: terms.label,
    price: terms.price,
    currency,
    gives: terms.gives,
    pay: payFromEither,
    eligible: { kinds: [...(terms.kinds ?? ['prepaid', 'hybrid'])], ...anyPlan },
  };
}

const allKinds = ['prepaid', 'hybrid', 'postpaid'];

const passes: readonly OfferTerms[] = [
  {
    code: 'PASS-NET-1J',
    family: 'internet',
    label: { fr: 'Pass Internet Jour', en: 'Day internet pass' },
    price: 250,
    gives: [{ code: 'internet.special', amount: 500_000_000, unit: 'B', validHours: 24 }],
  },
  {
    code: 'PASS-NET-7J',
    family: 'internet',
    label: { fr: 'Pass Internet Semaine', en: 'Week internet pass' },
    price: 1000,
    gives: [{ code: 'internet.hebdo', amount: 2_000_000_000, unit: 'B', validHours: 168 }],
  },
  {
    code: 'PASS-NET-30J',
    family: 'internet',
    label: { fr: 'Pass Internet Mois', en: 'Month internet pass' },
    price: 5000,
    gives: [{ code: 'internet.mensuel', amount: 10_000_000_000, unit: 'B', validHours: 720 }],
    kinds: allKinds,
  },
  {
    code: 'PASS-NUIT-7J',
    family: 'internet',
    label: { fr: 'Pass Nuit Semaine', en: 'Week night pass' },
    price: 500,
    gives: [{ code: 'internet.nuit', amount: 3_000_000_000, unit: 'B', validHours: 168 }],
  },
  {
    code: 'PASS-SOCIAL-7J',
    family: 'social',
    label: { fr: 'Pass Réseaux sociaux', en: 'Social networks pass' },
    price: 300,
    gives: [{ code: 'internet.social', amount: 700_000_000, unit: 'B', validHours: 168 }],
  },
  {
    code: 'PASS-VOIX-1J',
    family: 'voix',
    label: { fr: 'Pass Appels Jour', en: 'Day call pass' },
    price: 150,
    gives: [{ code: 'minutes.special', amount: 1200, unit: 's', reach: 'intra', validHours: 24 }],
  },
  {
    code: 'PASS-VOIX-7J',
    family: 'voix',
    label: { fr: 'Pass Appels Semaine tous réseaux', en: 'Week call pass, all networks' },
    price: 1000,
    gives: [{ code: 'minutes.special', amount: 3600, unit: 's', reach: 'tous', validHours: 168 }],
  },
  {
    code: 'PASS-INTER-30J',
    family: 'voix',
    label: { fr: 'Pass International', en: 'International call pass' },
    price: 2000,
    gives: [{ code: 'minutes.special', amount: 1800, unit: 's', reach: 'international', validHours: 720 }],
    kinds: allKinds,
  },
  {
    code: 'PASS-SMS-30J',
    family: 'sms',
    label: { fr: 'Pass SMS Mois', en: 'Month SMS pass' },
    price: 500,
    gives: [{ code: 'minutes.special', amount: 200, unit: 'sms', reach: 'tous', validHours: 720 }],
  },
];

/** What a line can have subscribed to. */
export const subscribableOptions: readonly [OfferTerms, ...OfferTerms[]] = [
  {
    code: 'OPT-NUIT',
    family: 'internet',
    label: { fr: 'Option Nuit', en: 'Night option' },
    price: 1500,
    gives: [{ code: 'internet.nuit', amount: 10_000_000_000, unit: 'B', validHours: 720 }],
    kinds: allKinds,
  },
  {
    code: 'OPT-FAMILY',
    family: 'internet',
    label: { fr: 'Option Family Data', en: 'Family Data option' },
    price: 7500,
    gives: [{ code: 'internet.family', amount: 20_000_000_000, unit: 'B', validHours: 720 }],
    kinds: ['hybrid', 'postpaid'],
  },
  {
    code: 'OPT-INTRA',
    family: 'voix',
    label: { fr: 'Option Orange à Orange', en: 'Orange to Orange option' },
    price: 1000,
    gives: [{ code: 'minutes.mensuel', amount: 7200, unit: 's', reach: 'intra', validHours: 720 }],
    kinds: allKinds,
  },
];

export const offerDocuments: readonly OfferDocument[] = [
  ...passes.map((terms) => offer('pass', terms)),
  ...subscribableOptions.map((terms) => offer('option', terms)),
];
