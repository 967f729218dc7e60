import { reportFigure } from '../helpers/figures';
import { call, listen } from './bridge';
import { openByBridge, openCustomer, section } from './counter';
import { expect, shopTest as test, sizes } from './fixture';
import { openDemoCustomer } from './kioskSteps';
import { changeUpstream, typedNumber } from './training';

test('a balance that changes upstream changes on the open page', async ({ page, shop }) => {
  await openByBridge(page, 'richActive');
  const changes = await listen(page, 'customer:changed');
  changeUpstream(shop, 'richActive', { main: { amount: 4242, currency: 'XOF' } });
  await expect.poll(async () => (await changes()).at(-1)?.main.figure.amount).toBe(4242);
});

test('a line that is restricted upstream is restricted on the open page within five seconds', async ({
  page,
  shop,
}) => {
  await openByBridge(page, 'richActive');
  const changes = await listen(page, 'customer:changed');
  changeUpstream(shop, 'richActive', { status: 'deactivated' });
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
  changeUpstream(shop, 'richActive', { status: 'inactive' });
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
    changeUpstream(shop, 'richActive', { status: 'inactive' });
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
  shop.upstream.remove(`subscriber:225${typedNumber('richActive')}`);
  await expect.poll(async () => (await removals()).length).toBe(1);
  expect(await call(page, 'customer:render', { language: 'fr' })).toEqual({
    ok: false,
    error: 'NO_CUSTOMER_OPEN',
  });
});
