/** Asks the built-in upstream's live interfaces as any client would, over HTTP. */
import Type, { type Static, type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { onTestFinished } from 'vitest';
import {
  startUpstream,
  type Upstream,
  type UpstreamOptions,
} from '../../electron/services/training/upstream';

export const noon = Date.UTC(2026, 10, 22, 12);

export interface RunningOperator {
  readonly upstream: Upstream;
  /** Epoch milliseconds; the operator's clock stands still until it is moved. */
  readonly clock: { now: number };
}

/** Ends with the test. */
export async function startOperator(options: Partial<UpstreamOptions> = {}): Promise<RunningOperator> {
  const clock = { now: noon };
  const upstream = await startUpstream({
    subscribers: 40,
    seed: 7,
    tickMs: 0,
    now: () => clock.now,
    ...options,
  });
  onTestFinished(upstream.close);
  return { upstream, clock };
}

export interface LiveAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export async function ask(
  { liveUrl }: Upstream,
  path: string,
  query: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<LiveAnswer> {
  return answerOf(await fetch(`${liveUrl}${path}?${new URLSearchParams(query).toString()}`, { headers }));
}

export async function send(
  { liveUrl }: Upstream,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<LiveAnswer> {
  const sent = await fetch(`${liveUrl}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return answerOf(sent);
}

async function answerOf(response: Response): Promise<LiveAnswer> {
  const text = await response.text();
  const body: unknown = text === '' ? null : JSON.parse(text);
  return { status: response.status, headers: response.headers, body };
}

export function read<Schema extends TSchema>(schema: Schema, { body }: LiveAnswer): Static<Schema> {
  return Value.Parse(schema, body);
}

export const paths = {
  bucket: '/tmf-api/prepayBalanceManagement/v4/bucket',
  product: '/tmf-api/productInventory/v4/product',
  usage: '/tmf-api/usageConsumption/v4/queryUsageConsumption',
  bill: '/tmf-api/customerBillManagement/v4/customerBill',
  offering: '/tmf-api/productCatalogManagement/v4/productOffering',
  order: '/tmf-api/productOrderingManagement/v4/productOrder',
  payment: '/tmf-api/paymentManagement/v4/payment',
  sendCode: '/one-time-password-sms/vwip/send-code',
  validateCode: '/one-time-password-sms/vwip/validate-code',
} as const;

export interface OrderItem {
  readonly action: 'add' | 'modify' | 'delete';
  readonly offer?: string;
  readonly characteristics?: Readonly<Record<string, string>>;
}

/** `ProductOrder_Create` with one item. */
export function orderBody(externalId: string, msisdn: string, item: OrderItem): unknown {
  return {
    externalId,
    productOrderItem: [
      {
        id: '1',
        action: item.action,
        ...(item.offer !== undefined && { productOffering: { id: item.offer } }),
        product: {
          realizingResource: [{ id: msisdn, value: msisdn }],
          productCharacteristic: Object.entries(item.characteristics ?? {}).map(([name, value]) => ({
            name,
            value,
          })),
        },
      },
    ],
  };
}

export const orderAnswer = Type.Object({
  id: Type.String(),
  externalId: Type.String(),
  state: Type.String(),
  cancellationReason: Type.Optional(Type.String()),
});

export const tmfErrorAnswer = Type.Object({
  code: Type.String(),
  reason: Type.String(),
  status: Type.String(),
});
