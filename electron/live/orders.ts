/** Orders and payments: sent once, and asked for by our id when nobody knows what became of them. */
import type { Static, TSchema } from 'typebox';
import { Check } from 'typebox/value';
import type { OrderOutcome } from '../../shared/domain/liveOrder';
import type { MarketPack } from '../../shared/domain/market';
import type { LiveInterface } from '../../shared/domain/settings';
import { createListReader, failureOf } from './lists';
import {
  orderFields,
  orderIdOf,
  orderOutcome,
  orderQuery,
  orderSchema,
  rejectionReason,
} from './mapping/orders';
import {
  paidOrderIdOf,
  paymentFields,
  paymentOutcome,
  paymentQuery,
  paymentSchema,
} from './mapping/payments';
import { problemIn } from './mapping/problem';
import type { NoReply, OperatorHttp, QuestionLimits, Reply } from './operatorHttp';

/** What is sent to one interface and asked of it, whether it is an order or a payment. */
export interface OrderDesk {
  readonly place: (
    http: OperatorHttp,
    orderId: string,
    body: unknown,
    common: QuestionLimits,
  ) => Promise<OrderOutcome>;
  readonly find: (http: OperatorHttp, orderId: string, common: QuestionLimits) => Promise<OrderOutcome>;
}

export function createProductOrderDesk(market: MarketPack): OrderDesk {
  return createDesk(orderSchema, market, {
    to: 'orders',
    resource: ['productOrder'],
    fields: orderFields,
    query: orderQuery,
    idOf: orderIdOf,
    outcome: (order) => orderOutcome(order, market),
  });
}

export function createPaymentDesk(market: MarketPack): OrderDesk {
  return createDesk(paymentSchema, market, {
    to: 'payments',
    resource: ['payment'],
    fields: paymentFields,
    query: paymentQuery,
    idOf: paidOrderIdOf,
    outcome: (payment) => paymentOutcome(payment, market),
  });
}

interface Counter<Item> {
  readonly to: LiveInterface;
  readonly resource: readonly string[];
  readonly fields: readonly string[];
  readonly query: (orderId: string) => Readonly<Record<string, string>>;
  /** Our id of it. */
  readonly idOf: (item: Item) => string | undefined;
  /** `null`: a state that means nothing here. */
  readonly outcome: (item: Item) => OrderOutcome | null;
}

function createDesk<Schema extends TSchema>(
  schema: Schema,
  market: MarketPack,
  { to, resource, fields, query, idOf, outcome }: Counter<Static<Schema>>,
): OrderDesk {
  const readList = createListReader(schema);
  return {
    async place(http, orderId, body, common) {
      const reply = await http.ask({ ...common, to, resource, body });
      if (reply.kind === 'noReply') return withoutReply(reply);
      if (reply.status < 200 || reply.status > 299) return turnedDown(reply, market);
      const item = reply.body;
      // Something answered well: it may hold the order, and only asking for it tells.
      if (!Check(schema, item) || (idOf(item) ?? orderId) !== orderId) return unknown;
      return outcome(item) ?? unknown;
    },

    async find(http, orderId, common) {
      const reply = await readList(http, { ...common, to, resource, fields, query: query(orderId) });
      if (reply.kind === 'noReply') {
        return { kind: 'unknown', failure: reply.failure, retryAfterMs: reply.retryAfterMs };
      }
      const found = reply.items.find((item) => idOf(item) === orderId);
      if (found !== undefined) return outcome(found) ?? unknown;
      // Other people's orders: the list was not searched for this one, and may be cut.
      if (reply.items.length > 0) return unknown;
      return { kind: 'notReceived', failure: null, retryAfterMs: null };
    },
  };
}

const unknown: OrderOutcome = { kind: 'unknown', failure: 'unreadable', retryAfterMs: null };

function withoutReply({ mayHaveArrived, failure, retryAfterMs }: NoReply): OrderOutcome {
  return { kind: mayHaveArrived ? 'unknown' : 'notReceived', failure, retryAfterMs };
}

/** A status of the 400s: the operator did not take it, and mostly says why. */
function turnedDown({ status, body }: Reply, market: MarketPack): OrderOutcome {
  // Two of the same: the other may be this one, from a time whose answer was lost.
  if (status === 409) return unknown;
  const reason = rejectionReason(problemIn(body).texts, market);
  const isAboutOrder = reason !== 'refusedByOperator' || status === 400 || status === 422;
  return isAboutOrder
    ? { kind: 'rejected', reason }
    : { kind: 'notReceived', failure: failureOf(status), retryAfterMs: null };
}
