import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { OrderWish } from '../../shared/domain/orderWish';
import type { FullCustomerView } from '../../shared/view/customerView';
import { signIn } from './access';
import { call } from './bridge';
import { expect, launch, shopTest, test } from './fixture';

const msisdn = '2250700000001';
const pass: OrderWish = { kind: 'pass', offer: 'PASS-NET-1J', payer: 'main' };
const passPrice = { amount: 250, currency: 'XOF' };

/** Gives the cache time to have the customer. */
async function openWhenSynced(page: Page): Promise<void> {
  const opened = async () =>
    (await call(page, 'customer:open', { query: msisdn, reason: 'order', language: 'fr' })).ok;
  await expect.poll(opened).toBe(true);
}

async function viewOf(page: Page): Promise<FullCustomerView> {
  const answer = await call(page, 'customer:render', { language: 'fr' });
  if (!answer.ok || answer.value.restricted) throw new Error('The customer is not wholly shown.');
  return answer.value;
}

const place = (page: Page, wish: OrderWish, seenPrice: typeof passPrice | null) =>
  call(page, 'order:place', { wish, seenPrice, confirmation: randomUUID(), language: 'fr' });

test('in training, an order is done by the operator and its balance comes back', async ({ page }) => {
  await openWhenSynced(page);
  await expect.poll(async () => (await viewOf(page)).live.state).toBe('fresh');
  const quoted = await call(page, 'order:quote', { wish: pass, language: 'fr' });
  expect(quoted).toMatchObject({ ok: true, value: { possible: true, toConfirm: [], offline: false } });
  expect(await place(page, pass, passPrice)).toMatchObject({ ok: true, value: { kind: 'placed' } });
  await expect.poll(async () => (await viewOf(page)).orders[0]?.stateText, { timeout: 30_000 }).toBe('Faite');
  const bought = async () =>
    (await viewOf(page)).bonus
      ?.flatMap(({ headings }) => headings.flatMap(({ accounts }) => accounts))
      .some(({ code, figure }) => code === 'internet.special' && figure.amount === 500_000_000);
  await expect.poll(bought, { timeout: 30_000 }).toBe(true);
});

shopTest(
  'orders that wait outlive the program, and say what they wait for',
  async ({ comptoir, page, profileFolder, shop }) => {
    await openWhenSynced(page);
    expect(await place(page, pass, passPrice)).toMatchObject({
      ok: true,
      value: { kind: 'placed', order: { state: 'queued' } },
    });
    await comptoir.app.close();
    const { app, page: again } = await launch(profileFolder, ['--config', shop.settingsFile]);
    await signIn(again);
    await openWhenSynced(again);
    expect((await viewOf(again)).orders).toMatchObject([
      { title: 'Pass Internet Jour', stateText: 'En attente d’envoi', canBeCancelled: true },
    ]);
    expect(await call(again, 'order:counts', {})).toEqual({ ok: true, value: { underWay: 1, parked: 0 } });
    expect(await call(again, 'order:quote', { wish: pass, language: 'fr' })).toMatchObject({
      value: { offline: true, possible: true },
    });
    await app.close();
  },
);
