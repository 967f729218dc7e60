import Type from 'typebox';
import type { ReceiptKind } from '../../domain/receiptCode';
import type { Receipt } from '../../view/receipt';
import { orderId } from './order';
import { language, request } from './request';

/** As typed or scanned, in any grouping. */
export const typedCode = Type.String({ minLength: 1, maxLength: 60 });

export const receiptRequests = {
  /** Of the open customer's page, or of one of their orders. */
  'receipt:make': request({ order: Type.Optional(orderId), language }),
  /** The ticket that was made last, by its code: what is printed is what the main process made. */
  'receipt:print': request({ code: typedCode }),
  'receipt:save': request({ code: typedCode }),
  'receipt:check': request({ code: typedCode, language }),
} as const;

export interface ReceiptAnswers {
  'receipt:make': Receipt;
  /** `NOT_FOUND`: what was made last for the open customer has another code. */
  'receipt:print': PrintOutcome;
  'receipt:save': SaveOutcome;
  'receipt:check': ReceiptCheck;
}

export type PrintOutcome =
  | 'printed'
  /** The settings name none. */
  | 'noPrinter'
  /** The system has none of the name that the settings give. */
  | 'unknownPrinter'
  | 'paperOut'
  | 'offline'
  /** Stopped, open, jammed: somebody has to look at it. */
  | 'needsAttention'
  | 'failed';

export type SaveOutcome =
  /** In the folder of the settings, or in the user's own. */
  | { readonly state: 'saved'; readonly folder: 'settings' | 'documents'; readonly fileName: string }
  | { readonly state: 'folderLocked' | 'diskFull' | 'failed' };

/** What a receipt's code says. */
export type ReceiptCheck =
  | {
      readonly state: 'genuine';
      readonly kind: ReceiptKind;
      readonly madeAt: string;
      /** By this device's clock it is yet to be made. */
      readonly isAhead: boolean;
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
