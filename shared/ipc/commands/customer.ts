import Type from 'typebox';
import type { UssdScreen } from '../../ussd/engine';
import type { CustomerView } from '../../view/customerView';
import { payerUses } from '../../view/payerUse';
import type { PayerView } from '../../view/payerView';
import { language, nothing, request } from './request';

export const customerRequests = {
  'customer:open': request({ query: Type.String({ minLength: 1, maxLength: 60 }), language }),
  'customer:render': request({ language }),
  'customer:close': nothing,
  /** Asks the operator's systems once more; what they say comes as `customer:changed`. */
  'customer:askAgain': nothing,
  'payer:ask': request({ use: Type.Enum([...payerUses]), language }),
  'ussd:dial': request({
    /** What has been typed so far after #122#, for instance `1*2`; empty for the first screen. */
    path: Type.String({ maxLength: 200, pattern: '^[0-9*#]*$' }),
    language,
  }),
} as const;

export interface CustomerAnswers {
  'customer:open': CustomerView;
  'customer:render': CustomerView;
  'customer:close': null;
  'customer:askAgain': null;
  /** Refused as `NOT_ALLOWED` for a line that is not active. */
  'payer:ask': PayerView;
  'ussd:dial': UssdScreen;
}

export interface CustomerEvents {
  'customer:changed': CustomerView;
  /** The open customer is gone from the cache. */
  'customer:removed': null;
}
