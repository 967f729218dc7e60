/** Makes receipts of what is shown, and verifies the codes on them. */
import type { Language } from '../../shared/domain/language';
import type { MarketPack } from '../../shared/domain/market';
import { formatsFor } from '../../shared/domain/format';
import { readReceiptCode, receiptCodeOf, sealedPart } from '../../shared/domain/receiptCode';
import { groupedCode } from '../../shared/domain/typedCode';
import type { ReceiptCheck } from '../../shared/ipc/commands/receipt';
import type { CustomerView } from '../../shared/view/customerView';
import { dateTimeText } from '../../shared/view/moment';
import { certifiedOf, receiptContentOf, type ViewReceipt } from '../../shared/view/receipt';
import type { ShopKeys } from './shopKeys';

export interface ReceiptService {
  readonly ofView: (view: CustomerView) => ViewReceipt;
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
const noReference = '000';

export function createReceiptService({ keys, market, shopName, now }: ReceiptServiceOptions): ReceiptService {
  return {
    ofView(view) {
      const at = now();
      const sealed = sealedPart({
        ...certifiedOf(view, market.currency),
        minute: Math.floor(at / minuteMs),
        device: keys.device,
        shop: keys.shop,
        reference: noReference,
      });
      return {
        ...receiptContentOf(view),
        shopName,
        madeAt: dateTimeText(at, market, view.language),
        device: keys.device,
        code: groupedCode(receiptCodeOf(sealed, keys.sealReceipt(keys.device, sealed))),
        verifiedBy: keys.verifiedBy,
      };
    },

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
        device,
        here: device === keys.device,
        numberEnd,
        amount: amount === null ? null : formatsFor(market, language).amount(amount, market.currency),
        reference: kind === 'order' ? reference : null,
      };
    },
  };
}
