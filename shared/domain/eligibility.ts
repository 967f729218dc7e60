/**
 * What speaks against an order before it is placed, as far as it is known here. It is the operator who decides: what
 * is told from figures of an earlier time, or could not be told at all, is to be confirmed.
 */
import type { OfferDocument, SubscriberDocument } from './feedDocument';
import type { MarketPack } from './market';
import type { OrderIntent, OrderPayer, OrderPrice } from './order';

export type OrderObstacle =
  | 'unknownOffer'
  /** The offer, plan or number is not for this line. */
  | 'notEligible'
  /** The offer cannot be paid so, or the account is not open. */
  | 'payerNotAccepted'
  | 'insufficientBalance'
  | 'alreadyActive'
  /** The same is on its way. */
  | 'alreadyOrdered'
  /** The option or number that is to end is not there. */
  | 'notActive'
  | 'changeLimit'
  | 'unknownBill'
  | 'alreadyPaid'
  /** The bill owes nothing: a credit note, or an amount that is settled. */
  | 'nothingToPay';

export interface Eligibility {
  /** `null` where nothing is paid, or nothing is known to be. */
  readonly price: OrderPrice | null;
  /** What speaks against it, each once. */
  readonly obstacles: readonly OrderObstacle[];
  /** What could not be told, because it is not known of the customer. */
  readonly unchecked: readonly OrderObstacle[];
  /** Only the operator can say: the figures are not of now, or some are missing. */
  readonly toConfirm: boolean;
}

export interface EligibilityContext {
  /** Of a line that is active: for another, nothing can be ordered. */
  readonly document: SubscriberDocument;
  /** Whether the figures are the operator's of this moment. */
  readonly isLive: boolean;
  readonly offers: readonly OfferDocument[];
  /** This customer's orders that have no end yet. */
  readonly pending: readonly { readonly intent: OrderIntent; readonly price: OrderPrice | null }[];
  readonly market: MarketPack;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** `no`: it speaks against the order; `unknown`: it cannot be told. */
type Verdict = 'fine' | 'no' | 'unknown';
type Check = readonly [obstacle: OrderObstacle, verdict: Verdict];

export function checkEligibility(intent: OrderIntent, context: EligibilityContext): Eligibility {
  const price = priceOf(intent, context);
  const checks: readonly Check[] = [
    ['alreadyOrdered', verdictIf(context.pending.some((other) => isSame(other.intent, intent)))],
    ...checksOf(intent, context),
    ...('payer' in intent && price !== null ? paymentChecks(intent.payer, price, context) : []),
  ];
  const having = (wanted: Verdict) => [
    ...new Set(checks.filter(([, verdict]) => verdict === wanted).map(([obstacle]) => obstacle)),
  ];
  const unchecked = having('unknown');
  return { price, obstacles: having('no'), unchecked, toConfirm: !context.isLive || unchecked.length > 0 };
}

function priceOf(intent: OrderIntent, { document, offers }: EligibilityContext): OrderPrice | null {
  switch (intent.kind) {
    case 'pass':
    case 'option': {
      const offer = offers.find(({ code, kind }) => code === intent.offer && kind === intent.kind);
      return offer === undefined ? null : { amount: offer.price, currency: offer.currency };
    }
    case 'billPayment': {
      const bill = document.bills?.find(({ id }) => id === intent.bill);
      return bill === undefined ? null : { amount: bill.amount, currency: bill.currency };
    }
    case 'optionStop':
    case 'plan':
    case 'preferredNumbers':
      return null;
  }
}

function checksOf(intent: OrderIntent, context: EligibilityContext): readonly Check[] {
  switch (intent.kind) {
    case 'pass':
    case 'option':
      return offerChecks(intent, context);
    case 'optionStop':
      return [['notActive', opposite(hasOption(intent.offer, context))]];
    case 'plan':
      return planChecks(intent.plan, context);
    case 'preferredNumbers':
      return numberChecks(intent, context);
    case 'billPayment':
      return billChecks(intent.bill, context);
  }
}

function offerChecks(
  intent: Extract<OrderIntent, { readonly kind: 'pass' | 'option' }>,
  context: EligibilityContext,
): readonly Check[] {
  const offer = context.offers.find(({ code, kind }) => code === intent.offer && kind === intent.kind);
  if (offer === undefined) return [['unknownOffer', 'no']];
  const { profile } = context.document;
  const { kinds, plans } = offer.eligible ?? {};
  return [
    ['notEligible', fits(profile?.kind, kinds)],
    ['notEligible', fits(profile?.plan, plans)],
    ['payerNotAccepted', isAmong(intent.payer, offer.pay)],
    ['alreadyActive', intent.kind === 'option' ? hasOption(offer.code, context) : 'fine'],
  ];
}

function planChecks(plan: string, { document, market, pending }: EligibilityContext): readonly Check[] {
  const { names, changesPerMonth } = market.plans;
  // How often it was changed this month is the operator's to know; what waits here counts at least.
  const waiting = pending.filter(({ intent }) => intent.kind === 'plan').length;
  return [
    ['unknownOffer', verdictIf(!names.includes(plan))],
    [
      'alreadyActive',
      document.profile?.plan === undefined ? 'unknown' : verdictIf(document.profile.plan === plan),
    ],
    ['changeLimit', waiting >= changesPerMonth ? 'no' : 'unknown'],
  ];
}

function numberChecks(
  { add, remove }: Extract<OrderIntent, { readonly kind: 'preferredNumbers' }>,
  { document, market, pending }: EligibilityContext,
): readonly Check[] {
  const ownNumber: Check = [
    'notEligible',
    verdictIf(add === document.msisdn || (add ?? remove) === undefined),
  ];
  const { favourites } = document;
  if (favourites === undefined) {
    return [ownNumber, ['notEligible', 'unknown'], ['alreadyActive', 'unknown'], ['changeLimit', 'unknown']];
  }
  const { numbers, max = market.preferredNumbers.max, changesLeft } = favourites;
  const kept = numbers.filter((number) => number !== remove).length;
  const waiting = pending.filter(({ intent }) => intent.kind === 'preferredNumbers').length;
  return [
    ownNumber,
    ['notActive', verdictIf(remove !== undefined && !numbers.includes(remove))],
    ['alreadyActive', verdictIf(add !== undefined && numbers.includes(add))],
    ['notEligible', verdictIf(add !== undefined && kept + 1 > max)],
    ['changeLimit', changesLeft === undefined ? 'unknown' : verdictIf(changesLeft - waiting <= 0)],
  ];
}

function billChecks(id: string, { document: { bills } }: EligibilityContext): readonly Check[] {
  if (bills === undefined) return [['unknownBill', 'unknown']];
  const bill = bills.find((known) => known.id === id);
  if (bill === undefined) return [['unknownBill', 'no']];
  if (bill.status === 'paid') return [['alreadyPaid', 'no']];
  return [['nothingToPay', verdictIf(bill.amount <= 0)]];
}

function paymentChecks(
  payer: OrderPayer,
  price: OrderPrice,
  { document, pending, market, now }: EligibilityContext,
): readonly Check[] {
  const { main, orangeMoney } = document;
  if (payer === 'orangeMoney' && orangeMoney?.status !== undefined && orangeMoney.status !== 'active') {
    return [['payerNotAccepted', 'no']];
  }
  // What costs nothing takes nothing from an account, even one that is over or owes.
  if (price.amount <= 0) return [];
  const isOver = payer === 'main' && main.expiresAt !== undefined && Date.parse(main.expiresAt) <= now;
  if (isOver) return [['insufficientBalance', 'no']];
  const account = payer === 'main' ? main : orangeMoney;
  if (account?.amount === undefined || (account.currency ?? market.currency) !== price.currency) {
    return [['insufficientBalance', 'unknown']];
  }
  // What is on its way is paid from the same account first.
  const promised = pending
    .filter(({ intent }) => 'payer' in intent && intent.payer === payer)
    .reduce((sum, other) => sum + (other.price?.amount ?? 0), 0);
  return [['insufficientBalance', verdictIf(account.amount - promised < price.amount)]];
}

function hasOption(code: string, { document: { options }, now }: EligibilityContext): Verdict {
  if (options === undefined) return 'unknown';
  return verdictIf(
    options.some(
      (option) =>
        option.code === code && (option.expiresAt === undefined || Date.parse(option.expiresAt) > now),
    ),
  );
}

const anyValue = '*';

/** Whether an offer for these kinds or plans is for this one. */
export function fits(value: string | undefined, eligible: readonly string[] | undefined): Verdict {
  return eligible?.includes(anyValue) === true ? 'fine' : isAmong(value, eligible);
}

/** Against a list that may be left open. */
function isAmong(value: string | undefined, allowed: readonly string[] | undefined): Verdict {
  if (allowed === undefined) return 'fine';
  return value === undefined ? 'unknown' : verdictIf(!allowed.includes(value));
}

function verdictIf(speaksAgainst: boolean): Verdict {
  return speaksAgainst ? 'no' : 'fine';
}

function opposite(verdict: Verdict): Verdict {
  return verdict === 'unknown' ? verdict : verdictIf(verdict === 'fine');
}

function isSame(one: OrderIntent, other: OrderIntent): boolean {
  switch (one.kind) {
    // A pass can be bought twice.
    case 'pass':
      return false;
    case 'option':
    case 'optionStop':
      return other.kind === one.kind && other.offer === one.offer;
    case 'plan':
      return other.kind === 'plan' && other.plan === one.plan;
    case 'preferredNumbers':
      return other.kind === 'preferredNumbers' && other.add === one.add && other.remove === one.remove;
    case 'billPayment':
      return other.kind === 'billPayment' && other.bill === one.bill;
  }
}
