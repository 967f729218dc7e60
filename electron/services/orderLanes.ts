/**
 * Who goes next, and when. Orders of one customer share a lane and keep their order; lanes know nothing of each other.
 * Each order waits longer after every try that brought nothing. When the operator cannot be reached at all, nothing
 * goes for a while, then one order alone tries the way for the others.
 *
 * Waits are counted by a clock that nobody can set, and begin anew with the program: a jump of the system's clock
 * neither holds an order up nor hurries it.
 */

/** After a step. */
export type LaneStep =
  /** There is nothing more to do for it. */
  | 'finished'
  | {
      /** It has come forward, or is asked for evenly: the next wait is as short as the first. */
      readonly waitsBeginAnew: boolean;
      /** What comes after it in its lane waits for it. */
      readonly holdsLane: boolean;
      /** What the operator asked for. */
      readonly retryAfterMs: number | null;
    };

export interface OrderLanes {
  /** At the end of its lane, at once due. */
  readonly add: (id: string, lane: string) => void;
  /** What waits behind it no longer does. */
  readonly remove: (id: string, lane: string) => void;
  /** Whether the operator could be reached when that was last tried; where nothing is left to try it, after a rest. */
  readonly isWayOpen: () => boolean;
  readonly noteWayOpen: () => void;
  /** The operator answers somebody, or the line is back: what waits is due at once, and its waits begin anew. */
  readonly hurry: () => void;
  /** Nothing gets there, whichever order it is. @param retryAfterMs what the operator asked for */
  readonly noteWayClosed: (retryAfterMs: number | null) => void;
  /** Nothing begins any more; resolves when what is under way has ended. */
  readonly stop: () => Promise<void>;
}

export interface OrderLanesOptions {
  /** Brings an order one step forward. */
  readonly step: (id: string) => Promise<LaneStep>;
  /** @param failures tries in a row that brought nothing, from 0 */
  readonly backoffMs: (failures: number, retryAfterMs: number | null) => number;
  /** Orders on their way at the same time. */
  readonly atOnce: number;
  readonly reportBug: (problem: unknown) => void;
}

interface WaitingOrder {
  readonly id: string;
  holdsLane: boolean;
  failures: number;
  /** By `performance.now()`. */
  dueAt: number;
}

interface Lane {
  readonly orders: WaitingOrder[];
  busy: boolean;
}

interface Turn {
  readonly name: string;
  readonly lane: Lane;
  readonly order: WaitingOrder;
}

export function createOrderLanes({ step, backoffMs, atOnce, reportBug }: OrderLanesOptions): OrderLanes {
  const lanes = new Map<string, Lane>();
  const underWay = new Set<Promise<void>>();
  /** How often in a row the way was found closed. */
  let closures = 0;
  let restsUntil = -Infinity;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  function nextTurn(): Turn | null {
    let next: Turn | null = null;
    for (const [name, lane] of lanes) {
      if (lane.busy) continue;
      for (const order of mayGo(lane)) {
        if (next === null || order.dueAt < next.order.dueAt) next = { name, lane, order };
      }
    }
    return next;
  }

  function goOn(): void {
    clearTimeout(timer);
    while (!stopped && underWay.size < (closures > 0 ? 1 : atOnce)) {
      const turn = nextTurn();
      if (turn === null) return;
      const waitMs = Math.max(turn.order.dueAt, restsUntil) - performance.now();
      if (waitMs > 0) {
        timer = setTimeout(goOn, waitMs);
        return;
      }
      begin(turn);
    }
  }

  function begin(turn: Turn): void {
    turn.lane.busy = true;
    const work = step(turn.order.id)
      .then(
        (done) => finish(turn, done),
        (problem: unknown) => {
          reportBug(problem);
          postpone(turn.order, null);
        },
      )
      .finally(() => {
        turn.lane.busy = false;
        underWay.delete(work);
        goOn();
      });
    underWay.add(work);
  }

  function finish({ name, lane, order }: Turn, done: LaneStep): void {
    if (done === 'finished') {
      takeOut(name, lane, order);
      return;
    }
    order.holdsLane = done.holdsLane;
    if (done.waitsBeginAnew) order.failures = 0;
    postpone(order, done.retryAfterMs);
  }

  function takeOut(name: string, lane: Lane, order: WaitingOrder): void {
    const place = lane.orders.indexOf(order);
    if (place >= 0) lane.orders.splice(place, 1);
    // By now another lane may be known by this name.
    if (lane.orders.length === 0 && lanes.get(name) === lane) lanes.delete(name);
  }

  function postpone(order: WaitingOrder, retryAfterMs: number | null): void {
    order.dueAt = performance.now() + backoffMs(order.failures, retryAfterMs);
    order.failures += 1;
  }

  return {
    add(id, name) {
      const lane = lanes.get(name) ?? { orders: [], busy: false };
      lanes.set(name, lane);
      lane.orders.push({ id, holdsLane: true, failures: 0, dueAt: performance.now() });
      goOn();
    },
    remove(id, name) {
      const lane = lanes.get(name);
      const order = lane?.orders.find((waiting) => waiting.id === id);
      if (lane === undefined || order === undefined) return;
      takeOut(name, lane, order);
      goOn();
    },
    isWayOpen: () => closures === 0 || (lanes.size === 0 && performance.now() >= restsUntil),
    noteWayOpen() {
      closures = 0;
      restsUntil = -Infinity;
    },
    hurry() {
      closures = 0;
      restsUntil = -Infinity;
      for (const { orders } of lanes.values()) {
        for (const order of orders) {
          order.failures = 0;
          order.dueAt = Math.min(order.dueAt, performance.now());
        }
      }
      goOn();
    },
    noteWayClosed(retryAfterMs) {
      restsUntil = performance.now() + backoffMs(closures, retryAfterMs);
      closures += 1;
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await Promise.all(underWay);
    },
  };
}

/** The first that holds its lane, and all that hold none. */
function mayGo({ orders }: Lane): readonly WaitingOrder[] {
  const first = orders.find(({ holdsLane }) => holdsLane);
  return orders.filter((order) => order === first || !order.holdsLane);
}
