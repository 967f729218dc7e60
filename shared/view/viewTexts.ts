/** The words of the view, in each language; amounts, dates and labels come in ready to be read. */
import type { CustomerStatus, Reach } from '../domain/feedDocument';
import type { Language } from '../domain/language';
import type { LedgerLabel } from '../domain/ledger';
import type { AlertAction } from './customerView';
import { english } from './texts/english';
import { french } from './texts/french';

export interface ViewTexts {
  readonly mainAccount: string;
  /** In place of an amount that is too old to be shown. */
  readonly withheld: string;
  readonly statuses: Readonly<Record<CustomerStatus, string>>;
  readonly reaches: Readonly<Record<Reach, string>>;
  /** `de 0 h à 5 h`. */
  readonly window: (from: string, to: string) => string;

  /** `31/12/2026 à 23 h 59`. */
  readonly dateAt: (date: string, time: string) => string;
  readonly todayAt: (time: string) => string;
  readonly tonight: string;
  readonly tomorrow: string;
  readonly tomorrowAt: (time: string) => string;
  readonly yesterday: string;
  readonly yesterdayAt: (time: string) => string;

  /** Words of the feed that have a text of their own; any other is shown as it came. */
  readonly profileKinds: ReadonlyMap<string, string>;
  readonly billStatuses: ReadonlyMap<string, string>;
  readonly orangeMoneyStatuses: ReadonlyMap<string, string>;

  /** `500 Mo pendant 24 h`. */
  readonly givenFor: (amount: string, time: string) => string;
  readonly ledger: Readonly<Record<LedgerLabel, string>>;

  readonly alertActions: Readonly<Record<AlertAction, string>>;
  readonly alerts: {
    readonly allowanceReached: (label: string, used: string, limit: string) => string;
    readonly allowanceWarning: (label: string, percent: string, used: string, limit: string) => string;
    readonly bonusExpires: (label: string, when: string, amount: string) => string;
    readonly mainExpired: (date: string) => string;
    readonly mainExpiresSoon: (when: string, date: string) => string;
    readonly billOverdue: (id: string, amount: string, dueDate: string | null) => string;
    readonly lowBalance: (amount: string) => string;
    /** @param why a sentence */
    readonly orderRejected: (title: string, why: string) => string;
    readonly orderParked: (title: string) => string;
  };

  readonly forecast: {
    readonly tooFewDays: string;
    readonly internet: string;
    readonly named: (label: string) => string;
    /** The subject is one of the two above. */
    readonly lastsUntil: (subject: string, until: string) => string;
    readonly lastsOverAYear: (subject: string) => string;
    readonly today: string;
    readonly tomorrow: string;
    readonly onWeekday: (weekday: string) => string;
    readonly onDate: (date: string) => string;
  };
}

export const viewTexts: Readonly<Record<Language, ViewTexts>> = { fr: french, en: english };
