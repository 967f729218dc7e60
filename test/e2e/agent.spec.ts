/** The start of the counter, and the ways around a customer, all of them by keyboard. */
import { call } from './bridge';
import { customerTitle, openCustomer as open, searchBox, section, synced } from './counter';
import { expect, shopTest, test } from './fixture';
import { expectAccessible, pictureScreen } from './screens';

test.describe('the start of the counter', () => {
  test('shows what this post holds and what to try', async ({ page }) => {
    await synced(page);
    const post = page.getByRole('region', { name: 'Ce poste' });
    await expect(post).toContainText('Abonnés dans le cache');
    await expect(page.getByText('Formation', { exact: true })).toBeVisible();
    await pictureScreen(page, 'agent-start');
  });

  test('leads to the kiosk in training', async ({ page }) => {
    await synced(page);
    await page.getByRole('button', { name: 'Voir la borne' }).press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-face', 'selfservice');
  });
});

test.describe('by keyboard', () => {
  test('? shows every key, and closing it gives the focus back to the search', async ({ page }) => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Touches du clavier' })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('F10');
    await expect(page.getByRole('dialog', { name: 'Keyboard keys' })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(searchBox(page)).toBeFocused();
  });

  test('arrows go through the sections and across the columns', async ({ page }) => {
    await open(page, 'richActive');
    await page.keyboard.press('ArrowDown');
    await expect(section(page, 'Compte principal')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(section(page, 'Alertes')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(section(page, 'Bonus Crédit')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(section(page, 'Consommation')).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(section(page, 'Bonus Crédit')).toBeFocused();
    await page.keyboard.press('F2');
    await expect(searchBox(page)).toBeFocused();
  });

  test('Escape closes the customer and leaves nothing of them on the page', async ({ page }) => {
    await open(page, 'severalContracts');
    const name = await page.locator('.identityStrip-name').textContent();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { level: 1, name: /Quel client/ })).toBeVisible();
    await expect(searchBox(page)).toHaveValue('');
    expect(await page.content()).not.toContain(name!);
    expect(await call(page, 'customer:render', { language: 'fr' })).toEqual({
      ok: false,
      error: 'NO_CUSTOMER_OPEN',
    });
  });
});

shopTest.describe('the #122# simulator', () => {
  shopTest('shows the amounts of the page, key by key, and hides again', async ({ page }) => {
    await open(page, 'richActive');
    const amount = (await section(page, 'Compte principal').locator('.figure').textContent())!;
    await page.keyboard.press('F7');
    const simulator = page.getByRole('complementary', { name: 'Simulateur #122#' });
    await expect(simulator.getByRole('status')).toContainText('1');
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await expect(simulator).toContainText('#122*1#');
    const plain = (text: string) => text.replace(/\s/g, '');
    await expect
      .poll(async () => plain((await simulator.getByRole('status').textContent())!))
      .toContain(plain(amount));
    await pictureScreen(page, 'agent-ussd');
    await page.keyboard.press('Escape');
    await expect(simulator).toHaveCount(0);
    await expect(customerTitle(page, 'richActive')).toBeVisible();
    await expect(searchBox(page)).toBeFocused();
  });
});

shopTest.describe('"Qui paie ?"', () => {
  shopTest('answers for each use by one key, and hides again', async ({ page }) => {
    await open(page, 'richActive');
    await page.keyboard.press('F6');
    const panel = page.getByRole('complementary', { name: /Qui paie/ });
    const payers = panel.getByRole('listitem');
    await expect(panel.getByRole('heading', { name: 'Appel vers Orange' })).toBeVisible();
    await expect(payers.last()).toContainText('Compte principal');
    await expectAccessible(page);

    // How much: the digits go on choosing the use, and the amount stays as long as it is of the same unit.
    const amounts = panel.getByRole('group', { name: 'Combien ?' });
    const payment = panel.getByRole('region', { name: '10 min' });
    await page.keyboard.press('Tab');
    await expect(amounts.getByRole('radio', { name: 'Sans montant' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect(amounts.getByRole('radio', { name: '10 min' })).toBeChecked();
    await expect(
      payment
        .getByRole('listitem')
        .or(payment.getByText(/^Tout est payé/))
        .first(),
    ).toBeVisible();
    await pictureScreen(page, 'agent-payer-amount');
    await page.keyboard.press('2');
    await expect(panel.getByRole('heading', { name: 'Appel vers un autre réseau' })).toBeVisible();
    await expect(payment).toBeVisible();
    await page.keyboard.press('8');
    await expect(amounts.getByRole('radio', { name: 'Sans montant' })).toBeChecked();
    await expect(amounts.getByRole('radio', { name: '1 Go' })).toBeVisible();
    await expect(payment).toHaveCount(0);
    await expect(panel.getByRole('heading', { name: 'Internet de nuit' })).toBeVisible();
    await expect(payers.first()).toContainText('Bonus Nuit');
    await pictureScreen(page, 'agent-payer');
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect(searchBox(page)).toBeFocused();
  });

  shopTest('has no answer for a line that is not active', async ({ page }) => {
    await open(page, 'inactive');
    await page.keyboard.press('F6');
    await expect(page.getByRole('complementary')).toHaveCount(0);
    expect(await call(page, 'payer:ask', { use: 'callOnNet', language: 'fr' })).toEqual({
      ok: false,
      error: 'NOT_ALLOWED',
    });
  });
});
