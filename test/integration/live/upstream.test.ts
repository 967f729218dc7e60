import { describe, expect, onTestFinished, test } from 'vitest';
import { demoNumbers, demosOfFeedOnly } from '../../../electron/services/training/demoNumbers';
import { startUpstream, type UpstreamOptions } from '../../../electron/services/training/upstream';
import type { SubscriberDocument } from '../../../shared/domain/feedDocument';
import { validateFeedDocument } from '../../../shared/domain/feedValidation';
import { liveSectionNames } from '../../../shared/domain/liveCustomer';
import { connectLive, never } from '../../helpers/scriptedOperator';

const now = Date.UTC(2026, 10, 22, 12);
const question = { sections: liveSectionNames, deadlineMs: 10_000, signal: never };
const richActive = '2250700000001';

async function startBoth(options: Partial<UpstreamOptions> = {}) {
  const upstream = await startUpstream({
    subscribers: 60,
    seed: 3,
    tickMs: 0,
    orderMs: 0,
    now: () => now,
    ...options,
  });
  onTestFinished(upstream.close);
  const client = await connectLive({ url: upstream.liveUrl });
  const documentOf = (msisdn: string): SubscriberDocument => {
    const checked = validateFeedDocument(upstream.find(`subscriber:${msisdn}`));
    if (checked.kind !== 'valid' || checked.document.type !== 'subscriber') throw new Error(checked.kind);
    return checked.document;
  };
  return { upstream, client, documentOf };
}

function without(names: readonly string[], object: object): unknown {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** What the operator's interfaces have no field for, or say in their own words. */
function asTold({ buckets, usage, bills }: SubscriberDocument) {
  return {
    buckets: buckets?.map((bucket) => without(['window', 'initial', 'label'], bucket)),
    usage,
    bills: bills?.map((bill) => ({ ...bill, status: expect.any(String) as string })),
  };
}

describe('the live client at the built-in upstream', () => {
  test('tells of every demo customer what the feed tells', async () => {
    const { client, documentOf } = await startBoth();
    const told = demoNumbers.filter(({ key }) => !demosOfFeedOnly.includes(key));
    expect(told.length).toBeGreaterThan(5);
    for (const { msisdn } of told) {
      const document = documentOf(msisdn);
      const { sections, failures } = await client.fetchCustomer(msisdn, question);
      expect(failures, msisdn).toEqual(document.customer === undefined ? failures : {});
      expect(sections.status?.value, msisdn).toBe(document.status);
      expect(sections.main?.value).toEqual(document.main);
      expect(sections.main?.asOf).toBe('2026-11-22T12:00:00Z');
      if (document.profile !== undefined) expect(sections.profile?.value).toEqual(document.profile);
      expect(sections.favourites?.value).toEqual(document.favourites);
      expect(sections.options?.value).toEqual(document.options ?? []);
      const expected = asTold(document);
      const live = sections.buckets?.value.map((bucket) => without(['label'], bucket));
      expect(live).toEqual(expected.buckets ?? []);
      if (expected.usage !== undefined) expect(sections.usage?.value).toMatchObject(expected.usage);
      if (expected.bills !== undefined) expect(sections.bills?.value).toEqual(expected.bills);
    }
  });

  test('waits for consumption that is still being counted', async () => {
    const clock = { now };
    const { client } = await startBoth({ usageMs: 1, now: () => clock.now++ });
    const { sections } = await client.fetchCustomer(richActive, { ...question, sections: ['usage'] });
    expect(sections.usage?.value.daily?.length).toBeGreaterThan(0);
  });

  test('says of a number that nobody has that it is not found', async () => {
    const { client } = await startBoth();
    const { sections, failures } = await client.fetchCustomer('2250799999999', question);
    expect(failures).toMatchObject({
      status: 'notFound',
      main: 'notFound',
      buckets: 'notFound',
      bills: 'notFound',
    });
    expect(sections).toEqual({});
  });

  test('keeps what came when a part fails, and says which part and why', async () => {
    const { client, upstream } = await startBoth();
    upstream.setFaults([
      { fault: { kind: 'status', status: 500 }, on: ['balances'] },
      { fault: { kind: 'html' }, on: ['usage'] },
    ]);
    const { sections, failures } = await client.fetchCustomer(richActive, question);
    expect(failures).toEqual({
      main: 'offline',
      buckets: 'offline',
      orangeMoney: 'offline',
      usage: 'unreadable',
    });
    const came = ['bills', 'customer', 'favourites', 'options', 'profile', 'status'];
    expect(Object.keys(sections).toSorted()).toEqual(came);
  });

  test('reads the catalogue as the feed has it', async () => {
    const { client, upstream } = await startBoth();
    const offers = await client.fetchOffers(never);
    if (!offers.ok) throw new Error(offers.failure);
    expect(offers.offers.length).toBeGreaterThan(5);
    for (const offer of offers.offers) {
      const { code, price, currency, kind } = offer;
      expect(upstream.find(offer._id)).toMatchObject({ code, price, currency, kind });
    }
    expect(offers.offers.find(({ code }) => code === 'PASS-NET-1J')).toMatchObject({
      label: { fr: 'Pass Internet Jour' },
      gives: [{ code: 'internet.special', amount: 500_000_000, unit: 'B', validHours: 24 }],
    });
  });

  test('places an order, finds it by its id, and is told why another is turned down', async () => {
    const { client } = await startBoth();
    const intent = { kind: 'pass', offer: 'PASS-NET-1J', payer: 'main' } as const;
    const placed = await client.placeOrder({ orderId: 'order-1', msisdn: richActive, intent }, never);
    expect(['accepted', 'completed']).toContain(placed.kind);
    expect(await client.findOrder('order-1', never)).toMatchObject({ kind: 'completed' });
    expect(await client.findOrder('order-2', never)).toEqual({
      kind: 'notReceived',
      failure: null,
      retryAfterMs: null,
    });
    const unknown = { ...intent, offer: 'PASS-NONE' };
    expect(
      await client.placeOrder({ orderId: 'order-3', msisdn: richActive, intent: unknown }, never),
    ).toEqual({ kind: 'rejected', reason: 'unknownOffer' });
  });

  test('does not know what became of an order whose answer is lost, asks, and it was there', async () => {
    const { client, upstream } = await startBoth();
    upstream.setFaults([{ fault: { kind: 'lostAnswer' }, on: ['orders'], method: 'POST', times: 1 }]);
    const intent = { kind: 'plan', plan: 'Aigle' } as const;
    const placed = await client.placeOrder({ orderId: 'order-4', msisdn: richActive, intent }, never);
    expect(placed).toEqual({ kind: 'unknown', failure: 'offline', retryAfterMs: null });
    expect(await client.findOrder('order-4', never)).toMatchObject({ kind: 'completed' });
  });

  test('pays a bill and finds the payment by the order’s id, and no other', async () => {
    const { client, documentOf, upstream } = await startBoth();
    const rich = documentOf(richActive);
    const bill = { id: 'F-1', amount: 500, currency: 'XOF', status: 'due', dueAt: '2026-12-01' };
    upstream.put({ ...rich, bills: [bill] });
    const payment = { msisdn: richActive, bill: 'F-1', amount: 500, currency: 'XOF', payer: 'main' } as const;
    const paid = await client.payBill({ ...payment, orderId: 'payment-1' }, never);
    expect(['accepted', 'completed']).toContain(paid.kind);
    expect(await client.findPayment('payment-1', never)).toMatchObject({ kind: 'completed' });
    expect(await client.findPayment('payment-2', never)).toMatchObject({ kind: 'notReceived' });
    const again = await client.payBill({ ...payment, orderId: 'payment-3' }, never);
    const outcome = again.kind === 'accepted' ? await client.findPayment('payment-3', never) : again;
    expect(outcome.kind).toBe('rejected');
    expect(documentOf(richActive).main.amount).toBe(rich.main.amount - 500);
    const { sections } = await client.fetchCustomer(richActive, { ...question, sections: ['bills'] });
    expect(sections.bills?.value).toMatchObject([{ id: 'F-1', status: 'paid' }]);
  });

  test('sends a code and validates it, once and for the right digits only', async () => {
    const { client, upstream } = await startBoth();
    const sent = await client.sendCode(richActive, 'fr', never);
    if (!sent.ok) throw new Error(sent.error);
    const code = upstream.lastCode(richActive) ?? '';
    expect(
      await client.validateCode(sent.authenticationId, code === '000000' ? '1' : '000000', never),
    ).toEqual({
      ok: false,
      error: 'WRONG_CODE',
    });
    expect(await client.validateCode(sent.authenticationId, code, never)).toEqual({ ok: true });
    expect((await client.validateCode(sent.authenticationId, code, never)).ok).toBe(false);
    expect(await client.sendCode('2250799999999', 'fr', never)).toEqual({
      ok: false,
      error: 'NUMBER_NOT_ALLOWED',
    });
  });

  test('lets the code that was sent before die when another is sent', async () => {
    const { client, upstream } = await startBoth();
    const first = await client.sendCode(richActive, 'fr', never);
    const firstCode = upstream.lastCode(richActive) ?? '';
    const second = await client.sendCode(richActive, 'fr', never);
    if (!first.ok || !second.ok) throw new Error('no code was sent');
    expect((await client.validateCode(first.authenticationId, firstCode, never)).ok).toBe(false);
    const secondCode = upstream.lastCode(richActive) ?? '';
    expect(await client.validateCode(second.authenticationId, secondCode, never)).toEqual({ ok: true });
  });
});
