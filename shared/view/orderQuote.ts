/** One page before an order is placed: what it costs, gives and does, who pays, and what speaks against it. */
import { isRestricted } from '../domain/customerStatus';
import { checkEligibility } from '../domain/eligibility';
import type { OfferDocument, SubscriberDocument } from '../domain/feedDocument';
import { isFinal, isOnlineOnly, type OrderIntent, type OrderPayer, type OrderPrice } from '../domain/order';
import type { OrderChoice } from '../domain/orderWish';
import type { Figure, Moment } from './customerView';
import { figureOf } from './figure';
import { momentOf } from './moment';
import { sectionContextOf, type SectionContext, type Snapshot, type ViewContext } from './sectionContext';
import { givenTexts, payersOf } from './sections/offers';
import { orderNotes } from './sections/orderNotes';
import { orderTitle } from './sections/orders';
import { liveView, shownSections, type ShownSections } from './shownSections';
import { orderTexts } from './texts/orderTexts';

export interface QuotedPrice extends OrderPrice {
  readonly text: string;
}

/** An account that may pay. */
export interface QuotedPayer {
  readonly payer: OrderPayer;
  readonly label: string;
  /** `null`: not known. */
  readonly balance: Figure | null;
  /** `unknown`: only the operator can tell. */
  readonly suffices: 'yes' | 'no' | 'unknown';
  /** Pays only while the operator can be reached. */
  readonly onlineOnly: boolean;
}

export interface OrderQuote {
  readonly kind: OrderIntent['kind'];
  readonly title: string;
  /** `null` where nothing is paid, or nothing is known to be. */
  readonly price: QuotedPrice | null;
  /** Certainly costs nothing. */
  readonly free: boolean;
  readonly gives: readonly string[];
  /** How long what it gives is good for when it is done now. */
  readonly until: Moment | null;
  /** Those that can pay, the main account first; empty where nothing is paid. */
  readonly payers: readonly QuotedPayer[];
  /** The one this quote is for: the first that suffices, unless one was chosen. */
  readonly payer: OrderPayer | null;
  /** Sentences about what is active already and what changes. */
  readonly notes: readonly string[];
  /** Sentences that each forbid the order. */
  readonly obstacles: readonly string[];
  /** What only the operator can say; empty when all is known and the figures are of now. */
  readonly toConfirm: readonly string[];
  /** Is done now or not at all: money never moves later. */
  readonly onlineOnly: boolean;
  /** The operator cannot be reached now. */
  readonly offline: boolean;
  /** A supervisor has to agree. */
  readonly needsApproval: boolean;
  /** Nothing that is known here forbids it. */
  readonly possible: boolean;
}

export interface QuoteTerms {
  /** Whether the operator could be reached when that was last tried. */
  readonly isReachable: boolean;
  readonly needsApproval: (intent: OrderIntent, price: OrderPrice | null) => boolean;
}

export interface PreparedOrder {
  readonly intent: OrderIntent;
  readonly price: OrderPrice | null;
  readonly quote: OrderQuote;
}

/** `null` for a line that is not active: nothing can be ordered for it, and nothing more of it may be said. */
export function prepareOrder(
  choice: OrderChoice,
  snapshot: Snapshot,
  viewContext: ViewContext,
  { isReachable, needsApproval }: QuoteTerms,
): PreparedOrder | null {
  if (isRestricted(snapshot.document.status)) return null;
  const context = sectionContextOf(snapshot, viewContext);
  const sections = shownSections(snapshot, context);
  const check = judgeWith(snapshot.document, sections, context);
  const isPossible = (intent: OrderIntent) =>
    check(intent).obstacles.length === 0 && (isReachable || !isOnlineOnly(intent));
  const ways = waysToPay(choice, context.offers ?? [], snapshot.document);
  const intent = chosenOf(choice, [
    ...ways.filter((way) => isPossible(way) && check(way).suffices === 'yes'),
    ...ways.filter(isPossible),
    ...ways,
  ]);
  const { price, obstacles, toConfirm } = check(intent);
  const offer = boughtOffer(intent, context.offers ?? []);
  const quote: OrderQuote = {
    kind: intent.kind,
    title: orderTitle(intent, context),
    price: price && { ...price, text: context.formats.amount(price.amount, price.currency) },
    free: intent.kind === 'plan',
    gives: offer === null ? [] : givenTexts(offer, context),
    until: offer === null ? null : endOf(offer, context),
    payers: ways.map((way) => quotedPayer(way, check(way), sections, context)),
    payer: 'payer' in intent ? intent.payer : null,
    notes: orderNotes(intent, offer, sections, context),
    obstacles,
    toConfirm,
    onlineOnly: isOnlineOnly(intent),
    offline: !isReachable,
    needsApproval: needsApproval(intent, price),
    possible: isPossible(intent),
  };
  return { intent, price, quote };
}

type PaidIntent = Extract<OrderIntent, { readonly payer: OrderPayer }>;

/** Every way in which what is chosen can be paid, from the main account first. */
function waysToPay(
  choice: OrderChoice,
  offers: readonly OfferDocument[],
  { orangeMoney }: SubscriberDocument,
): readonly PaidIntent[] {
  if (!('payer' in choice)) return [];
  const offer = choice.kind === 'billPayment' ? undefined : offers.find(({ code }) => code === choice.offer);
  const hasOrangeMoney = orangeMoney !== undefined;
  return payersOf(offer?.pay, { hasOrangeMoney }).map((payer) => ({ ...choice, payer }));
}

/** @param ways the one to be proposed first */
function chosenOf(choice: OrderChoice, ways: readonly PaidIntent[]): OrderIntent {
  if (!('payer' in choice)) return choice;
  const { payer } = choice;
  return payer === null ? (ways[0] ?? { ...choice, payer: 'main' }) : { ...choice, payer };
}

interface Judgement {
  readonly price: OrderPrice | null;
  readonly obstacles: readonly string[];
  readonly toConfirm: readonly string[];
  readonly suffices: QuotedPayer['suffices'];
}

function judgeWith(
  document: SubscriberDocument,
  sections: ShownSections,
  context: SectionContext,
): (intent: OrderIntent) => Judgement {
  const { market, now, offers = [], orders = [], language } = context;
  const isLive = liveView(sections, context).state === 'fresh';
  const known = knownOf(document, sections);
  const pending = orders.filter(({ progress }) => !isFinal(progress.state));
  const texts = orderTexts[language];
  return (intent) => {
    const judged = checkEligibility(intent, { document: known, isLive, offers, pending, market, now });
    const { asOf, tooOld } = (sectionAsked(intent, sections) ?? sections.main).context;
    const when = momentOf(asOf, context).dateTime;
    const lacks = judged.obstacles.includes('insufficientBalance') && !tooOld.money;
    const isNotTold =
      judged.unchecked.includes('insufficientBalance') ||
      judged.price === null ||
      (tooOld.money && 'payer' in intent);
    // A balance of an earlier time may have been topped up since: it forbids nothing.
    const isDoubt = lacks && !isLive;
    // Nobody can agree to pay what is not said.
    const isUnpriced = intent.kind === 'billPayment' && judged.price === null;
    const forbidding = new Set([...judged.obstacles, ...(isUnpriced ? (['unknownBill'] as const) : [])]);
    const unchecked = judged.unchecked.filter(
      (obstacle) => obstacle !== 'insufficientBalance' && !forbidding.has(obstacle),
    );
    const toConfirm = [
      ...(isDoubt ? [texts.seemsInsufficient(when)] : []),
      ...(isNotTold && 'payer' in intent ? [texts.unchecked.insufficientBalance] : []),
      ...unchecked.map((obstacle) => texts.unchecked[obstacle]),
    ];
    return {
      price: judged.price,
      obstacles: [...forbidding]
        .filter((obstacle) => obstacle !== 'insufficientBalance' || (lacks && isLive))
        .map((obstacle) => texts.obstacles[obstacle]),
      toConfirm: toConfirm.length === 0 && judged.toConfirm ? [texts.figuresNotLive(when)] : toConfirm,
      suffices: lacks ? 'no' : isNotTold ? 'unknown' : 'yes',
    };
  };
}

/** What a quote is true of: the account that pays, or what changes where nobody does. */
function sectionAsked(
  intent: OrderIntent,
  { main, orangeMoney, profile, options, favourites }: ShownSections,
): { readonly context: SectionContext } | null {
  switch (intent.kind) {
    case 'pass':
    case 'option':
    case 'billPayment':
      return intent.payer === 'main' ? main : orangeMoney;
    case 'optionStop':
      return options;
    case 'plan':
      return profile;
    case 'preferredNumbers':
      return favourites;
  }
}

/** The document without what is too old to be shown: nothing may be told from it either. */
function knownOf(document: SubscriberDocument, shown: ShownSections): SubscriberDocument {
  const { profile, options, favourites, orangeMoney, bills, ...rest } = document;
  const { amount, ...account } = orangeMoney ?? {};
  const isOld = shown.orangeMoney?.context.tooOld.money === true;
  return {
    ...rest,
    ...(profile !== undefined && shown.profile !== null && { profile }),
    ...(options !== undefined && shown.options !== null && { options }),
    ...(favourites !== undefined && shown.favourites !== null && { favourites }),
    ...(orangeMoney !== undefined && {
      orangeMoney: { ...account, ...(amount !== undefined && !isOld && { amount }) },
    }),
    ...(bills !== undefined && shown.bills?.context.tooOld.money === false && { bills }),
  };
}

function boughtOffer(intent: OrderIntent, offers: readonly OfferDocument[]): OfferDocument | null {
  if (intent.kind !== 'pass' && intent.kind !== 'option') return null;
  return offers.find(({ code, kind }) => code === intent.offer && kind === intent.kind) ?? null;
}

const hourMs = 3_600_000;

/** Where what it gives ends at different times, none of them is the whole truth. */
function endOf({ gives = [] }: OfferDocument, context: SectionContext): Moment | null {
  const hours = new Set(gives.map(({ validHours }) => validHours));
  const [only] = hours;
  if (hours.size !== 1 || only === undefined) return null;
  return momentOf(new Date(context.now + only * hourMs).toISOString(), context);
}

function quotedPayer(
  way: PaidIntent,
  { suffices }: Judgement,
  { main, orangeMoney }: ShownSections,
  context: SectionContext,
): QuotedPayer {
  const { payer } = way;
  const account = payer === 'main' ? main : orangeMoney;
  const { amount, currency = context.market.currency } = account?.value ?? {};
  return {
    payer,
    label: orderTexts[context.language].payers[payer],
    balance: account === null || amount === undefined ? null : figureOf(amount, currency, account.context),
    suffices,
    onlineOnly: isOnlineOnly(way),
  };
}
