/**
 * The one view of a customer that the agent face, the self-service face and #122# render.
 * Every text is ready to show in the view's language; every amount keeps its integer beside its text.
 * A section that is `null` is not known (it never came, or too long ago), which is not the same as empty or zero.
 */
import type { CategoryCode } from '../domain/bonusCatalogue';
import type { CustomerStatus, Reach } from '../domain/feedDocument';
import type { Language } from '../domain/language';
import type { LedgerLabel } from '../domain/ledger';
import type { OrderIntent, OrderPayer, OrderState } from '../domain/order';
import type { Unit } from '../domain/unit';

export type Source = 'cache' | 'live';

/** An amount with its age. */
export interface Figure {
  /** Integer of the unit's smallest part; `null` when withheld. */
  readonly amount: number | null;
  readonly unit: Unit;
  /** `1 250 F CFA`, `1,5 Go`, `12 min 30 s`; a short sentence when withheld. */
  readonly text: string;
  /** ISO 8601 UTC; for a total, the oldest of its parts. */
  readonly asOf: string;
  readonly source: Source;
  /** Older than its class may be shown: the amount is not in the view at all. */
  readonly withheld: boolean;
}

/** A moment as people read it, in the market's time zone. */
export interface Moment {
  /** ISO 8601 UTC. */
  readonly at: string;
  /** `31/12/2026`; of an end that is to come, the last day on which there is something to use. */
  readonly date: string;
  /** `31/12/2026 à 23 h 59`. */
  readonly dateTime: string;
  /** `dans 3 jours`, `ce soir`, `hier`. */
  readonly relative: string;
  readonly past: boolean;
}

/** A calendar day as people read it. */
export interface Day {
  /** ISO 8601 calendar date. */
  readonly on: string;
  /** `31/12/2026`. */
  readonly date: string;
  /** `sam. 21`, for charts. */
  readonly short: string;
}

export interface MainAccountView {
  readonly label: string;
  readonly figure: Figure;
  readonly expiresAt: Moment | null;
  readonly expired: boolean;
}

export type AccountState = 'usable' | 'notYetValid' | 'expired';

export interface AccountView {
  /** Distinct among a customer's accounts. */
  readonly id: string;
  /** The catalogue's code; for an account that it does not know, the one that came. */
  readonly code: string;
  readonly label: string;
  /** Its name outside its category, where `Bonus Mensuel` alone could be any of three: `Internet › Bonus Mensuel`. */
  readonly title: string;
  /** What it is for, in one line. */
  readonly purpose: string | null;
  readonly figure: Figure;
  /** Held by the operator, not spendable; part of `figure` is not. */
  readonly reserved: Figure | null;
  readonly initial: Figure | null;
  /** Whole percent of `initial` that remains, 0 to 100. */
  readonly remainingPercent: number | null;
  readonly reach: Reach | null;
  readonly reachLabel: string | null;
  /** `de 0 h à 5 h`. */
  readonly window: string | null;
  readonly validFrom: Moment | null;
  readonly expiresAt: Moment | null;
  readonly state: AccountState;
}

export interface HeadingView {
  readonly code: string;
  readonly label: string;
  readonly accounts: readonly AccountView[];
}

export interface CategoryView {
  readonly code: CategoryCode;
  readonly label: string;
  readonly purpose: string;
  /** One per unit, of what can be used now: held amounts apart. In the order money, time, messages, volume. */
  readonly totals: readonly Figure[];
  /** One per unit that has something reserved. */
  readonly reserved: readonly Figure[];
  readonly nextToExpire: AccountView | null;
  /** How long all of it lasts, where the daily use is known for it: Internet. */
  readonly forecast: ForecastView | null;
  /** Headings that hold a balance that has not expired, in catalogue order. */
  readonly headings: readonly HeadingView[];
  /** The last to expire first. */
  readonly expired: readonly AccountView[];
  readonly ussdPath: string;
}

export interface ExpiryDayView {
  readonly day: Day;
  /** Of `nextToExpire`, what can be used on this day for the last time. */
  readonly accounts: readonly { readonly id: string; readonly category: CategoryCode }[];
}

export type AllowanceLevel = 'normal' | 'warning' | 'reached';

export interface ForecastView {
  readonly confidence: 'enough' | 'tooFewDays';
  /** `À ce rythme, votre internet dure jusqu'à jeudi.` */
  readonly text: string;
  readonly lastsUntil: Day | null;
  /** What the present rhythm leaves unused at expiry. */
  readonly lostAtExpiry: Figure | null;
}

export interface AllowanceView {
  readonly label: string;
  readonly kind: string;
  readonly used: Figure;
  readonly limit: Figure;
  /** Whole percent of the limit used; over 100 when overrun. */
  readonly percent: number;
  readonly level: AllowanceLevel;
  readonly forecast: ForecastView | null;
}

export interface UsageDayView {
  readonly day: Day;
  readonly voice: Figure | null;
  readonly sms: Figure | null;
  readonly data: Figure | null;
  readonly spend: Figure | null;
}

export interface ConsumptionView {
  readonly from: Day;
  readonly to: Day;
  readonly mobile: {
    readonly voice: Figure | null;
    readonly sms: Figure | null;
    readonly spend: Figure | null;
    readonly allowances: readonly AllowanceView[];
  };
  readonly internet: { readonly data: Figure | null; readonly allowances: readonly AllowanceView[] };
  /** Ascending; days that did not come are absent. */
  readonly days: readonly UsageDayView[];
  readonly ussdPath: string;
}

export type AlertKind =
  | 'allowanceWarning'
  | 'allowanceReached'
  | 'expiresTonight'
  | 'expiresSoon'
  | 'mainExpired'
  | 'mainExpiresSoon'
  | 'billOverdue'
  | 'lowBalance'
  | 'orderRejected'
  | 'orderParked';

/** Where the alert's one action leads. */
export type AlertAction = 'passes' | 'topUp' | 'bills' | 'bonus' | 'consumption' | 'orders';

export interface AlertView {
  readonly id: string;
  readonly kind: AlertKind;
  readonly severity: 'info' | 'warning' | 'critical';
  readonly text: string;
  readonly action: { readonly target: AlertAction; readonly label: string } | null;
}

export interface ProfileView {
  readonly kind: string | null;
  readonly kindLabel: string | null;
  readonly offer: string | null;
  readonly plan: string | null;
  readonly since: Day | null;
  readonly ussdPath: string;
}

export interface OptionView {
  readonly code: string;
  readonly label: string;
  readonly activatedAt: Moment | null;
  readonly expiresAt: Moment | null;
  readonly expired: boolean;
  readonly renews: boolean | null;
}

/** An offer that can be bought, from the offers that were synced. */
export interface OfferView {
  readonly code: string;
  readonly kind: 'pass' | 'option';
  readonly family: string | null;
  readonly label: string;
  /** Price in minor units; an offer's price is a catalogue value and is never withheld. */
  readonly price: { readonly amount: number; readonly unit: Unit; readonly text: string };
  /** `500 Mo pendant 24 h`. */
  readonly gives: readonly string[];
  /** The accounts that can pay for it, as the offer lists them; a way to pay that this program does not know is left out. */
  readonly payers: readonly OrderPayer[];
}

/** Somebody's number. */
export interface NumberView {
  /** E.164 digits. */
  readonly msisdn: string;
  /** `07 00 00 00 02`. */
  readonly text: string;
}

export interface PreferredNumbersView {
  readonly max: number;
  readonly numbers: readonly NumberView[];
  readonly changesLeft: number | null;
  readonly ussdPath: string;
}

export interface OrangeMoneyView {
  readonly balance: Figure | null;
  readonly status: string | null;
  readonly statusLabel: string | null;
  readonly ussdPath: string;
}

export interface BillView {
  readonly id: string;
  /** The id as it is shown. */
  readonly label: string;
  readonly issuedAt: Day | null;
  /** `null` once it is paid, too. */
  readonly dueAt: Day | null;
  readonly amount: Figure;
  readonly status: string;
  readonly statusLabel: string;
  readonly overdue: boolean;
}

export interface LedgerLineView {
  readonly at: Moment;
  /** `13 h 20`. */
  readonly time: string;
  /** As an account's `title`. */
  readonly account: string;
  readonly label: LedgerLabel;
  readonly labelText: string;
  /** Signed: negative left the account. */
  readonly change: Figure;
}

/** What was ordered for a customer, and how far it has come. No balance shows any of it before the operator says so. */
export interface OrderView {
  /** UUID v7. */
  readonly id: string;
  readonly kind: OrderIntent['kind'];
  /** `Pass Internet Jour`, `Arrêt : Option Nuit`, `Profil Tigre`. */
  readonly title: string;
  /** `250 F CFA · Compte principal`; `null` where nothing is paid. */
  readonly payment: string | null;
  readonly placedAt: Moment;
  /** When it was placed, last taken up again, or came to its end. */
  readonly since: Moment;
  readonly state: OrderState;
  /** `En attente d’envoi`. */
  readonly stateText: string;
  /** What happens next, or why it ended and what can be done, in a sentence. */
  readonly explanation: string;
  /** It has no end yet. */
  readonly pending: boolean;
  /** The operator certainly does not have it. */
  readonly canBeCancelled: boolean;
  /** It waits for an agent to take it up again. */
  readonly canBeTakenUp: boolean;
}

/**
 * Where the asking of the operator's systems stands: nobody is asked, an answer is waited for, all that is shown and
 * can be asked for came, some of it did, or none did.
 */
export type LiveState = 'off' | 'asking' | 'fresh' | 'partial' | 'failed';

export interface LiveView {
  readonly state: LiveState;
  /** When the oldest of what is shown from live answers was true; `null` when nothing is. */
  readonly asOf: Moment | null;
}

/** What every line shows, whatever its status. */
export interface CustomerViewBase {
  /** E.164 digits. */
  readonly msisdn: string;
  /** `07 00 00 00 01`. */
  readonly msisdnText: string;
  /** `07 •• •• •• 01`. */
  readonly msisdnMasked: string;
  readonly language: Language;
  readonly status: CustomerStatus;
  readonly statusLabel: string;
  /** When the oldest part of what is shown was true; the list of contracts, which only the feed tells, apart. */
  readonly asOf: Moment;
  readonly source: Source;
  readonly live: LiveView;
  readonly main: MainAccountView;
}

/** All that may leave the main process for a line that is not active. */
export interface RestrictedCustomerView extends CustomerViewBase {
  readonly restricted: true;
  /** What the customer can do next, from the market pack. */
  readonly advice: string;
}

export interface FullCustomerView extends CustomerViewBase {
  readonly restricted: false;
  readonly customer: { readonly id: string | null; readonly name: string | null } | null;
  readonly profile: ProfileView | null;
  readonly alerts: readonly AlertView[];
  /** `null`: the balances never came. */
  readonly bonus: readonly CategoryView[] | null;
  /** Across the categories, soonest first, within the market's horizon. */
  readonly nextToExpire: readonly AccountView[];
  /** Today and the days of the market's horizon, each with what is lost at its end; empty without balances. */
  readonly expiryDays: readonly ExpiryDayView[];
  readonly consumption: ConsumptionView | null;
  readonly options: readonly OptionView[] | null;
  readonly offers: readonly OfferView[];
  readonly preferredNumbers: PreferredNumbersView | null;
  readonly orangeMoney: OrangeMoneyView | null;
  readonly bills: readonly BillView[] | null;
  readonly contracts: readonly NumberView[] | null;
  /** Newest first. */
  readonly ledger: readonly LedgerLineView[];
  /** Those without an end and the latest that have one, newest first. */
  readonly orders: readonly OrderView[];
}

export type CustomerView = RestrictedCustomerView | FullCustomerView;
