/** The guided tour of the counter, as somebody new takes it: by keyboard, doing what it says. */
import { customerTitle, searchBox, synced, typedNumber } from './counter';
import { expect, test } from './fixture';
import { expectAccessible, pictureScreen } from './screens';

test('a new colleague is shown around in five steps, each done by its key', async ({ page }) => {
  const tour = page.getByRole('region', { name: 'Visite guidée' });
  await synced(page);
  await page.getByRole('button', { name: 'Visite guidée en cinq étapes' }).click();
  await expect(tour).toContainText('Étape 1 sur 5');
  await expect(page.getByRole('button', { name: 'Visite guidée en cinq étapes' })).toHaveCount(0);

  const said = (await tour.textContent()) ?? '';
  expect(said.replace(/\D/g, '')).toContain(typedNumber('richActive').replace(/\D/g, ''));
  await page.keyboard.press('F2');
  await expect(searchBox(page)).toBeFocused();
  await page.keyboard.type(typedNumber('richActive'));
  await page.keyboard.press('Enter');
  await expect(customerTitle(page, 'richActive')).toBeVisible();
  await expect(tour).toContainText('Étape 2 sur 5');
  await pictureScreen(page, 'agent-tour');

  await page.keyboard.press('Control+k');
  await expect(tour).toContainText('Étape 3 sur 5');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F6');
  await expect(tour).toContainText('Étape 4 sur 5');
  await page.keyboard.press('F3');
  await expect(tour).toContainText('Étape 5 sur 5');
  await page.keyboard.press('F7');
  await expect(tour).toContainText('Visite terminée');
  await expectAccessible(page);
  await page.keyboard.press('Shift+F1');
  await expect(tour).toHaveCount(0);
});

test('a step can be skipped and the tour left at any moment', async ({ page }) => {
  const tour = page.getByRole('region', { name: 'Visite guidée' });
  await synced(page);
  await page.keyboard.press('Shift+F1');
  for (let step = 1; step <= 5; step += 1) {
    await expect(tour).toContainText(`Étape ${step} sur 5`);
    await tour.getByRole('button', { name: 'Passer' }).click();
  }
  await expect(tour).toContainText('Visite terminée');
  await tour.getByRole('button', { name: 'Quitter la visite' }).click();
  await expect(tour).toHaveCount(0);
});
