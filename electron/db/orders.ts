/** The orders of this machine, finished or not. */
import { Check } from 'typebox/value';
import {
  orderIntentSchema,
  type Actor,
  type Order,
  type OrderIntent,
  type OrderReason,
  type OrderState,
} from '../../shared/domain/order';
import type { OrderCounts } from '../../shared/ipc/commands/order';
import type { Queries, Row, Transaction } from './connection';
import { integerOf, nullableIntegerOf, nullableTextOf, textOf, type RowsWanted } from './row';

/** The id must be new. */
export async function insertOrder(transaction: Transaction, order: Order): Promise<void> {
  const { id, msisdn, intent, price, placedBy, placedAt, since, progress } = order;
  await transaction.run(
    `INSERT INTO orders (id, msisdn, intent, amount, currency, placed_by, placed_at, since,
       state, reason, operator_id, attempts, outcome_unknown)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      Number(msisdn),
      JSON.stringify(intent),
      price?.amount ?? null,
      price?.currency ?? null,
      placedBy,
      placedAt,
      since,
      progress.state,
      progress.reason,
      progress.operatorId,
      progress.attempts,
      Number(progress.outcomeUnknown),
    ],
  );
}

/** Stores how far it has come; what was ordered never changes. */
export async function updateOrder(
  transaction: Transaction,
  { id, since, progress }: Pick<Order, 'id' | 'since' | 'progress'>,
): Promise<void> {
  const { state, reason, operatorId, attempts, outcomeUnknown } = progress;
  await transaction.run(
    `UPDATE orders SET since = ?, state = ?, reason = ?, operator_id = ?, attempts = ?, outcome_unknown = ?
     WHERE id = ?`,
    [since, state, reason, operatorId, attempts, Number(outcomeUnknown), id],
  );
}

export async function findOrder(queries: Queries, id: string): Promise<Order | null> {
  const row = await queries.get('SELECT * FROM orders WHERE id = ?', [id]);
  return row === undefined ? null : orderOf(row);
}

const unfinished = `state NOT IN ('completed', 'rejected', 'cancelled')`;

/** In the order in which they were placed. */
export async function findUnfinishedOrders(queries: Queries): Promise<readonly Order[]> {
  const rows = await queries.all(`SELECT * FROM orders WHERE ${unfinished} ORDER BY number`);
  return rows.map(orderOf);
}

/** The newest of the subscriber of the row that they stand beside, the newest first. */
export function ordersWanted(limit: number): RowsWanted {
  return {
    columns: [
      'number',
      'id',
      'msisdn',
      'intent',
      'amount',
      'currency',
      'placed_by',
      'placed_at',
      'since',
      'state',
      'reason',
      'operator_id',
      'attempts',
      'outcome_unknown',
    ],
    from: 'orders WHERE orders.msisdn = subscribers.msisdn',
    order: 'number DESC',
    limit,
  };
}

/** Those that wait for somebody first, then those without an end, then the others; the newest first among them. */
export async function findLatestOrders(queries: Queries, limit: number): Promise<readonly Order[]> {
  const rows = await queries.all(
    `SELECT * FROM orders ORDER BY state = 'parked' DESC, ${unfinished} DESC, number DESC LIMIT ?`,
    [limit],
  );
  return rows.map(orderOf);
}

/** What the shop is to know of: those without an end, and those rejected from `rejectedSince` on, epoch milliseconds. */
export async function countOrdersToTell(queries: Queries, rejectedSince: number): Promise<OrderCounts> {
  // Several questions in one, as those without an end and those rejected have an index each.
  const row = await queries.get(
    `SELECT count(*) FILTER (WHERE state <> 'parked') AS under_way,
       count(*) FILTER (WHERE state = 'parked') AS parked,
       (SELECT count(*) FROM orders WHERE state = 'rejected' AND since >= ?1) AS rejected,
       (SELECT id FROM orders WHERE state = 'rejected' AND since >= ?1 ORDER BY since DESC, number DESC LIMIT 1)
         AS last_rejected
     FROM orders WHERE ${unfinished}`,
    [rejectedSince],
  );
  if (row === undefined) return { underWay: 0, parked: 0, rejected: 0, lastRejected: null };
  return {
    underWay: integerOf(row, 'under_way'),
    parked: integerOf(row, 'parked'),
    rejected: integerOf(row, 'rejected'),
    lastRejected: nullableTextOf(row, 'last_rejected'),
  };
}

/** Parked ones too: what they are in must not be thrown away. */
export async function countUnfinishedOrders(queries: Queries): Promise<number> {
  const row = await queries.get(`SELECT count(*) AS orders FROM orders WHERE ${unfinished}`);
  return row === undefined ? 0 : integerOf(row, 'orders');
}

/** Those that the operator is being told of at this moment. */
export async function countSendingOrders(queries: Queries): Promise<number> {
  const row = await queries.get(`SELECT count(*) AS orders FROM orders WHERE state = 'sending'`);
  return row === undefined ? 0 : integerOf(row, 'orders');
}

/** Those that have not come to their end, and of these the ones that wait for a person. */
export async function countOrdersByProgress(
  queries: Queries,
): Promise<{ readonly unfinished: number; readonly parked: number }> {
  const row = await queries.get(
    `SELECT count(*) AS unfinished, count(*) FILTER (WHERE state = 'parked') AS parked
     FROM orders WHERE ${unfinished}`,
  );
  return row === undefined
    ? { unfinished: 0, parked: 0 }
    : { unfinished: integerOf(row, 'unfinished'), parked: integerOf(row, 'parked') };
}

/** Those that ended before `at`, epoch milliseconds; what is on its way stays however old. */
export async function removeFinishedOrdersBefore(transaction: Transaction, at: number): Promise<void> {
  await transaction.run(
    `DELETE FROM orders WHERE state IN ('completed', 'rejected', 'cancelled') AND since < ?`,
    [at],
  );
}

export interface WaitingOrders {
  readonly count: number;
  /** What those of one customer cost together, in minor units. */
  readonly amount: number;
}

/** Those that were not sent yet. */
export async function countWaitingOrders(queries: Queries, msisdn: string): Promise<WaitingOrders> {
  const row = await queries.get(
    `SELECT count(*) AS orders, coalesce(sum(amount) FILTER (WHERE msisdn = ?), 0) AS amount
     FROM orders WHERE ${unfinished} AND state = 'queued'`,
    [Number(msisdn)],
  );
  return row === undefined
    ? { count: 0, amount: 0 }
    : { count: integerOf(row, 'orders'), amount: integerOf(row, 'amount') };
}

export function orderOf(row: Row): Order {
  const amount = nullableIntegerOf(row, 'amount');
  return {
    id: textOf(row, 'id'),
    msisdn: String(integerOf(row, 'msisdn')),
    intent: intentOf(textOf(row, 'intent')),
    price: amount === null ? null : { amount, currency: textOf(row, 'currency') },
    placedBy: actorOf(textOf(row, 'placed_by')),
    placedAt: integerOf(row, 'placed_at'),
    since: integerOf(row, 'since'),
    progress: {
      state: known(states, textOf(row, 'state')),
      reason: row['reason'] === null ? null : known(reasons, textOf(row, 'reason')),
      operatorId: nullableTextOf(row, 'operator_id'),
      attempts: integerOf(row, 'attempts'),
      outcomeUnknown: integerOf(row, 'outcome_unknown') === 1,
    },
  };
}

function intentOf(text: string): OrderIntent {
  const intent: unknown = JSON.parse(text);
  if (!Check(orderIntentSchema, intent)) throw new TypeError('The stored order is of no known kind.');
  return intent;
}

/** How many orders are in which state; a state without any is not listed. */
export async function countOrdersByState(
  queries: Queries,
): Promise<readonly { readonly state: OrderState; readonly orders: number }[]> {
  const rows = await queries.all(
    'SELECT state, count(*) AS orders FROM orders GROUP BY state ORDER BY state',
  );
  return rows.map((row) => ({
    state: known(states, textOf(row, 'state')),
    orders: integerOf(row, 'orders'),
  }));
}

function actorOf(text: string): Actor {
  if (text === 'customer' || text === 'program') return text;
  if (text.startsWith('staff:')) return `staff:${text.slice('staff:'.length)}`;
  throw new TypeError('The stored order was placed by nobody known.');
}

const states: Readonly<Record<OrderState, true>> = {
  queued: true,
  sending: true,
  accepted: true,
  completed: true,
  rejected: true,
  cancelled: true,
  parked: true,
};

const reasons: Readonly<Record<OrderReason, true>> = {
  insufficientBalance: true,
  notEligible: true,
  alreadyActive: true,
  changeLimit: true,
  unknownOffer: true,
  refusedByOperator: true,
  tooManyAttempts: true,
  tooOld: true,
  unreadableAnswer: true,
  offline: true,
  cancelledByStaff: true,
  cancelledByCustomer: true,
};

/** Of a record whose keys are all the words there are: leaving one out does not compile. */
function known<Word extends string>(words: Readonly<Record<Word, true>>, text: string): Word {
  const isWord = (candidate: string): candidate is Word => Object.hasOwn(words, candidate);
  if (!isWord(text)) throw new TypeError('The stored order is in no known state.');
  return text;
}
