import type { LiveFailure, LiveSectionName } from '../shared/domain/liveCustomer';
import type { OrderOutcome } from '../shared/domain/liveOrder';
import type { MarketPack } from '../shared/domain/market';
import type { LiveEndpoint } from '../shared/domain/settings';
import { openLiveClient, type LiveClient } from './live/liveClient';
import type { Log } from './log';
import type { OrderTransport } from './services/orders';

export type Operator = Pick<
  LiveClient,
  | 'fetchCustomer'
  | 'placeOrder'
  | 'findOrder'
  | 'payBill'
  | 'findPayment'
  | 'sendCode'
  | 'validateCode'
  | 'close'
>;

/** One whose credentials cannot be read is there all the same: it refuses every question, and the log says why. */
export async function openOperator(
  endpoint: LiveEndpoint,
  market: MarketPack,
  keyHex: string,
  log: Log,
): Promise<Operator> {
  const opened = await openLiveClient(endpoint, market, { keyHex });
  if (!opened.ok) {
    log.warn('live:refused', { code: opened.error, path: opened.file });
    return refusing;
  }
  if (opened.exposed) log.warn('live:secretExposed');
  return opened.client;
}

const refusing: Operator = {
  fetchCustomer(_, { sections }) {
    const failures: Partial<Record<LiveSectionName, LiveFailure>> = {};
    for (const name of sections) failures[name] = 'refused';
    return Promise.resolve({ sections: {}, failures });
  },
  ...orderTransportWithout('refused'),
  sendCode: () => Promise.resolve({ ok: false, error: 'SERVICE_REFUSED' }),
  validateCode: () => Promise.resolve({ ok: false, error: 'SERVICE_REFUSED' }),
  close: () => undefined,
};

/** Orders wait as they do where the operator cannot be reached: nothing is sent, and nothing comes back. */
export function orderTransportWithout(failure: LiveFailure): OrderTransport {
  const notReceived = () =>
    Promise.resolve<OrderOutcome>({ kind: 'notReceived', failure, retryAfterMs: null });
  const unknown = () => Promise.resolve<OrderOutcome>({ kind: 'unknown', failure, retryAfterMs: null });
  return { placeOrder: notReceived, payBill: notReceived, findOrder: unknown, findPayment: unknown };
}
