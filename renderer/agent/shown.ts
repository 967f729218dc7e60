import type { OrderSubject } from './orderChoices';

/** What lies in front of the page, or beside it: one at a time. */
export type Shown =
  | 'nothing'
  | 'keys'
  | 'palette'
  | 'payer'
  | 'ussd'
  | 'receipt'
  | 'presence'
  | 'post'
  | 'audit'
  | 'orders'
  | OrderSubject;

export function isOrderSubject(shown: Shown): shown is OrderSubject {
  return ['passes', 'options', 'plan', 'numbers', 'bills'].includes(shown);
}
