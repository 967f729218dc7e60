/** How the kiosk's screens look to everyone: sizes of text and targets, contrast, the theme of high contrast. */
import type { Page } from '@playwright/test';
import { typePin } from './access';
import { expect, sizes, test } from './fixture';
import { giveNumber, openDemoCustomer, openDetail, openTile, start, title, titles } from './kioskSteps';
import { findInaccessible, pictureHere, pictureScreen } from './screens';

test.use({ mode: 'selfservice', size: sizes.kiosk });

test('text sizes and high contrast are real and accessible on every kind of screen', async ({ page }) => {
  test.slow();
  await page.getByRole('button', { name: 'Contraste élevé' }).click();
  await pictureScreen(page, 'selfservice-contrast-welcome');
  await openDemoCustomer(page, 'richActive');
  await pictureScreen(page, 'selfservice-contrast-home');
  const size = () =>
    title(page, titles.home).evaluate((heading) => parseFloat(getComputedStyle(heading).fontSize));
  const normal = await size();
  await page.getByRole('button', { name: 'Très grand texte' }).click();
  expect(await size()).toBeCloseTo(1.4 * normal, 1);
  await pictureHere(page, 'selfservice-contrast-largest-home');
  await page.getByRole('button', { name: 'Contraste élevé' }).click();
  await openDetail(page, 'Bonus Crédit');
  await pictureScreen(page, 'selfservice-largest-detail');
});

test('in high contrast, detail, order and receipt can be read by everyone, too', async ({ page }) => {
  test.slow();
  await page.getByRole('button', { name: 'Contraste élevé' }).click();
  await openDemoCustomer(page, 'richActive');
  await openDetail(page, 'Internet');
  await pictureScreen(page, 'selfservice-contrast-detail');
  await page.getByRole('button', { name: 'Accueil' }).click();
  await openTile(page, 'Pass');
  await page.getByRole('button', { name: /^Choisir\s: Pass Internet Jour/ }).click();
  await expect(page.getByRole('button', { name: /^Je confirme/ })).toBeVisible();
  await pictureScreen(page, 'selfservice-contrast-order');
  await page.getByRole('button', { name: 'Retour' }).click();
  await page.getByRole('button', { name: 'Accueil' }).click();
  await page.getByRole('button', { name: /^(Reçu|Imprimer)/ }).click();
  await expect(page.getByText('Fait le')).toBeVisible();
  await pictureScreen(page, 'selfservice-contrast-receipt');
});

/** What has less than 7 to 1. */
async function faint(page: Page): Promise<readonly string[]> {
  const found = await findInaccessible(page, { runOnly: ['color-contrast-enhanced'] });
  return found.flatMap(({ where }) => where);
}

test('text keeps a contrast of 7 to 1, in both themes', async ({ page }) => {
  for (const theme of ['normal', 'high contrast']) {
    if (theme === 'high contrast') await page.getByRole('button', { name: 'Contraste élevé' }).click();
    expect(await faint(page)).toEqual([]);
    await start(page);
    expect(await faint(page)).toEqual([]);
    await page.getByRole('button', { name: 'Terminer' }).click();
    await giveNumber(page, 'richActive');
    expect(await faint(page)).toEqual([]);
    await typePin(page);
    await expect(title(page, titles.home)).toBeVisible();
    expect(await faint(page)).toEqual([]);
    await openDetail(page, 'Bonus Crédit');
    expect(await faint(page)).toEqual([]);
    await page.getByRole('button', { name: 'Terminer' }).click();
  }
});

test('what a finger is to touch is at least 64 pixels wide and high', async ({ page }) => {
  const small = async () => {
    const sizesOfButtons = await page.getByRole('button').evaluateAll((buttons) =>
      buttons.map((button) => {
        const { width, height } = button.getBoundingClientRect();
        return { name: button.ariaLabel ?? button.textContent, width, height };
      }),
    );
    return sizesOfButtons.filter(({ width, height }) => width < 64 || height < 64);
  };
  for (const size of Object.values(sizes)) {
    await page.setViewportSize(size);
    expect(await small()).toEqual([]);
    await openDemoCustomer(page, 'richActive');
    expect(await small()).toEqual([]);
    await openDetail(page, 'Bonus Minutes');
    expect(await small()).toEqual([]);
    await page.getByRole('button', { name: 'Terminer' }).click();
  }
});

test('an order is confirmed without looking for how, and at the end of its page nothing is under it', async ({
  page,
}) => {
  await openDemoCustomer(page, 'richActive');
  await openTile(page, 'Pass');
  await page.getByRole('button', { name: /^Choisir\s: Pass Internet Jour/ }).click();
  const confirm = page.getByRole('button', { name: /^Je confirme/ });
  await expect(confirm).toBeVisible();
  const main = page.getByRole('main');
  // Long words make a long page.
  await page.getByRole('button', { name: 'Très grand texte' }).click();
  for (const size of Object.values(sizes)) {
    await page.setViewportSize(size);
    const places = () =>
      main.evaluate((element) => {
        const act = element.querySelector('.kioskQuote-act')!.getBoundingClientRect();
        const above = element
          .querySelector('.kioskQuote-act')!
          .previousElementSibling!.getBoundingClientRect();
        return {
          end: element.getBoundingClientRect().bottom,
          actEnd: act.bottom,
          over: above.bottom - act.top,
        };
      });
    await main.evaluate((element) => element.scrollTo({ top: 0 }));
    const atTop = await places();
    expect(atTop.actEnd).toBeLessThanOrEqual(atTop.end);
    await main.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
    expect((await places()).over).toBeLessThanOrEqual(0);
  }
});
