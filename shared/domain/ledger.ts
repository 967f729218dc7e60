/**
 * The ledger: what changed between two successive snapshots of a subscriber, each change with its reason.
 *
 * It follows what can be spent: the amount of an account less what the operator holds of it. Per account and
 * unit, the entries of a span add up to the difference of its ends. Each account is told by these rules, the
 * first that fits:
 *
 *   what is held grew                                                 reserved    (−)
 *   what is held shrank                                               released    (+)
 *   a validity that begins once the old one is over                   expired (−) what was left, granted (+) all
 *   less, although its validity has not begun                         unexplained (−)
 *   less, and it had already expired at the earlier snapshot          expired     (−)
 *   all gone, and it expired in between                               expired     (−)
 *   less                                                              used        (−)
 *   more, in an account that was not there                            granted     (+)
 *   more, with a later expiry, a later start or a larger deposit      granted     (+)
 *   more                                                              unexplained (+)
 *
 * Then a used amount that another account of the same unit gained at once is `moved` at both ends. What expired
 * never is: a bonus that is lost and granted again each month comes to the same figures.
 *
 * A snapshot whose buckets are not known says nothing of them: no entry, neither into nor out of it.
 */
import type { Bucket, SubscriberDocument } from './feedDocument';
import { heldAmount } from './spendable';
import type { CurrencyCode, Unit } from './unit';

export type LedgerLabel = 'used' | 'expired' | 'granted' | 'moved' | 'reserved' | 'released' | 'unexplained';

/** One change of one account. */
export interface LedgerEntry {
  /** ISO 8601 UTC: the later snapshot's `asOf`, when the change was seen. */
  readonly at: string;
  /** The bucket's id, or `main`. */
  readonly accountId: string;
  /** The bucket's code, or `main`. */
  readonly code: string;
  /** As it came with the bucket. */
  readonly label?: string;
  readonly unit: Unit;
  readonly kind: LedgerLabel;
  /** Signed and never zero: negative left what can be spent. */
  readonly amount: number;
}

/** What the ledger reads of a bucket; the main account takes the same form. */
type Account = Pick<
  Bucket,
  'id' | 'code' | 'label' | 'amount' | 'reserved' | 'initial' | 'unit' | 'validFrom'
> & { readonly expiresAt?: string | undefined };

interface Change {
  readonly kind: LedgerLabel;
  readonly amount: number;
}

/** Works out the ledger entries between two snapshots of one subscriber, the main account first. */
export function diffSnapshots(before: SubscriberDocument, after: SubscriberDocument): readonly LedgerEntry[] {
  const earlierAt = Date.parse(before.asOf);
  const laterAt = Date.parse(after.asOf);
  const entries: LedgerEntry[] = [];

  for (const [earlier, later] of pairAccounts(before, after)) {
    const account = later ?? earlier;
    if (account === undefined) continue;
    for (const { kind, amount } of explain(earlier, later, earlierAt, laterAt)) {
      entries.push({
        at: after.asOf,
        accountId: account.id,
        code: account.code,
        ...(account.label !== undefined && { label: account.label }),
        unit: account.unit,
        kind,
        amount,
      });
    }
  }
  return markMoves(entries);
}

type Pair = readonly [earlier: Account | undefined, later: Account | undefined];

/** An account is the same in both snapshots when id and unit are; the n-th of a repeated id meets the n-th. */
function pairAccounts(before: SubscriberDocument, after: SubscriberDocument): readonly Pair[] {
  const mainBefore = mainAccount(before.main);
  const mainAfter = mainAccount(after.main);
  const pairs: Pair[] =
    mainBefore.unit === mainAfter.unit
      ? [[mainBefore, mainAfter]]
      : [
          [mainBefore, undefined],
          [undefined, mainAfter],
        ];
  if (before.buckets === undefined || after.buckets === undefined) return pairs;

  const unmatched = new Map<string, Bucket[]>();
  for (const bucket of after.buckets) {
    const sameKey = unmatched.get(accountKey(bucket));
    if (sameKey) sameKey.push(bucket);
    else unmatched.set(accountKey(bucket), [bucket]);
  }
  for (const bucket of before.buckets) pairs.push([bucket, unmatched.get(accountKey(bucket))?.shift()]);
  for (const added of unmatched.values()) {
    for (const bucket of added) pairs.push([undefined, bucket]);
  }
  return pairs;
}

function accountKey(bucket: Bucket): string {
  return `${bucket.unit} ${bucket.id}`;
}

function mainAccount(main: { amount: number; currency: CurrencyCode; expiresAt?: string }): Account {
  const { amount, currency: unit, expiresAt } = main;
  return { id: 'main', code: 'main', amount, unit, expiresAt };
}

/** The changes of one account that was there before, is there after, or both. */
function explain(
  earlier: Account | undefined,
  later: Account | undefined,
  earlierAt: number,
  laterAt: number,
): readonly Change[] {
  const amountBefore = earlier?.amount ?? 0;
  const amountAfter = later?.amount ?? 0;
  const newlyHeld = (later ? heldAmount(later) : 0) - (earlier ? heldAmount(earlier) : 0);

  const changes: Change[] = [];
  if (newlyHeld !== 0) changes.push({ kind: newlyHeld > 0 ? 'reserved' : 'released', amount: -newlyHeld });
  if (earlier && later && replaced(earlier, later, laterAt)) {
    if (amountBefore !== 0) changes.push({ kind: 'expired', amount: -amountBefore });
    if (amountAfter !== 0) changes.push({ kind: 'granted', amount: amountAfter });
  } else if (amountAfter < amountBefore) {
    const kind = earlier ? reasonForLess(earlier, amountAfter, earlierAt, laterAt) : 'used';
    changes.push({ kind, amount: amountAfter - amountBefore });
  } else if (amountAfter > amountBefore) {
    const kind = !earlier || (later && renewed(earlier, later)) ? 'granted' : 'unexplained';
    changes.push({ kind, amount: amountAfter - amountBefore });
  }
  return changes;
}

/** The old validity is over and the new one begins no earlier than that: a new deposit in the old place. */
function replaced(earlier: Account, later: Account, laterAt: number): boolean {
  const end = instant(earlier.expiresAt);
  return end <= laterAt && instant(later.validFrom) >= end;
}

function reasonForLess(
  earlier: Account,
  amountAfter: number,
  earlierAt: number,
  laterAt: number,
): 'used' | 'expired' | 'unexplained' {
  const end = instant(earlier.expiresAt);
  if (instant(earlier.validFrom) > laterAt) return 'unexplained';
  if (end <= earlierAt) return 'expired';
  return end <= laterAt && amountAfter === 0 ? 'expired' : 'used';
}

function renewed(earlier: Account, later: Account): boolean {
  return (
    instant(later.expiresAt) > instant(earlier.expiresAt) ||
    instant(later.validFrom) > instant(earlier.validFrom) ||
    (later.initial ?? 0) > (earlier.initial ?? 0)
  );
}

/** `NaN` for an instant that is not given: it compares as neither earlier nor later than any other. */
function instant(isoText: string | undefined): number {
  return isoText === undefined ? NaN : Date.parse(isoText);
}

/** Pairs each used amount with an equal gain of another account in the same unit. */
function markMoves(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const moved = new Set<LedgerEntry>();
  for (const source of entries) {
    if (source.kind !== 'used') continue;
    const target = entries.find(
      (entry) =>
        (entry.kind === 'granted' || entry.kind === 'unexplained') &&
        entry.amount === -source.amount &&
        entry.unit === source.unit &&
        !moved.has(entry),
    );
    if (target) moved.add(source).add(target);
  }
  return entries.map((entry) => (moved.has(entry) ? { ...entry, kind: 'moved' } : entry));
}
