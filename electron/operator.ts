import type { LiveFailure, LiveSectionName } from '../shared/domain/liveCustomer';
import type { MarketPack } from '../shared/domain/market';
import type { LiveEndpoint } from '../shared/domain/settings';
import { openLiveClient, type LiveClient } from './live/liveClient';
import type { Log } from './log';
import type { OrderTransport } from './services/orders';

export interface Operator extends Pick<LiveClient, 'fetchCustomer' | 'sendCode' | 'validateCode' | 'close'> {
  /** `null`: nothing can be sent, and orders wait. */
  readonly orders: OrderTransport | null;
}

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
  return { ...opened.client, orders: opened.client };
}

const refusing: Operator = {
  fetchCustomer(_, { sections }) {
    const failures: Partial<Record<LiveSectionName, LiveFailure>> = {};
    for (const name of sections) failures[name] = 'refused';
    return Promise.resolve({ sections: {}, failures });
  },
  orders: null,
  sendCode: () => Promise.resolve({ ok: false, error: 'SERVICE_REFUSED' }),
  validateCode: () => Promise.resolve({ ok: false, error: 'SERVICE_REFUSED' }),
  close: () => undefined,
};
