/** What whoever is at the counter is told without asking: one notice at a time, the weightiest that was not dismissed. */
import type { CustomerView } from '../../../shared/view/customerView';
import type { LookupFlags } from '../../../shared/ipc/commands/audit';
import type { OrderCounts } from '../../../shared/ipc/commands/order';
import type { SyncState, SyncStatus } from '../../../shared/ipc/syncStatus';
import { cacheTroubleOf, type CacheTrouble } from '../../components/cacheTrouble';

type FeedTrouble = Extract<SyncState, 'offline' | 'refused' | 'garbled' | 'cacheFailed'>;

type Told =
  | { readonly kind: CacheTrouble; readonly freeBytes: number | null }
  | { readonly kind: FeedTrouble }
  /** Without contact with the feed, at ISO 8601 UTC. */
  | { readonly kind: 'sessionEnds'; readonly at: string }
  /** How many within the last day. */
  | { readonly kind: 'orderRejected'; readonly count: number }
  | { readonly kind: 'lookupsFlagged'; readonly count: number }
  /** Figures of the open customer are older than they may be shown. */
  | { readonly kind: 'stale' }
  /** The lookup that was asked for is kept waiting. */
  | { readonly kind: 'slowed' };

export type NoticeKind = Told['kind'];

/** `id`: of a condition its kind, so that one that comes back has the same; of an event its own. */
export type Notice = Told & { readonly id: string };

/** The weightiest first: why nothing comes just now, what stops work, what cannot wait, what is good to know. */
const weights: readonly NoticeKind[] = [
  'slowed',
  'full',
  'sessionEnds',
  'orderRejected',
  'stale',
  'cacheFailed',
  'refused',
  'garbled',
  'offline',
  'restoring',
  'rebuilding',
  'lookupsFlagged',
  'low',
];

export interface NoticeFacts {
  readonly sync: SyncStatus | null;
  /** ISO 8601 UTC; `null`: the session does not end soon. */
  readonly endsSoonAt: string | null;
  readonly orders: OrderCounts | null;
  /** `null`: not for whoever is here. */
  readonly flags: LookupFlags | null;
  /** Which lookup is kept waiting; `null`: none. */
  readonly slowed: number | null;
  readonly customer: CustomerView | null;
}

/** All that there is to tell, the weightiest first. */
export function noticesOf({
  sync,
  endsSoonAt,
  orders,
  flags,
  slowed,
  customer,
}: NoticeFacts): readonly Notice[] {
  const notices: Notice[] = [...conditionsOf(sync)];
  if (slowed !== null) notices.push({ kind: 'slowed', id: `slowed ${slowed}` });
  if (endsSoonAt !== null) {
    notices.push({ kind: 'sessionEnds', at: endsSoonAt, id: `sessionEnds ${endsSoonAt}` });
  }
  if (orders !== null && orders.lastRejected !== null) {
    const id = `orderRejected ${orders.lastRejected}`;
    notices.push({ kind: 'orderRejected', count: orders.rejected, id });
  }
  if (flags !== null && flags.last !== null) {
    notices.push({ kind: 'lookupsFlagged', count: flags.flags, id: `lookupsFlagged ${flags.last}` });
  }
  if (customer?.main.figure.withheld === true) {
    const id = `stale ${customer.msisdn} ${customer.main.figure.asOf}`;
    notices.push({ kind: 'stale', id });
  }
  return notices.toSorted((a, b) => weights.indexOf(a.kind) - weights.indexOf(b.kind));
}

/** What holds until it ends, and may come back: the same id each time. */
export function conditionsOf(sync: SyncStatus | null): readonly Notice[] {
  if (sync === null) return [];
  const trouble = cacheTroubleOf(sync.cache);
  const { state } = sync;
  return [
    ...(trouble === null ? [] : [{ kind: trouble, freeBytes: sync.cache.freeBytes, id: trouble }]),
    // A disk that is full is the reason, and said already.
    ...(isFeedTrouble(state) && !(state === 'cacheFailed' && trouble === 'full')
      ? [{ kind: state, id: state }]
      : []),
  ];
}

function isFeedTrouble(state: SyncState): state is FeedTrouble {
  return state === 'offline' || state === 'refused' || state === 'garbled' || state === 'cacheFailed';
}

/** What is left of the dismissed ids: a condition that has ended is told again should it come back. */
export function withoutEnded(
  dismissed: ReadonlySet<string>,
  conditions: readonly Notice[],
): ReadonlySet<string> {
  const hold = new Set(conditions.map(({ id }) => id));
  const left = [...dismissed].filter((id) => hold.has(id) || !isOfCondition(id));
  return left.length === dismissed.size ? dismissed : new Set(left);
}

/** An event's id names the event beside its kind. */
function isOfCondition(id: string): boolean {
  return weights.some((kind) => kind === id);
}

export interface ShownNotice {
  readonly notice: Notice;
  /** How many wait behind it. */
  readonly more: number;
}

/** @param notices the weightiest first */
export function shownNotice(notices: readonly Notice[], dismissed: ReadonlySet<string>): ShownNotice | null {
  const left = notices.filter(({ id }) => !dismissed.has(id));
  const [notice] = left;
  return notice === undefined ? null : { notice, more: left.length - 1 };
}
