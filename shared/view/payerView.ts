/** "Qui paie ?" as the faces show it: the balances that pay for a use, in order, and why the others do not. */
import { placeInCatalogue } from '../domain/bonusCatalogue';
import { isRestricted } from '../domain/customerStatus';
import type { MarketPack } from '../domain/market';
import {
  splitPayment,
  whoPays,
  type BalanceRef,
  type PayingBalance,
  type RefusalReason,
} from '../domain/payer';
import { nextOpen } from '../domain/timeWindow';
import type { Unit } from '../domain/unit';
import type { Figure, Moment } from './customerView';
import { figureOf, isWithheld } from './figure';
import { endOrNull, momentOf } from './moment';
import { unitOfUse, usesByName, type PayerUse } from './payerUse';
import {
  liveContextOf,
  oldestOf,
  sectionContextOf,
  type SectionContext,
  type Snapshot,
  type ViewContext,
} from './sectionContext';
import { labelOf, titleOf } from './sections/account';
import { payerTexts } from './texts/payerTexts';

export interface PayingView {
  /** `Bonus Crédit › Crédit mensuel`. */
  readonly title: string;
  /** How far it goes: what of it can be spent. */
  readonly goesFor: Figure;
  readonly expiresAt: Moment | null;
  /** Why it pays before the next one, in a few words; `null` for the last, and where nothing but chance decides. */
  readonly aheadBecause: string | null;
}

export interface RefusedView {
  readonly title: string;
  readonly figure: Figure;
  readonly reason: RefusalReason;
  /** `ne couvre pas cette destination`. */
  readonly reasonText: string;
}

/** Who pays for so many seconds, messages or bytes. */
export interface PaymentView {
  /** `10 min`. */
  readonly due: string;
  /** Empty when already the first to pay is of another unit. */
  readonly parts: readonly { readonly title: string; readonly amount: Figure }[];
  /** Who pays what the parts leave; `null` when they leave nothing. */
  readonly rest: string | null;
}

export interface PayerView {
  readonly use: PayerUse;
  readonly label: string;
  /** For when it holds: now, or for `dataDay` and `dataNight` the next moment of the day or night. */
  readonly at: Moment;
  /** The first pays until it is used up, then the second. */
  readonly paying: readonly PayingView[];
  readonly refused: readonly RefusedView[];
  /** `null` when no amount was asked for, when nothing pays and when the balances are too old to be shown. */
  readonly payment: PaymentView | null;
}

/**
 * Builds the answer for one use; `null` for a line that is not active, of which nothing more is said.
 * @param due an amount to pay for: seconds of a call, messages, or bytes
 */
export function buildPayerView(
  snapshot: Snapshot,
  use: PayerUse,
  viewContext: ViewContext,
  due?: number,
): PayerView | null {
  const { document } = snapshot;
  if (isRestricted(document.status)) return null;

  const { market, now, language } = viewContext;
  const context = sectionContextOf(snapshot, viewContext);
  const mainContext = liveContextOf('main', snapshot, context);
  const bucketsContext = liveContextOf('buckets', snapshot, context);
  const contextFor = ({ bucket }: BalanceRef) => (bucket === null ? mainContext : bucketsContext);
  const texts = payerTexts[language];
  const at = momentOfUse(use, now, market);
  const { paying, refused } = whoPays(document, usesByName[use], at, market);
  const titleFor = ({ bucket }: BalanceRef): string => {
    if (bucket === null) return context.texts.mainAccount;
    const place = placeInCatalogue(bucket, market);
    return titleOf(place, labelOf(bucket, place, context), context);
  };
  const { main } = document;
  return {
    use,
    label: texts.uses[use],
    at: momentOf(new Date(at).toISOString(), context),
    paying: paying.map((balance) => ({
      title: titleFor(balance),
      goesFor: figureOf(balance.available, balance.unit, contextFor(balance)),
      expiresAt: endOrNull((balance.bucket ?? main).expiresAt, context),
      aheadBecause: balance.aheadBy === null ? null : texts.criteria[balance.aheadBy],
    })),
    refused: refused.map((balance) => ({
      title: titleFor(balance),
      figure: figureOf((balance.bucket ?? main).amount, balance.unit, contextFor(balance)),
      reason: balance.reason,
      reasonText: texts.refusals[balance.reason],
    })),
    payment:
      due === undefined
        ? null
        : paymentView(paying, due, unitOfUse(use), titleFor, oldestOf(mainContext, [bucketsContext])),
  };
}

function momentOfUse(use: PayerUse, now: number, market: MarketPack): number {
  const { from, to } = market.nightWindow;
  if (use === 'dataNight') return nextOpen({ from, to }, now, market);
  if (use === 'dataDay') return nextOpen({ from: to, to: from }, now, market);
  return now;
}

function paymentView(
  paying: readonly PayingBalance[],
  due: number,
  unit: Unit,
  titleFor: (balance: BalanceRef) => string,
  context: SectionContext,
): PaymentView | null {
  if (paying.length === 0 || isWithheld(unit, context)) return null;
  const texts = payerTexts[context.language];
  const { parts, unpaid, continuedBy } = splitPayment(paying, due, unit);
  const restText = (): string | null => {
    if (unpaid === 0) return null;
    const rest = context.formats.amount(unpaid, unit);
    if (continuedBy === null) return texts.restUnpaid(rest);
    const title = titleFor(continuedBy);
    return parts.length === 0 ? texts.allPaidBy(title) : texts.restPaidBy(rest, title);
  };
  return {
    due: context.formats.amount(due, unit),
    parts: parts.map(({ balance, amount }) => ({
      title: titleFor(balance),
      amount: figureOf(amount, unit, context),
    })),
    rest: restText(),
  };
}
