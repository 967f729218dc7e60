/** Everything that differs by country, as data. */
import type { BonusCatalogue } from './bonusCatalogue';
import type { CustomerStatus } from './feedDocument';
import type { Language, Localized } from './language';
import type { MenuEntry } from './menu';
import type { OperatorNames } from './operatorNames';
import type { PayerRules } from './payer';
import type { CurrencyCode } from './unit';
import { cameroon } from './markets/cameroon';
import { coteDIvoire } from './markets/coteDIvoire';

export type MarketCode = 'CI' | 'CM';

export interface MarketPack {
  readonly code: MarketCode;
  readonly name: Localized;
  readonly numbers: {
    /** ISO 3166 code, as the phone-number library knows it. */
    readonly country: 'CI' | 'CM';
    /** How the digits of a national number are grouped in writing; their sum is its length. */
    readonly groups: readonly number[];
    /** National prefixes of the operator's own lines: what "on-net" means. */
    readonly onNetPrefixes: readonly string[];
    /** As typed in the national form, for the empty search box. */
    readonly example: string;
  };
  readonly currency: CurrencyCode;
  /** IANA name. */
  readonly timeZone: string;
  /** BCP 47 tag with which amounts and dates are written. */
  readonly locales: Readonly<Record<Language, string>>;
  readonly serviceCodes: { readonly consumption: string; readonly orangeMoney: string };
  readonly ussd: { readonly menu: readonly MenuEntry[]; readonly sessionTimeoutSeconds: number };
  readonly emergencyNumbers: readonly { readonly number: string; readonly label: Localized }[];
  /** Profiles that a customer can choose from; changing is free, so many times a month. */
  readonly plans: { readonly names: readonly string[]; readonly changesPerMonth: number };
  readonly preferredNumbers: { readonly max: number; readonly changesPerMonth: number };
  /** Whole percents of an allowance, ascending: a warning, then reached. */
  readonly alertThresholds: { readonly warningPercent: number; readonly reachedPercent: number };
  /** Below this, in minor units, a main account is called low. */
  readonly lowBalance: { readonly amount: number };
  /** Days ahead: when a bonus, and the main account, are said to expire soon; how far "expires first" looks. */
  readonly expiry: { readonly soonDays: number; readonly mainSoonDays: number; readonly horizonDays: number };
  /** How old a value may be and still be shown, by class; `volume` holds for time and messages too. */
  readonly timeToLiveHours: { readonly money: number; readonly volume: number; readonly profile: number };
  /** When night bonuses count, for a bucket that does not say. */
  readonly nightWindow: { readonly from: string; readonly to: string };
  readonly catalogue: BonusCatalogue;
  /** Which balance pays before which. */
  readonly payer: PayerRules;
  /** Operator's bucket codes → our catalogue codes, with `.intra`, `.tous` or `.international` where they say how far. */
  readonly bucketCodes: ReadonlyMap<string, string>;
  /** The other names that the operator's interfaces use. */
  readonly operatorNames: OperatorNames;
  /** What a customer whose line is not active is told to do. */
  readonly reactivationAdvice: Readonly<Record<Exclude<CustomerStatus, 'active'>, Localized>>;
}

const packs: Readonly<Record<MarketCode, MarketPack>> = { CI: coteDIvoire, CM: cameroon };

export function marketPack(code: MarketCode): MarketPack {
  return packs[code];
}
