/**
 * Where a visitor is. One visit lasts from the first touch to "Terminer" or the idle reset; then all of it is
 * dropped at once.
 *
 *   help ◀──▶ welcome ──start──▶ number ◀──prove, back──▶ proof ──(customer open)──▶ home ◀──▶ page
 */
import type { CategoryCode } from '../../shared/domain/bonusCatalogue';
import type { OrderWish } from '../../shared/domain/orderWish';

/** Before a customer is open. */
export type Entry =
  | { readonly name: 'welcome' }
  | { readonly name: 'help' }
  /** `typed`: digits, and a leading plus sign from a hardware keyboard. */
  | { readonly name: 'number'; readonly typed: string }
  /** The number is typed; whether it is the visitor's is to be shown. */
  | { readonly name: 'proof'; readonly typed: string };

/** What an open customer looks at. */
export type Page =
  | { readonly name: 'home' }
  | { readonly name: 'category'; readonly code: CategoryCode }
  /** Of one of the orders by its id; `null`: of what the customer sees. */
  | { readonly name: 'receipt'; readonly order: string | null }
  /** On to the counter, where the page `from` is shown. */
  | { readonly name: 'handoff'; readonly from: Page }
  /** With an article by its slug; absent: all of them. */
  | { readonly name: 'help'; readonly article?: string }
  /** Before an order, and what became of it; chosen on the page `from`. */
  | { readonly name: 'order'; readonly wish: OrderWish; readonly from: Page }
  /** Somebody's number for an order; `replaces`: E.164 digits of the one that makes room. */
  | { readonly name: 'numberTwice'; readonly replaces: string | null }
  | { readonly name: SectionName };

export type SectionName =
  | 'expiring'
  | 'consumption'
  | 'profile'
  | 'options'
  | 'passes'
  | 'preferredNumbers'
  | 'orangeMoney'
  | 'bills'
  | 'contracts'
  | 'ledger'
  | 'orders'
  | 'payer'
  | 'phone';

export interface VisitState {
  readonly entry: Entry;
  readonly page: Page;
  /** The line by which the visitor has shown who they are: E.164 digits. */
  readonly own: string | null;
}

export type VisitAction =
  | { readonly type: 'start' }
  | { readonly type: 'readHelp' }
  | { readonly type: 'closeHelp' }
  | { readonly type: 'type'; readonly typed: string }
  | { readonly type: 'prove' }
  | { readonly type: 'proven'; readonly own: string }
  | { readonly type: 'open'; readonly page: Page };

export const visitStart: VisitState = { entry: { name: 'welcome' }, page: { name: 'home' }, own: null };

/** Longest that a number can be: international prefix, E.164 digits. */
const maxTyped = 18;

export function nextVisitState(state: VisitState, action: VisitAction): VisitState {
  switch (action.type) {
    case 'start':
      return { ...state, entry: { name: 'number', typed: '' } };
    case 'readHelp':
      return { ...state, entry: { name: 'help' } };
    case 'closeHelp':
      return { ...state, entry: { name: 'welcome' } };
    case 'type':
      return { ...state, entry: { name: 'number', typed: onlyDialable(action.typed).slice(0, maxTyped) } };
    case 'prove':
      return state.entry.name === 'number'
        ? { ...state, entry: { name: 'proof', typed: state.entry.typed } }
        : state;
    case 'proven':
      return { ...state, page: { name: 'home' }, own: action.own };
    case 'open':
      return { ...state, page: action.page };
  }
}

function onlyDialable(text: string): string {
  const digits = text.replace(/\D/g, '');
  return text.trimStart().startsWith('+') ? `+${digits}` : digits;
}
