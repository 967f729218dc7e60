/** Reads what a receipt is made of: the view of a customer as it is now, or one of their orders. */
import type { Language } from '../../shared/domain/language';
import type { MarketPack } from '../../shared/domain/market';
import type { Receipt } from '../../shared/view/receipt';
import { writingContextOf } from '../../shared/view/sectionContext';
import { orderView } from '../../shared/view/sections/orders';
import type { CacheReader } from '../db/connection';
import { findOrder } from '../db/orders';
import type { CustomerAnswer, CustomerService } from './customer';
import type { ReceiptService } from './receipts';
import { unlessUnavailable } from './unlessUnavailable';

export type ReceiptAnswer =
  { readonly ok: true; readonly receipt: Receipt } | Extract<CustomerAnswer, { readonly ok: false }>;

/** @param order its id; `null`: of what the page shows. Of another's order, and of a line that is not active, there is none. */
export type MakeReceipt = (
  msisdn: string,
  order: string | null,
  language: Language,
) => Promise<ReceiptAnswer>;

export interface ReceiptMakingOptions {
  readonly receipts: ReceiptService;
  readonly reader: CacheReader;
  readonly customers: Pick<CustomerService, 'view' | 'offers'>;
  readonly market: MarketPack;
  /** The trusted clock; epoch milliseconds. */
  readonly now: () => number;
}

export function createReceiptMaking(options: ReceiptMakingOptions): MakeReceipt {
  const { receipts, reader, customers, market, now } = options;
  return (msisdn, orderId, language) =>
    unlessUnavailable(async (): Promise<ReceiptAnswer> => {
      const found = await customers.view(`+${msisdn}`, language);
      if (!found.ok) return found;
      const { view } = found;
      if (orderId === null) return { ok: true, receipt: receipts.ofView(view) };
      const order = await findOrder(reader, orderId);
      if (order?.msisdn !== msisdn || view.restricted) {
        return { ok: false, error: 'NOT_FOUND' };
      }
      const context = writingContextOf({ market, language, now: now(), offers: await customers.offers() });
      const shown = orderView(order, context, 'masked');
      return { ok: true, receipt: receipts.ofOrder(order, shown, language, view.msisdnMasked) };
    });
}
