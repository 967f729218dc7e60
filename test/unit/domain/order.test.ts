import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advanceOrder,
  isFinal,
  isOnlineOnly,
  newOrder,
  type OrderEvent,
  type OrderProgress,
} from '../../../shared/domain/order';

const event: fc.Arbitrary<OrderEvent> = fc.oneof(
  fc.constant<OrderEvent>({ kind: 'send' }),
  fc.constant<OrderEvent>({ kind: 'notReceived' }),
  fc.constant<OrderEvent>({ kind: 'notSent' }),
  fc.constantFrom('A-1', 'A-2').map((operatorId): OrderEvent => ({ kind: 'accepted', operatorId })),
  fc.constantFrom('A-1', 'A-2').map((operatorId): OrderEvent => ({ kind: 'completed', operatorId })),
  fc.constant<OrderEvent>({ kind: 'rejected', reason: 'insufficientBalance' }),
  fc.constant<OrderEvent>({ kind: 'giveUp', reason: 'tooManyAttempts' }),
  fc.constant<OrderEvent>({ kind: 'requeue' }),
  fc.constant<OrderEvent>({ kind: 'cancel', reason: 'cancelledByStaff' }),
);

/** Applies the events that have an arrow and remembers each step taken. */
function walk(events: readonly OrderEvent[]) {
  const steps: { before: OrderProgress; event: OrderEvent; after: OrderProgress }[] = [];
  let order = newOrder;
  for (const next of events) {
    const after = advanceOrder(order, next);
    if (after === null) continue;
    steps.push({ before: order, event: next, after });
    order = after;
  }
  return steps;
}

function after(...events: OrderEvent[]): OrderProgress {
  return events.reduce<OrderProgress>((order, next) => {
    const advanced = advanceOrder(order, next);
    if (advanced === null) throw new Error(`${order.state} has no arrow ${next.kind}`);
    return advanced;
  }, newOrder);
}

describe('the life of an order', () => {
  it('goes from queued to completed when the operator accepts and then completes it', () => {
    expect(
      after(
        { kind: 'send' },
        { kind: 'accepted', operatorId: 'A-1' },
        { kind: 'completed', operatorId: 'A-1' },
      ),
    ).toEqual({ state: 'completed', reason: null, operatorId: 'A-1', attempts: 1, outcomeUnknown: false });
  });

  it('can be cancelled while queued, and no longer once it was sent', () => {
    expect(after({ kind: 'cancel', reason: 'cancelledByStaff' }).state).toBe('cancelled');
    expect(advanceOrder(after({ kind: 'send' }), { kind: 'cancel', reason: 'cancelledByStaff' })).toBeNull();
  });

  it('asks again, not sends again, when an agent takes up an order parked without an answer', () => {
    const parked = after({ kind: 'send' }, { kind: 'giveUp', reason: 'tooOld' });
    expect(advanceOrder(parked, { kind: 'requeue' })?.state).toBe('sending');
    expect(advanceOrder(parked, { kind: 'cancel', reason: 'cancelledByStaff' })).toBeNull();
    expect(advanceOrder(parked, { kind: 'completed', operatorId: 'A-1' })?.state).toBe('completed');
  });

  it('may be sent again once the operator says it never received it', () => {
    const again = after({ kind: 'send' }, { kind: 'notReceived' }, { kind: 'send' });
    expect(again).toMatchObject({ state: 'sending', attempts: 2 });
  });

  it('counts as no attempt what never got there, and as one what the operator says it does not have', () => {
    expect(after({ kind: 'send' }, { kind: 'notSent' })).toEqual(newOrder);
    expect(after({ kind: 'send' }, { kind: 'notReceived' })).toEqual({ ...newOrder, attempts: 1 });
    expect(advanceOrder(newOrder, { kind: 'notSent' })).toBeNull();
  });

  it('moves money only online: bills, and whatever Orange Money pays', () => {
    expect(isOnlineOnly({ kind: 'billPayment', bill: 'F-1', payer: 'main' })).toBe(true);
    expect(isOnlineOnly({ kind: 'pass', offer: 'P', payer: 'orangeMoney' })).toBe(true);
    expect(isOnlineOnly({ kind: 'pass', offer: 'P', payer: 'main' })).toBe(false);
    expect(isOnlineOnly({ kind: 'plan', plan: 'Tigre' })).toBe(false);
  });

  it('takes a repeated answer as the same answer, and one for another operator order as a mistake', () => {
    const accepted = after({ kind: 'send' }, { kind: 'accepted', operatorId: 'A-1' });
    expect(advanceOrder(accepted, { kind: 'accepted', operatorId: 'A-1' })).toBe(accepted);
    expect(advanceOrder(accepted, { kind: 'accepted', operatorId: 'A-2' })).toBeNull();
  });

  it('never leaves a final state, whatever happens (property)', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        for (const step of walk(events)) {
          if (isFinal(step.before.state)) expect(step.after).toBe(step.before);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is sent a second time only after the operator said it never received the first (property)', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        let mayBeThere = false;
        for (const step of walk(events)) {
          if (step.event.kind === 'send') {
            expect(mayBeThere).toBe(false);
            mayBeThere = true;
          }
          if (step.event.kind === 'notReceived' || step.event.kind === 'notSent') mayBeThere = false;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
