/** Puts orders together: the outbox on its lasting connection, what faces ask of it, and who is told of a change. */
import type { MarketPack } from '../shared/domain/market';
import type { OrderSettings } from '../shared/domain/orderSettings';
import type { OrderCounts } from '../shared/ipc/commands/order';
import type { CacheReader, CacheWriter } from './db/connection';
import type { Log } from './log';
import type { AuditLog } from './services/audit';
import type { CustomerService } from './services/customer';
import { createOrdering, type Ordering } from './services/ordering';
import { openOutbox, type Outbox, type OrderTransport } from './services/orders';
import { backoffMs } from './sync/backoff';

export interface OrdersOptions {
  readonly reader: CacheReader;
  /** Of a connection that outlives a power cut. */
  readonly writer: CacheWriter;
  readonly audit: AuditLog;
  readonly settings: OrderSettings;
  readonly market: MarketPack;
  readonly customers: CustomerService;
  /** The trusted clock; epoch milliseconds. */
  readonly now: () => number;
  /** `null`: nobody is there to send to; orders wait until somebody is. */
  readonly transport: OrderTransport | null;
  /** @param ended whether the operator has just done it */
  readonly onOrderChanged: (msisdn: string, ended: boolean) => void;
  readonly onCounts: (counts: OrderCounts) => void;
  readonly log: Log;
}

export interface Orders extends Pick<Outbox, 'noteReachable' | 'noteBackOnline' | 'stop'> {
  readonly ordering: Ordering;
}

export async function startOrders(options: OrdersOptions): Promise<Orders> {
  const { reader, writer, audit, settings, market, customers, now, transport, log } = options;
  const outbox = await openOutbox({
    reader,
    writer,
    audit,
    transport,
    limits: settings,
    now,
    backoffMs: (failures, retryAfterMs) => backoffMs(failures, retryAfterMs, Math.random()),
    onChanged({ msisdn, progress }) {
      options.onOrderChanged(msisdn, progress.state === 'completed');
      tellCounts();
    },
    reportBug: (problem) => log.bug('bug:outbox', problem),
  });
  const ordering = createOrdering({
    outbox,
    customers,
    market,
    now,
    approval: settings.approval,
    onPlaced: (msisdn) => {
      options.onOrderChanged(msisdn, false);
      tellCounts();
    },
  });

  function tellCounts(): void {
    ordering.counts().then(
      (counts) => {
        if (counts.ok) options.onCounts(counts.value);
      },
      (problem: unknown) => log.bug('bug:orderCounts', problem),
    );
  }

  const { noteReachable, noteBackOnline, stop } = outbox;
  return { ordering, noteReachable, noteBackOnline, stop };
}
