import type { SubscriberDocument } from '../../shared/domain/feedDocument';
import { call, listen } from './bridge';
import { expect, shopTest as test, type Shop } from './fixture';
import type { Page } from '@playwright/test';

const msisdn = '2250700000001';

async function openWhenSynced(page: Page): Promise<void> {
  const state = async () => {
    const status = await call(page, 'sync:status', {});
    return status.ok ? status.value.state : status.error;
  };
  await expect.poll(state).toBe('live');
  expect(
    await call(page, 'customer:open', { query: msisdn, reason: 'request', language: 'fr' }),
  ).toMatchObject({ ok: true });
}

function change(shop: Shop, difference: Partial<SubscriberDocument>): void {
  const id = `subscriber:${msisdn}`;
  const asOf = new Date().toISOString();
  shop.upstream.put({ ...shop.upstream.find(id), asOf, ...difference, _id: id, _rev: undefined });
}

test('a balance that changes upstream changes on the open page', async ({ page, shop }) => {
  await openWhenSynced(page);
  const changes = await listen(page, 'customer:changed');
  change(shop, { main: { amount: 4242, currency: 'XOF' } });
  await expect.poll(async () => (await changes()).at(-1)?.main.figure.amount).toBe(4242);
});

test('a line that is restricted upstream is restricted on the open page within five seconds', async ({
  page,
  shop,
}) => {
  await openWhenSynced(page);
  const changes = await listen(page, 'customer:changed');
  change(shop, { status: 'deactivated' });
  await expect.poll(async () => (await changes()).at(-1)?.restricted, { timeout: 5_000 }).toBe(true);
  const shown = JSON.stringify((await changes()).at(-1));
  expect(shown).not.toContain('KOUASSI');
  expect(shown).not.toContain('bonus');
  const rendered = await call(page, 'customer:render', { language: 'en' });
  expect(rendered).toMatchObject({ ok: true, value: { restricted: true } });
});

test('a customer who is removed upstream leaves the open page', async ({ page, shop }) => {
  await openWhenSynced(page);
  const removals = await listen(page, 'customer:removed');
  shop.upstream.remove(`subscriber:${msisdn}`);
  await expect.poll(async () => (await removals()).length).toBe(1);
  expect(await call(page, 'customer:render', { language: 'fr' })).toEqual({
    ok: false,
    error: 'NO_CUSTOMER_OPEN',
  });
});
