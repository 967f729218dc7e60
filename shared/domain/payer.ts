/**
 * "Qui paie ?": which balances pay for a use at a moment, in which order, and why each other one does not.
 * The order is a rule of the market pack. How far a balance goes is told in its own unit: what a second or a
 * message costs in money depends on the plan and the hour, and no feed tells it.
 */
import {
  placeInCatalogue,
  reachOf,
  windowOf,
  type CataloguePlace,
  type TimeWindow,
  type Traffic,
} from './bonusCatalogue';
import { isRestricted } from './customerStatus';
import type { Bucket, Reach, SubscriberDocument } from './feedDocument';
import type { MarketPack } from './market';
import { spendableAmount } from './spendable';
import { isOpen, minutesPerDay, openMinutes } from './timeWindow';
import { unitKind, type Unit } from './unit';

/** Where a call or message goes: to the operator's own network, to another of the country, to another country. */
export type Destination = 'onNet' | 'offNet' | 'abroad';

/** What is to be paid for. */
export type Use =
  | { readonly traffic: 'call' | 'sms'; readonly to: Destination }
  | { readonly traffic: 'data' | 'socialData' };

/** What puts one balance before another; the market pack lists them by weight. */
export type PayerCriterion =
  /** The main account pays last. */
  | 'bonusFirst'
  /** What can pay for fewer uses goes first. */
  | 'narrowestReach'
  /** What counts for fewer minutes of the day goes first. */
  | 'narrowestWindow'
  | 'earliestExpiry';

export interface PayerRules {
  /** Balances that no criterion tells apart follow their ids. */
  readonly order: readonly PayerCriterion[];
  readonly reaches: Readonly<Record<Reach, readonly Destination[]>>;
}

/** Why a balance does not pay, the first of these that holds. */
export type RefusalReason =
  /** The line itself is not active. */
  | 'line'
  /** No entry of the catalogue tells what the balance is for: nothing is promised of it. */
  | 'unknownUse'
  /** Seconds pay no message, volume pays no call. */
  | 'unit'
  /** The account is meant for something else. */
  | 'use'
  | 'reach'
  | 'expired'
  | 'notYetValid'
  /** Outside the hours in which it counts. */
  | 'window'
  /** All that is left is held by the operator. */
  | 'reserved'
  | 'empty';

/** A balance of the customer. */
export interface BalanceRef {
  /** `null` for the main account. */
  readonly bucket: Bucket | null;
  readonly unit: Unit;
}

export interface PayingBalance extends BalanceRef {
  /** What can be spent, above zero: seconds, messages, bytes or minor units of money. */
  readonly available: number;
  /** What puts it before the next one; `null` for the last, and where only the ids differ. */
  readonly aheadBy: PayerCriterion | null;
}

export interface RefusedBalance extends BalanceRef {
  readonly reason: RefusalReason;
}

export interface Payers {
  /** The first pays until it is used up, then the second. */
  readonly paying: readonly PayingBalance[];
  readonly refused: readonly RefusedBalance[];
}

/** Which balances pay for a use at a moment, in epoch milliseconds. */
export function whoPays(document: SubscriberDocument, use: Use, at: number, market: MarketPack): Payers {
  const balances = [
    mainBalance(document.main),
    ...(document.buckets ?? []).map((bucket) => bucketBalance(bucket, market)),
  ].toSorted((a, b) => compareBalances(a, b, market));

  const paying: Balance[] = [];
  const refused: RefusedBalance[] = [];
  for (const balance of balances) {
    const reason = isRestricted(document.status) ? 'line' : reasonAgainst(balance, use, at, market);
    if (reason === null) paying.push(balance);
    else refused.push({ bucket: balance.bucket, unit: balance.unit, reason });
  }
  return {
    paying: paying.map((balance, index) => ({
      bucket: balance.bucket,
      unit: balance.unit,
      available: balance.available,
      aheadBy: aheadBy(balance, paying[index + 1], market),
    })),
    refused,
  };
}

export interface Payment {
  readonly parts: readonly { readonly balance: PayingBalance; readonly amount: number }[];
  /** What the parts leave to pay. */
  readonly unpaid: number;
  /** What pays next, in a unit of its own and so at a price that is not known here; `null` when nothing does. */
  readonly continuedBy: PayingBalance | null;
}

/**
 * Takes an amount from the balances in their order, from each no more than it has. It ends at the first balance of
 * another unit: how much that one covers, and so what those after it have to pay, cannot be told.
 */
export function splitPayment(paying: readonly PayingBalance[], due: number, unit: Unit): Payment {
  const parts: { balance: PayingBalance; amount: number }[] = [];
  let unpaid = due;
  for (const balance of paying) {
    if (unpaid <= 0) break;
    if (balance.unit !== unit) return { parts, unpaid, continuedBy: balance };
    const amount = Math.min(unpaid, balance.available);
    parts.push({ balance, amount });
    unpaid -= amount;
  }
  return { parts, unpaid, continuedBy: null };
}

/** A balance with what the rules ask of it; the main account takes the same form. */
interface Balance {
  readonly bucket: Bucket | null;
  readonly unit: Unit;
  readonly amount: number;
  readonly available: number;
  readonly validFrom: number;
  readonly expiresAt: number;
  /** `null`: not known. */
  readonly pays: readonly Traffic[] | null;
  readonly destinations: readonly Destination[];
  readonly window: TimeWindow | null;
  /** Tells apart what no criterion does: the id first, then all that the balance says. */
  readonly tieBreak: string;
}

const allTraffic: readonly Traffic[] = ['call', 'sms', 'data', 'socialData'];
const allDestinations: readonly Destination[] = ['onNet', 'offNet', 'abroad'];

function mainBalance({ amount, currency, expiresAt }: SubscriberDocument['main']): Balance {
  return {
    bucket: null,
    unit: currency,
    amount,
    available: amount,
    validFrom: -Infinity,
    expiresAt: instantOr(Infinity, expiresAt),
    pays: allTraffic,
    destinations: allDestinations,
    window: null,
    tieBreak: '',
  };
}

function bucketBalance(bucket: Bucket, market: MarketPack): Balance {
  const place = placeInCatalogue(bucket, market);
  const { account } = place;
  const { id, code, label, unit, amount, reserved, initial, reach, window, validFrom, expiresAt } = bucket;
  return {
    bucket,
    unit,
    amount,
    available: spendableAmount(bucket),
    validFrom: instantOr(-Infinity, validFrom),
    expiresAt: instantOr(Infinity, expiresAt),
    pays: account?.pays ?? null,
    destinations: destinationsOf(bucket, place, market),
    window: windowOf(bucket, account, market),
    tieBreak: JSON.stringify([
      id,
      code,
      unit,
      amount,
      reserved,
      initial,
      reach,
      window?.from,
      window?.to,
      validFrom,
      expiresAt,
      label,
    ]),
  };
}

/** A balance that does not say how far it reaches is trusted with what every reach covers, no more. */
function destinationsOf(
  bucket: Bucket,
  place: CataloguePlace,
  { payer }: MarketPack,
): readonly Destination[] {
  const reach = reachOf(bucket, place);
  if (reach !== null) return payer.reaches[reach];
  const reaches = Object.values(payer.reaches);
  return allDestinations.filter((destination) => reaches.every((covered) => covered.includes(destination)));
}

function instantOr(fallback: number, isoText: string | undefined): number {
  return isoText === undefined ? fallback : Date.parse(isoText);
}

function reasonAgainst(balance: Balance, use: Use, at: number, market: MarketPack): RefusalReason | null {
  if (balance.pays === null) return 'unknownUse';
  if (!unitPays(balance.unit, use.traffic)) return 'unit';
  if (!balance.pays.includes(use.traffic)) return 'use';
  if ('to' in use && !balance.destinations.includes(use.to)) return 'reach';
  if (balance.expiresAt <= at) return 'expired';
  if (balance.validFrom > at) return 'notYetValid';
  if (balance.window !== null && !isOpen(balance.window, at, market)) return 'window';
  if (balance.available > 0) return null;
  return balance.amount > 0 ? 'reserved' : 'empty';
}

/** Money pays for anything, every other unit for its own traffic. */
function unitPays(unit: Unit, traffic: Traffic): boolean {
  switch (unitKind(unit)) {
    case 'money':
      return true;
    case 'time':
      return traffic === 'call';
    case 'messages':
      return traffic === 'sms';
    case 'volume':
      return traffic === 'data' || traffic === 'socialData';
  }
}

/** What each criterion compares: the smaller goes first. */
const ranks: Readonly<Record<PayerCriterion, (balance: Balance) => number>> = {
  bonusFirst: ({ bucket }) => (bucket === null ? 1 : 0),
  narrowestReach: usesPaid,
  narrowestWindow: ({ window }) => (window === null ? minutesPerDay : openMinutes(window)),
  earliestExpiry: ({ expiresAt }) => expiresAt,
};

/** How many kinds of use a balance can pay for, each destination apart. */
function usesPaid({ unit, pays, destinations }: Balance): number {
  let count = 0;
  for (const traffic of pays ?? allTraffic) {
    if (!unitPays(unit, traffic)) continue;
    count += traffic === 'call' || traffic === 'sms' ? destinations.length : 1;
  }
  return count;
}

function compareBalances(a: Balance, b: Balance, { payer }: MarketPack): number {
  for (const criterion of payer.order) {
    const rankA = ranks[criterion](a);
    const rankB = ranks[criterion](b);
    if (rankA !== rankB) return rankA < rankB ? -1 : 1;
  }
  if (a.tieBreak === b.tieBreak) return 0;
  return a.tieBreak < b.tieBreak ? -1 : 1;
}

function aheadBy(balance: Balance, next: Balance | undefined, { payer }: MarketPack): PayerCriterion | null {
  if (next === undefined) return null;
  return payer.order.find((criterion) => ranks[criterion](balance) < ranks[criterion](next)) ?? null;
}
