import Type from 'typebox';
import type { CustomerStatus } from '../../domain/feedDocument';
import { request } from './request';

export const customerLinesRequests = {
  'customer:findLines': request({
    /** A customer's id as the operator gives it, in capitals or not. */
    customerId: Type.String({ minLength: 1, maxLength: 60 }),
  }),
} as const;

/** One line of a customer, with what may be said before it is opened. */
export interface FoundLine {
  /** `07 00 00 00 01`. */
  readonly text: string;
  readonly status: CustomerStatus;
  /** `null`: not known, or not to be said of a line that is not active. */
  readonly plan: string | null;
}

export interface CustomerLinesAnswers {
  /** By number; empty for an id that nobody has. */
  'customer:findLines': readonly FoundLine[];
}
