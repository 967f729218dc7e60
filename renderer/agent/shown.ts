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

/** Lies beside whoever is open, whose page is seen with it. */
export function isBesideCustomer(shown: Shown): boolean {
  return isOrderSubject(shown) || ['payer', 'ussd', 'receipt', 'orders'].includes(shown);
}

export function isOrderSubject(shown: Shown): shown is OrderSubject {
  return ['passes', 'options', 'plan', 'numbers', 'bills'].includes(shown);
}
