import { describe, expect, onTestFinished, test } from 'vitest';
import { insertOrder } from '../../electron/db/orders';
import { createCustomerService } from '../../electron/services/customer';
import { createReceiptMaking } from '../../electron/services/receiptMaking';
import { createReceiptService } from '../../electron/services/receipts';
import { startUpstream } from '../../electron/services/training/upstream';
import { marketPack } from '../../shared/domain/market';
import type { OrderIntent } from '../../shared/domain/order';
import { buildOffer, buildRichSubscriber } from '../helpers/builders';
import { exampleNow, plain } from '../helpers/customerViews';
import { buildOrder } from '../helpers/orders';
import { machineOf, shopSecretHex } from '../helpers/shopMachines';
import { syncOnce } from '../helpers/syncRun';
import { openTestCache } from '../helpers/testCache';

const market = marketPack('CI');
const msisdn = '2250700000123';
const id = '019aba12-3456-7abc-8def-0123456789ab';

async function openShop(intent: OrderIntent, status: 'active' | 'inactive' = 'active') {
  const cache = await openTestCache();
  const upstream = await startUpstream({ subscribers: 0, seed: 1, tickMs: 0 });
  onTestFinished(upstream.close);
  upstream.put(buildRichSubscriber({ msisdn, status }));
  upstream.put(
    buildOffer({
      _id: 'offer:PASS-1J',
      code: 'PASS-1J',
      label: { fr: 'Pass Internet Été', en: 'Summer pass' },
    }),
  );
  await syncOnce(cache, upstream.url);
  const order = buildOrder({ id, msisdn, intent });
  await cache.writer.transaction((transaction) => insertOrder(transaction, order));
  const { reader } = cache;
  const now = () => exampleNow;
  const customers = createCustomerService({ reader, market, now });
  const keys = machineOf('11'.repeat(32), shopSecretHex);
  const receipts = createReceiptService({ keys, market, shopName: 'Boutique Plateau', now });
  return { receipts, make: createReceiptMaking({ receipts, reader, customers, market, now }) };
}

const pass: OrderIntent = { kind: 'pass', offer: 'PASS-1J', payer: 'main' };

describe('the receipt of an order', () => {
  test('says what was ordered, what it costs and how far it is, and its code certifies the price', async () => {
    const { receipts, make } = await openShop(pass);
    const made = await make(msisdn, id, 'fr');
    if (!made.ok || made.receipt.kind !== 'order') throw new Error(JSON.stringify(made));
    const { receipt } = made;
    expect(receipt).toMatchObject({ title: 'Pass Internet Été', numberMasked: '07 •• •• •• 23' });
    expect(plain(receipt.payment ?? '')).toContain('250 F CFA');
    expect(JSON.stringify(receipt)).not.toMatch(/KOUASSI|0700000123/);
    expect(receipts.check(receipt.code, 'fr')).toMatchObject({
      state: 'genuine',
      kind: 'order',
      numberEnd: '23',
      amount: expect.stringMatching(/^250/) as string,
      reference: receipt.reference,
    });
  });

  test('masks the numbers of other people', async () => {
    const { make } = await openShop({ kind: 'preferredNumbers', add: '2250700000777' });
    const made = await make(msisdn, id, 'fr');
    expect(JSON.stringify(made)).toContain('07 •• •• •• 77');
    expect(JSON.stringify(made)).not.toContain('07 00 00 07 77');
  });

  test('is not made for another customer, of an order that nobody placed, or of a line that is not active', async () => {
    const { make } = await openShop(pass);
    const notFound = { ok: false, error: 'NOT_FOUND' };
    expect(await make('2250700000999', id, 'fr')).toEqual(notFound);
    expect(await make(msisdn, id.replace('019a', '019b'), 'fr')).toEqual(notFound);
    const restricted = await openShop(pass, 'inactive');
    expect(await restricted.make(msisdn, id, 'fr')).toEqual(notFound);
    expect(await restricted.make(msisdn, null, 'fr')).toMatchObject({ ok: true, receipt: { groups: [] } });
  });
});
