import type { OrderWish } from '../../shared/domain/orderWish';
import type { OrderStep } from '../orderJourney';

/** A number that is being typed, and the one whose place it takes; `null`: it is a further one. */
export interface TypedNumber {
  readonly replaces: string | null;
  readonly number: string;
}

/** What was chosen and typed of an order that is not confirmed yet. */
export interface OrderDraft {
  /** `null`: nothing was asked for yet. */
  readonly wish: OrderWish | null;
  readonly typing: TypedNumber | null;
}

/** `null`: nothing is chosen, or it is an order already. */
export function draftOf(step: OrderStep, typing: TypedNumber | null): OrderDraft | null {
  if (step.kind === 'quoted') return step.placing ? null : { wish: step.wish, typing };
  return step.kind === 'choosing' && typing !== null ? { wish: null, typing } : null;
}
