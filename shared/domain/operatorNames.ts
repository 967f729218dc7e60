/**
 * How the operator's systems name what Comptoir has its own words for, as data: another operator is another set of
 * names. Names are compared without regard to case.
 */
import type { Localized } from './language';
import type { OrderReason } from './order';

export interface OperatorNames {
  /** Products or buckets that are the main account. */
  readonly mainAccount: readonly string[];
  readonly orangeMoney: readonly string[];
  /** What the market's currency is called beside its ISO code. */
  readonly currency: readonly string[];
  /** Characteristics of a line and its options. */
  readonly characteristics: {
    readonly kind: string;
    readonly plan: string;
    readonly renews: string;
    readonly payer: string;
    readonly preferredNumbers: string;
    readonly preferredNumbersMax: string;
    readonly preferredNumbersChangesLeft: string;
    readonly addPreferredNumber: string;
    readonly removePreferredNumber: string;
  };
  /** Kinds of line. */
  readonly kinds: Readonly<Record<string, 'prepaid' | 'postpaid' | 'hybrid'>>;
  /** Categories of the catalogue that say what an offer is. */
  readonly offerKinds: Readonly<Record<string, 'pass' | 'option'>>;
  /** The words by which an order is turned down. */
  readonly rejections: Readonly<Record<string, OrderReason>>;
  /** The message in which the operator puts a code, at `{{code}}`; at most 160 characters. */
  readonly codeMessage: Localized;
}

export const orangeOperatorNames: OperatorNames = {
  mainAccount: ['main', 'main account', 'main balance', 'compte principal', 'crédit principal', 'principal'],
  orangeMoney: ['orangeMoney', 'orange money'],
  currency: ['F CFA', 'FCFA', 'CFA', 'F'],
  characteristics: {
    kind: 'kind',
    plan: 'plan',
    renews: 'renews',
    payer: 'payer',
    preferredNumbers: 'preferredNumbers',
    preferredNumbersMax: 'preferredNumbersMax',
    preferredNumbersChangesLeft: 'preferredNumbersChangesLeft',
    addPreferredNumber: 'addPreferredNumber',
    removePreferredNumber: 'removePreferredNumber',
  },
  kinds: {
    prepaid: 'prepaid',
    prépayé: 'prepaid',
    postpaid: 'postpaid',
    postpayé: 'postpaid',
    hybrid: 'hybrid',
    hybride: 'hybrid',
  },
  offerKinds: {
    pass: 'pass',
    passes: 'pass',
    forfait: 'pass',
    forfaits: 'pass',
    bundle: 'pass',
    option: 'option',
    options: 'option',
  },
  rejections: {
    INSUFFICIENT_BALANCE: 'insufficientBalance',
    INSUFFICIENT_FUNDS: 'insufficientBalance',
    NOT_ELIGIBLE: 'notEligible',
    ALREADY_ACTIVE: 'alreadyActive',
    CHANGE_LIMIT: 'changeLimit',
    UNKNOWN_OFFER: 'unknownOffer',
  },
  // GSM 03.38 only: one other character halves what a message holds.
  codeMessage: {
    fr: "Orange : votre code est {{code}}. Ne le donnez à personne, sauf pour l'écran devant vous.",
    en: 'Orange: your code is {{code}}. Give it to nobody, only to the screen in front of you.',
  },
};
