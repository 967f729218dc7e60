/**
 * What a face asks before and after an order: what it would be, to place it as it was seen, and how far it has come.
 * Every answer is made from the cache as it is at that moment; what was on the screen is only compared with it.
 */
import { isRestricted } from '../../shared/domain/customerStatus';
import type { CustomerStatus } from '../../shared/domain/feedDocument';
import type { Language } from '../../shared/domain/language';
import { liveSectionNames } from '../../shared/domain/liveCustomer';
import type { MarketPack } from '../../shared/domain/market';
import { formatMaskedMsisdn, formatMsisdn } from '../../shared/domain/msisdn';
import type { Actor, Order, OrderPrice } from '../../shared/domain/order';
import { needsApproval, type ApprovalRule } from '../../shared/domain/orderSettings';
import { readWish, type OrderWish } from '../../shared/domain/orderWish';
import type {
  OrderCounts,
  OrderPlacement,
  PlacementRefusal,
  ShopOrder,
} from '../../shared/ipc/commands/order';
import type { OrderView } from '../../shared/view/customerView';
import { prepareOrder, type OrderQuote, type PreparedOrder } from '../../shared/view/orderQuote';
import { writingContextOf, type LiveProgress } from '../../shared/view/sectionContext';
import { orderView, withoutContent } from '../../shared/view/sections/orders';
import type { CustomerService } from './customer';
import type { ChangedOrder, Outbox } from './orders';
import { unlessUnavailable } from './unlessUnavailable';

/** Who orders, and how. */
export interface OrderingParty {
  /** E.164 digits of the customer who is open. */
  readonly msisdn: string;
  readonly by: Actor;
  readonly language: Language;
}

type CustomerProblem =
  | 'NOT_FOUND'
  /** The line is not active. */
  | 'NOT_ALLOWED'
  | 'BAD_MSISDN'
  | 'NUMBERS_DIFFER'
  | 'CACHE_UNAVAILABLE';

type Answered<Value, Problem> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Problem };

export interface PlaceRequest {
  readonly wish: OrderWish;
  readonly seenPrice: OrderPrice | null;
  /** Of one press of the button: what comes twice under one is one order. */
  readonly confirmation: string;
  readonly approvedBy: Actor | null;
}

export interface Ordering {
  readonly quote: (party: OrderingParty, wish: OrderWish) => Promise<Answered<OrderQuote, CustomerProblem>>;
  readonly place: (
    party: OrderingParty,
    request: PlaceRequest,
  ) => Promise<Answered<OrderPlacement, CustomerProblem>>;
  /** A customer alone reaches only orders of their own. */
  readonly change: (
    party: Omit<OrderingParty, 'msisdn'> & { readonly msisdn: string | null },
    id: string,
    how: 'cancel' | 'requeue',
  ) => Promise<Answered<ShopOrder, Extract<ChangedOrder, { readonly ok: false }>['error']>>;
  readonly list: (
    language: Language,
    openMsisdn: string | null,
  ) => Promise<Answered<readonly ShopOrder[], 'CACHE_UNAVAILABLE'>>;
  readonly counts: () => Promise<Answered<OrderCounts, 'CACHE_UNAVAILABLE'>>;
}

export interface OrderingOptions {
  readonly outbox: Outbox;
  readonly customers: Pick<CustomerService, 'source' | 'status' | 'offers'>;
  readonly market: MarketPack;
  /** The trusted clock; epoch milliseconds. */
  readonly now: () => number;
  readonly approval: ApprovalRule;
  readonly onPlaced: (msisdn: string) => void;
}

export function createOrdering(options: OrderingOptions): Ordering {
  const { outbox, customers, market, now, approval, onPlaced } = options;
  const placements = createPlacementMemory();

  async function prepare(
    { msisdn, by, language }: OrderingParty,
    wish: OrderWish,
  ): Promise<Answered<PreparedOrder, CustomerProblem>> {
    const read = readWish(wish, market, by === 'customer' ? 'twice' : 'once');
    if (!read.ok) return read;
    const source = await customers.source(msisdn);
    if (source === null) return { ok: false, error: 'NOT_FOUND' };
    const context = { ...source.context, language };
    const prepared = prepareOrder(read.choice, source.snapshot, context, {
      isReachable: outbox.isReachable() && !isUnanswered(context.live),
      needsApproval: (intent, price) => needsApproval(approval, intent, price),
    });
    return prepared === null ? { ok: false, error: 'NOT_ALLOWED' } : { ok: true, value: prepared };
  }

  async function place(
    party: OrderingParty,
    { wish, seenPrice, approvedBy }: PlaceRequest,
  ): Promise<Answered<OrderPlacement, CustomerProblem>> {
    const prepared = await prepare(party, wish);
    if (!prepared.ok) return prepared;
    const { intent, price, quote } = prepared.value;
    const refused = (reason: PlacementRefusal) =>
      ({ ok: true, value: { kind: 'refused', reason, quote } }) as const;
    if (!isSamePrice(price, seenPrice)) return refused('priceChanged');
    if (!quote.possible) return refused(quote.obstacles.length > 0 ? 'notPossible' : 'onlineOnly');
    if (quote.needsApproval && approvedBy === null) return refused('approvalNeeded');
    const { msisdn, by } = party;
    const placed = await outbox.place({
      msisdn,
      intent,
      price,
      by,
      ...(approvedBy !== null && { approvedBy }),
    });
    if (placed.ok) {
      onPlaced(msisdn);
      return { ok: true, value: { kind: 'placed', order: await shown(placed.order, party) } };
    }
    if (placed.error === 'CACHE_UNAVAILABLE') return { ok: false, error: placed.error };
    return refused(refusals[placed.error]);
  }

  async function shown(
    order: Order,
    { language, msisdn }: { readonly language: Language; readonly msisdn: string | null },
  ): Promise<OrderView> {
    const context = writingContextOf({ market, language, now: now(), offers: await customers.offers() });
    return orderView(order, context, order.msisdn === msisdn ? 'whole' : 'masked');
  }

  async function ofShop(
    order: Order,
    party: { readonly language: Language; readonly msisdn: string | null },
    status: CustomerStatus | null,
  ): Promise<ShopOrder> {
    const written = order.msisdn === party.msisdn ? formatMsisdn : formatMaskedMsisdn;
    const view = await shown(order, party);
    const isActive = status === null || !isRestricted(status);
    return {
      order: isActive ? view : withoutContent(view, party.language),
      number: written(order.msisdn, market),
    };
  }

  return {
    quote: (party, wish) =>
      unlessUnavailable(async () => {
        const prepared = await prepare(party, wish);
        return prepared.ok ? { ok: true, value: prepared.value.quote } : prepared;
      }),
    place: (party, request) =>
      placements.once(`${party.msisdn} ${request.confirmation}`, () =>
        unlessUnavailable(() => place(party, request)),
      ),
    change: (party, id, how) =>
      unlessUnavailable(async () => {
        const known = await outbox.find(id);
        const isTheirs = party.by !== 'customer' || known?.msisdn === party.msisdn;
        if (known === null || !isTheirs) return { ok: false, error: 'NOT_FOUND' };
        const changed = await outbox[how](id, party.by);
        if (!changed.ok) return changed;
        const status = await customers.status(changed.order.msisdn);
        return { ok: true, value: await ofShop(changed.order, party, status) };
      }),
    list: (language, msisdn) =>
      unlessUnavailable(async () => {
        const orders = await outbox.latest();
        const numbers = [...new Set(orders.map((order) => order.msisdn))];
        const statuses = new Map(
          await Promise.all(numbers.map(async (number) => [number, await customers.status(number)] as const)),
        );
        const value = await Promise.all(
          orders.map((order) => ofShop(order, { language, msisdn }, statuses.get(order.msisdn) ?? null)),
        );
        return { ok: true, value };
      }),
    counts: () => unlessUnavailable(async () => ({ ok: true, value: await outbox.counts() })),
  };
}

const refusals = {
  ONLINE_ONLY: 'onlineOnly',
  TOO_MANY_WAITING: 'tooManyWaiting',
  TOO_MUCH_WAITING: 'tooMuchWaiting',
} as const;

/** The operator was asked about this very customer, and nothing came. */
function isUnanswered(live: LiveProgress | undefined): boolean {
  return live?.kind === 'answered' && live.failed.length === liveSectionNames.length;
}

function isSamePrice(price: OrderPrice | null, seen: OrderPrice | null): boolean {
  return price?.amount === seen?.amount && price?.currency === seen?.currency;
}

const remembered = 100;

/** A button that is pressed twice, or a call that is sent twice, has one answer. */
function createPlacementMemory() {
  type Placement = Promise<Answered<OrderPlacement, CustomerProblem>>;
  const placements = new Map<string, Placement>();
  return {
    once(confirmation: string, place: () => Placement): Placement {
      const known = placements.get(confirmation);
      if (known !== undefined) return known;
      const placement = place();
      placements.set(confirmation, placement);
      for (const oldest of placements.keys()) {
        if (placements.size <= remembered) break;
        placements.delete(oldest);
      }
      return placement;
    },
  };
}
