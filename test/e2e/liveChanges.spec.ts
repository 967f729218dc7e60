import type { SubscriberDocument } from '../../shared/domain/feedDocument';
import { reportFigure } from '../helpers/figures';
import { call, listen } from './bridge';
import { openByBridge, openCustomer, section } from './counter';
import { expect, shopTest as test, sizes, type Shop } from './fixture';
import { openDemoCustomer } from './kioskSteps';

const msisdn = '2250700000001';

function change(shop: Shop, difference: Partial<SubscriberDocument>): void {
  const id = `subscriber:${msisdn}`;
  const asOf = new Date().toISOString();
  shop.upstream.put({ ...shop.upstream.find(id), asOf, ...difference, _id: id, _rev: undefined });
}

test('a balance that changes upstream changes on the open page', async ({ page, shop }) => {
  await openByBridge(page, 'richActive');
  const changes = await listen(page, 'customer:changed');
  change(shop, { main: { amount: 4242, currency: 'XOF' } });
  await expect.poll(async () => (await changes()).at(-1)?.main.figure.amount).toBe(4242);
});

test('a line that is restricted upstream is restricted on the open page within five seconds', async ({
  page,
  shop,
}) => {
  await openByBridge(page, 'richActive');
  const changes = await listen(page, 'customer:changed');
  change(shop, { status: 'deactivated' });
  await expect.poll(async () => (await changes()).at(-1)?.restricted, { timeout: 5_000 }).toBe(true);
  const shown = JSON.stringify((await changes()).at(-1));
  expect(shown).not.toContain('KOUASSI');
  expect(shown).not.toContain('bonus');
  const rendered = await call(page, 'customer:render', { language: 'en' });
  expect(rendered).toMatchObject({ ok: true, value: { restricted: true } });
});

test('the page at the counter is the restricted one within five seconds of the restriction', async ({
  page,
  shop,
}) => {
  await openCustomer(page, 'richActive');
  await expect(section(page, 'Bonus Crédit')).toBeVisible();
  change(shop, { status: 'inactive' });
  const at = performance.now();
  await expect(section(page, 'À dire au client')).toBeVisible({ timeout: 5_000 });
  const tookMs = performance.now() - at;
  expect(await page.content()).not.toMatch(/KOUASSI|Bonus Crédit/);
  reportRestriction('counter', tookMs);
});

test.describe('at the kiosk', () => {
  test.use({ mode: 'selfservice', size: sizes.kiosk });

  test('the page is the restricted one within five seconds of the restriction', async ({ page, shop }) => {
    await openDemoCustomer(page, 'richActive');
    change(shop, { status: 'inactive' });
    const at = performance.now();
    await expect(page.getByRole('heading', { name: /^Votre ligne est/ })).toBeVisible({ timeout: 5_000 });
    const tookMs = performance.now() - at;
    await expect(page.getByRole('main').getByRole('button')).toHaveText(['Aide et numéros utiles']);
    expect(await page.content()).not.toContain('Aya');
    reportRestriction('kiosk', tookMs);
  });
});

function reportRestriction(where: string, tookMs: number): void {
  expect(tookMs).toBeLessThan(5_000);
  reportFigure('Restricted customers', `restriction on the open page, ${where}`, `${Math.round(tookMs)} ms`);
}

test('a customer who is removed upstream leaves the open page', async ({ page, shop }) => {
  await openByBridge(page, 'richActive');
  const removals = await listen(page, 'customer:removed');
  shop.upstream.remove(`subscriber:${msisdn}`);
  await expect.poll(async () => (await removals()).length).toBe(1);
  expect(await call(page, 'customer:render', { language: 'fr' })).toEqual({
    ok: false,
    error: 'NO_CUSTOMER_OPEN',
  });
});
