import Type from 'typebox';
import type { ReceiptKind } from '../../domain/receiptCode';
import type { ViewReceipt } from '../../view/receipt';
import { language, request } from './request';

/** As typed or scanned, in any grouping. */
export const typedCode = Type.String({ minLength: 1, maxLength: 60 });

export const receiptRequests = {
  'receipt:make': request({ language }),
  'receipt:check': request({ code: typedCode, language }),
} as const;

export interface ReceiptAnswers {
  /** Of what the open customer's page shows now. */
  'receipt:make': ViewReceipt;
  'receipt:check': ReceiptCheck;
}

/** What a receipt's code says. */
export type ReceiptCheck =
  | {
      readonly state: 'genuine';
      readonly kind: ReceiptKind;
      readonly madeAt: string;
      /** The device that made it. */
      readonly device: string;
      /** Whether that is the machine that verifies. */
      readonly here: boolean;
      /** The last two digits of the number. */
      readonly numberEnd: string;
      /** The main account, or the price of the order; `null`: the code certifies none. */
      readonly amount: string | null;
      /** Of the order. */
      readonly reference: string | null;
    }
  /** `altered`: this shop's, with something else in it than was sealed. `notOurs`: sealed with another secret. */
  | { readonly state: 'malformed' | 'mistyped' | 'altered' | 'notOurs' };
