/** TMF622 Product Ordering: options, passes, plans and preferred numbers. */
import { instantText } from '../calendar';
import type { Route } from '../router';
import type { Directory } from './directory';
import { changeLine } from './lineChanges';
import { readOrder, type OrderRequest } from './orderRequest';
import { createTaskBook, type Task, type TaskBook, type TaskStage } from './taskBook';
import { taskRoutes } from './taskRoutes';
import { livePath, tmfApi, tmfError, type Resource } from './tmf';

const api = tmfApi('orders');
const path = `${livePath}/tmf-api/productOrderingManagement/v4/productOrder`;

interface OrderOptions {
  readonly directory: Directory;
  readonly now: () => number;
  readonly orderMs: number;
}

export function createOrderBook({ directory, now, orderMs }: OrderOptions): TaskBook<OrderRequest> {
  /** When the plan of a line changed, as `2250700000001 2026-11`, once for each time. */
  const planChanges: string[] = [];
  return createTaskBook<OrderRequest>({
    now,
    takesMs: orderMs,
    perform: ({ msisdn, change }, id) => {
      const line = directory.line(msisdn);
      if (line === null) return { ok: false, reason: 'UNKNOWN_SUBSCRIBER', text: 'The line is gone.' };
      const thisMonth = `${msisdn} ${instantText(now()).slice(0, 7)}`;
      const changed = changeLine(line, change, {
        id,
        nowMs: now(),
        offer: directory.offer,
        planChanges: planChanges.filter((when) => when === thisMonth).length,
      });
      if (!changed.ok) return changed;
      if (change.kind === 'plan') planChanges.push(thisMonth);
      directory.save(changed.line);
      return { ok: true };
    },
  });
}

export function orderRoutes(book: TaskBook<OrderRequest>, directory: Directory): readonly Route[] {
  return taskRoutes<OrderRequest>({
    api,
    path,
    keyField: 'externalId',
    book,
    read: readOrder,
    refusalOf: ({ msisdn, change }) => {
      if (directory.line(msisdn) === null) {
        return tmfError(400, 'UNKNOWN_SUBSCRIBER', 'There is no such line.');
      }
      return change.kind === 'buy' && directory.offer(change.offer) === null
        ? tmfError(400, 'UNKNOWN_OFFER', 'There is no such offer.')
        : null;
    },
    resourceOf: orderResource,
  });
}

const states: Readonly<Record<TaskStage, string>> = {
  received: 'acknowledged',
  inProgress: 'inProgress',
  done: 'completed',
  refused: 'rejected',
};

function orderResource(
  { id, key, request, receivedAtMs, end }: Task<OrderRequest>,
  stage: TaskStage,
): Resource {
  const state = states[stage];
  return {
    id,
    href: `${path}/${id}`,
    '@type': 'ProductOrder',
    ...(key !== null && { externalId: key }),
    state,
    orderDate: instantText(receivedAtMs),
    productOrderItem: request.items.map((item) => ({ ...item, state })),
    ...(end !== null && ending(end)),
  };
}

function ending({ outcome, atMs }: NonNullable<Task<OrderRequest>['end']>): Resource {
  const at = instantText(atMs);
  if (outcome.ok) return { completionDate: at };
  return {
    cancellationDate: at,
    cancellationReason: outcome.reason,
    note: [{ date: at, author: 'operator', text: outcome.text }],
  };
}
