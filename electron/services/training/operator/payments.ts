/** TMF676 Payment Management: bills, paid from the main account or by Orange Money. */
import Type from 'typebox';
import { Check } from 'typebox/value';
import { jsonOf } from '../../../../shared/domain/json';
import { instantText } from '../calendar';
import type { Reply, Route } from '../router';
import type { Directory } from './directory';
import { changeLine, type LineChange } from './lineChanges';
import { createTaskBook, type Task, type TaskBook, type TaskStage } from './taskBook';
import { taskRoutes, type ReadTask } from './taskRoutes';
import { livePath, tmfApi, tmfError, type Resource } from './tmf';

const api = tmfApi('payments');
const path = `${livePath}/tmf-api/paymentManagement/v4/payment`;

const key = Type.String({ minLength: 1, maxLength: 200 });

const paymentSchema = Type.Object({
  correlatorId: Type.Optional(key),
  account: Type.Object({ id: key }),
  paymentMethod: Type.Object({ id: Type.Union([Type.Literal('main'), Type.Literal('orangeMoney')]) }),
  totalAmount: Type.Object({ unit: key, value: Type.Number() }),
  paymentItem: Type.Array(Type.Object({ item: Type.Object({ id: key }) }), { minItems: 1, maxItems: 1 }),
});

export interface PaymentRequest {
  readonly msisdn: string;
  readonly change: Extract<LineChange, { readonly kind: 'payBill' }>;
  /** What the answer repeats of the request. */
  readonly asked: Resource;
}

interface PaymentOptions {
  readonly directory: Directory;
  readonly now: () => number;
  readonly orderMs: number;
}

export function createPaymentBook({ directory, now, orderMs }: PaymentOptions): TaskBook<PaymentRequest> {
  return createTaskBook<PaymentRequest>({
    now,
    takesMs: orderMs,
    perform: ({ msisdn, change }, id) => {
      const line = directory.line(msisdn);
      if (line === null) return { ok: false, reason: 'UNKNOWN_SUBSCRIBER', text: 'The line is gone.' };
      const context = { id, nowMs: now(), offer: directory.offer, planChanges: 0 };
      const changed = changeLine(line, change, context);
      if (!changed.ok) return changed;
      directory.save(changed.line);
      return { ok: true };
    },
  });
}

export function paymentRoutes(book: TaskBook<PaymentRequest>, directory: Directory): readonly Route[] {
  return taskRoutes<PaymentRequest>({
    api,
    path,
    keyField: 'correlatorId',
    book,
    read: readPayment,
    refusalOf: (request) => refusalOf(request, directory),
    resourceOf: paymentResource,
  });
}

function readPayment(body: string): ReadTask<PaymentRequest> {
  const payment = jsonOf(body);
  if (!Check(paymentSchema, payment)) {
    return { ok: false, reason: 'A payment has account, paymentMethod, totalAmount and one paymentItem.' };
  }
  const { correlatorId = null, account, paymentMethod, totalAmount, paymentItem } = payment;
  return {
    ok: true,
    key: correlatorId,
    request: {
      msisdn: account.id,
      change: {
        kind: 'payBill',
        bill: paymentItem[0]?.item.id ?? '',
        amount: totalAmount.value,
        currency: totalAmount.unit,
        payer: paymentMethod.id,
      },
      asked: { account, paymentMethod, totalAmount, paymentItem },
    },
  };
}

function refusalOf({ msisdn, change }: PaymentRequest, directory: Directory): Reply | null {
  const line = directory.line(msisdn);
  if (line === null) return tmfError(400, 'UNKNOWN_SUBSCRIBER', 'There is no such line.');
  return line.bills?.some(({ id }) => id === change.bill)
    ? null
    : tmfError(400, 'UNKNOWN_BILL', 'There is no such bill.');
}

const statuses: Readonly<Record<TaskStage, string>> = {
  received: 'pendingAuthorization',
  inProgress: 'authorized',
  done: 'done',
  refused: 'denied',
};

/** A payment has no field for why it was denied: the description says it. */
function paymentResource(
  { id, key: correlatorId, request, receivedAtMs, end }: Task<PaymentRequest>,
  stage: TaskStage,
): Resource {
  return {
    ...request.asked,
    id,
    href: `${path}/${id}`,
    '@type': 'Payment',
    ...(correlatorId !== null && { correlatorId }),
    status: statuses[stage],
    paymentDate: instantText(receivedAtMs),
    statusDate: instantText(end?.atMs ?? receivedAtMs),
    ...(end?.outcome.ok === false && { description: end.outcome.reason }),
  };
}
