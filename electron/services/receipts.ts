/** Makes receipts of what is shown and of what was ordered, and verifies the codes on them. */
import { formatsFor } from '../../shared/domain/format';
import { clocksApartMinutes } from '../../shared/domain/handoffCode';
import type { Language } from '../../shared/domain/language';
import type { MarketPack } from '../../shared/domain/market';
import type { Order } from '../../shared/domain/order';
import { readReceiptCode, receiptCodeOf, sealedPart } from '../../shared/domain/receiptCode';
import { groupedCode } from '../../shared/domain/typedCode';
import type { ReceiptCheck } from '../../shared/ipc/commands/receipt';
import type { CustomerView, OrderView } from '../../shared/view/customerView';
import { dateTimeText } from '../../shared/view/moment';
import {
  certifiedOf,
  certifiedOfOrder,
  orderReceiptContentOf,
  receiptContentOf,
  type Certified,
  type OrderReceipt,
  type ViewReceipt,
} from '../../shared/view/receipt';
import type { ShopKeys } from './shopKeys';

export interface ReceiptService {
  readonly ofView: (view: CustomerView) => ViewReceipt;
  /** @param shown the order in words, other people's numbers masked @param numberMasked the customer's */
  readonly ofOrder: (
    order: Order,
    shown: OrderView,
    language: Language,
    numberMasked: string,
  ) => OrderReceipt;
  readonly check: (code: string, language: Language) => ReceiptCheck;
}

export interface ReceiptServiceOptions {
  readonly keys: ShopKeys;
  readonly market: MarketPack;
  readonly shopName: string;
  /** The trusted clock; epoch milliseconds. */
  readonly now: () => number;
}

const minuteMs = 60_000;

export function createReceiptService(options: ReceiptServiceOptions): ReceiptService {
  const { keys, market, shopName, now } = options;

  /** What every receipt of this moment says beside its content. */
  function seal(certified: Certified, language: Language) {
    const at = now();
    const sealed = sealedPart({
      ...certified,
      minute: Math.floor(at / minuteMs),
      device: keys.device,
      shop: keys.shop,
    });
    return {
      shopName,
      madeAt: dateTimeText(at, market, language),
      device: keys.device,
      code: groupedCode(receiptCodeOf(sealed, keys.sealReceipt(keys.device, sealed))),
      verifiedBy: keys.verifiedBy,
    } as const;
  }

  return {
    ofView: (view) => ({
      ...receiptContentOf(view),
      ...seal(certifiedOf(view, market.currency), view.language),
    }),

    ofOrder: (order, shown, language, numberMasked) => ({
      ...orderReceiptContentOf(shown, language, numberMasked),
      ...seal(certifiedOfOrder(order, market.currency), language),
    }),

    check(code, language) {
      const read = readReceiptCode(code);
      if (!read.ok) return { state: read.error };
      const { kind, minute, device, shop, numberEnd, amount, reference } = read.claims;
      if (shop !== keys.shop) return { state: 'notOurs' };
      if (keys.sealReceipt(device, read.sealed) !== read.seal) return { state: 'altered' };
      return {
        state: 'genuine',
        kind,
        madeAt: dateTimeText(minute * minuteMs, market, language),
        isAhead: minute > now() / minuteMs + clocksApartMinutes,
        device,
        here: device === keys.device,
        numberEnd,
        amount: amount === null ? null : formatsFor(market, language).amount(amount, market.currency),
        reference: kind === 'order' ? reference : null,
      };
    },
  };
}
