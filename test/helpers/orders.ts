import { newOrder, type Order, type OrderProgress } from '../../shared/domain/order';

const exampleOrderId = '01935b7e-0000-7000-8000-000000000001';

/** A pass that was ordered at the counter an hour before the builders' customers are looked at. */
export function buildOrder({
  progress,
  ...overrides
}: Partial<Omit<Order, 'progress'>> & { readonly progress?: Partial<OrderProgress> } = {}): Order {
  const placedAt = Date.parse('2026-11-23T09:00:00Z');
  return {
    id: exampleOrderId,
    msisdn: '2250700000001',
    intent: { kind: 'pass', offer: 'PASS-NET-1J', payer: 'main' },
    price: { amount: 250, currency: 'XOF' },
    placedBy: 'staff:k.yao',
    placedAt,
    since: placedAt,
    progress: { ...newOrder, ...progress },
    ...overrides,
  };
}
