/**
 * One order on a screen, from the choice to what became of it.
 *
 *   choosing ──ask──▶ quoted ──confirm──▶ placed
 *      ▲               │  ▲ └──refused, with the quote of now──┐
 *      └────back───────┘  └────────────────────────────────────┘
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { OrderWish } from '../shared/domain/orderWish';
import type { OrderPayer } from '../shared/domain/order';
import type { ErrorCode } from '../shared/ipc/contract';
import type { PlacementRefusal } from '../shared/ipc/commands/order';
import type { CommandRequest } from '../shared/ipc/contract';
import type { FullCustomerView, OrderView } from '../shared/view/customerView';
import type { OrderQuote } from '../shared/view/orderQuote';
import { invoke } from './bridge';
import { useTurns } from './turns';

export type OrderStep =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'asking' }
  | {
      readonly kind: 'quoted';
      readonly wish: OrderWish;
      readonly quote: OrderQuote;
      /** Why it was not placed as it was seen. */
      readonly refusal: PlacementRefusal | null;
      readonly placing: boolean;
    }
  | { readonly kind: 'placed'; readonly order: OrderView }
  | { readonly kind: 'failed'; readonly error: ErrorCode };

/** Of the supervisor who agrees. */
export type OrderApproval = NonNullable<CommandRequest<'order:place'>['approval']>;

export interface OrderJourney {
  readonly step: OrderStep;
  readonly ask: (wish: OrderWish) => void;
  readonly choosePayer: (payer: OrderPayer) => void;
  /** @param approval `null` where nobody has to agree */
  readonly confirm: (approval: OrderApproval | null) => void;
  readonly back: () => void;
}

/**
 * @param view the customer as shown: a new one means that the quote, and the state of what was placed, may be others
 * @param wished what is asked for from the start
 */
export function useOrderJourney(view: FullCustomerView, wished: OrderWish | null = null): OrderJourney {
  const { language } = view;
  const [step, setStep] = useState<OrderStep>({ kind: wished === null ? 'choosing' : 'asking' });
  // A late answer to an earlier question is dropped.
  const turns = useTurns();

  const quoteAgain = useCallback(
    async (wish: OrderWish, refusal: PlacementRefusal | null = null) => {
      const isCurrent = turns.next();
      const answer = await invoke('order:quote', { wish, language });
      if (!isCurrent()) return;
      setStep(
        answer.ok
          ? { kind: 'quoted', wish, quote: answer.value, refusal, placing: false }
          : { kind: 'failed', error: answer.error },
      );
    },
    [language, turns],
  );

  const ask = useCallback(
    (wish: OrderWish) => {
      setStep({ kind: 'asking' });
      void quoteAgain(wish);
    },
    [quoteAgain],
  );

  // What the customer has may be another now: what is on the screen is asked for again, without leaving it. It is paid
  // from the account that was seen: no other takes its place under the finger that confirms.
  const latest = useRef(step);
  useEffect(() => {
    latest.current = step;
  }, [step]);
  useEffect(() => {
    const now = latest.current;
    if (now.kind === 'quoted' && !now.placing) {
      void quoteAgain(withPayer(now.wish, now.quote.payer), now.refusal);
    }
  }, [view, quoteAgain]);

  const first = useRef(wished);
  useEffect(() => {
    if (first.current !== null) void quoteAgain(first.current);
    first.current = null;
  }, [quoteAgain]);

  const confirm = (approval: OrderApproval | null): void => {
    if (step.kind !== 'quoted' || step.placing) return;
    const { wish, quote } = step;
    const isCurrent = turns.next();
    setStep({ ...step, placing: true });
    const seenPrice = quote.price && { amount: quote.price.amount, currency: quote.price.currency };
    const placement = {
      wish: withPayer(wish, quote.payer),
      seenPrice,
      confirmation: crypto.randomUUID(),
      ...(approval !== null && { approval }),
      language,
    };
    void invoke('order:place', placement).then((answer) => {
      if (!isCurrent()) return;
      if (!answer.ok) setStep({ kind: 'failed', error: answer.error });
      else if (answer.value.kind === 'placed') setStep({ kind: 'placed', order: answer.value.order });
      else {
        const { reason, quote: now } = answer.value;
        setStep({ kind: 'quoted', wish, quote: now, refusal: reason, placing: false });
      }
    });
  };

  return {
    step: step.kind === 'placed' ? { kind: 'placed', order: asItIsNow(step.order, view) } : step,
    ask,
    choosePayer(payer) {
      if (step.kind !== 'quoted' || step.placing) return;
      const wish = withPayer(step.wish, payer);
      // Shown at once: whoever confirms before the quote has come pays from what they chose.
      setStep({ ...step, wish, quote: { ...step.quote, payer } });
      void quoteAgain(wish);
    },
    confirm,
    back() {
      // What was sent is on its way, and is told where it was confirmed.
      if (step.kind === 'quoted' && step.placing) return;
      turns.next();
      setStep({ kind: 'choosing' });
    },
  };
}

function asItIsNow(order: OrderView, { orders }: FullCustomerView): OrderView {
  return orders.find(({ id }) => id === order.id) ?? order;
}

function withPayer(wish: OrderWish, payer: OrderPayer | null): OrderWish {
  const isPaid = wish.kind === 'pass' || wish.kind === 'option' || wish.kind === 'billPayment';
  return isPaid && payer !== null ? { ...wish, payer } : wish;
}
