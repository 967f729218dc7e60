import { describe, expect, it, vi } from 'vitest';
import { orderHandlers } from '../../../electron/ipc/order';
import type { Ordering, PlaceRequest } from '../../../electron/services/ordering';
import type { ApprovalAnswer } from '../../../electron/services/staff';
import type { Actor } from '../../../shared/domain/order';
import type { OrderQuote } from '../../../shared/view/orderQuote';

const quote: OrderQuote = {
  kind: 'plan',
  title: 'Pass Internet Jour',
  price: null,
  free: true,
  gives: [],
  until: null,
  payers: [],
  payer: null,
  possible: true,
  obstacles: [],
  toConfirm: [],
  notes: [],
  onlineOnly: false,
  offline: false,
  needsApproval: true,
};

const request = {
  wish: { kind: 'plan', plan: 'Tigre' },
  seenPrice: null,
  confirmation: '0190b2e4-0000-7000-8000-000000000001',
  approval: { login: 'a.kone', password: 'comptoir-chef' },
  language: 'fr',
} as const;

function setUp(answer: ApprovalAnswer, actor: Actor = 'staff:k.yao') {
  const placed: PlaceRequest[] = [];
  const unused = () => Promise.resolve({ ok: false, error: 'CACHE_UNAVAILABLE' } as const);
  const ordering: Ordering = {
    quote: () => Promise.resolve({ ok: true, value: quote }),
    place(_, placement) {
      placed.push(placement);
      return Promise.resolve({ ok: true, value: { kind: 'refused', reason: 'approvalNeeded', quote } });
    },
    change: unused,
    list: unused,
    counts: unused,
  };
  const approve = vi.fn(() => Promise.resolve(answer));
  const session = { msisdn: () => '2250700000001' };
  return { place: orderHandlers(ordering, session, () => actor, approve)['order:place'], placed, approve };
}

describe('an order that a supervisor agrees to', () => {
  it('is placed with the name of the supervisor, who agrees to this very confirmation', async () => {
    const { place, placed, approve } = setUp({ kind: 'approved', approval: { by: 'a.kone', at: 0 } });
    await place(request);
    expect(placed).toMatchObject([{ approvedBy: 'staff:a.kone', confirmation: request.confirmation }]);
    expect(approve).toHaveBeenCalledWith('a.kone', 'comptoir-chef', {
      action: 'order:place',
      subject: request.confirmation,
    });
    expect(JSON.stringify(placed)).not.toContain('comptoir-chef');
  });

  it.each([
    ['the password is wrong', { kind: 'refused', retryAfterSeconds: 0 }, 'approvalRefused'],
    ['too many were wrong before', { kind: 'throttled', retryAfterSeconds: 30 }, 'approvalUnavailable'],
    ['the list of staff is too old', { kind: 'contactTooOld' }, 'approvalUnavailable'],
  ] as const)('is not placed when %s, and is quoted again', async (_, answer, reason) => {
    const { place, placed } = setUp(answer);
    expect(await place(request)).toEqual({ ok: true, value: { kind: 'refused', reason, quote } });
    expect(placed).toEqual([]);
  });

  it('cannot come from a customer alone, whose guess at a password is not even looked at', async () => {
    const { place, placed, approve } = setUp(
      { kind: 'approved', approval: { by: 'a.kone', at: 0 } },
      'customer',
    );
    await place(request);
    expect(approve).not.toHaveBeenCalled();
    expect(placed).toMatchObject([{ approvedBy: null }]);
  });
});
