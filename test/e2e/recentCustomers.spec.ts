/** Back to whom the counter has opened before, by keyboard alone. */
import type { Page } from '@playwright/test';
import { demoPasswords } from '../../electron/services/training/demoCredentials';
import { customerTitle, openCustomer, searchBox, typedNumber } from './counter';
import { expect, shopTest, test } from './fixture';
import { pictureScreen } from './screens';

test('Shift F7 leads to the customers of the session, masked, and Enter opens one of them again', async ({
  page,
}) => {
  const recent = page.getByRole('region', { name: 'Clients de cette session' }).getByRole('button');
  const help = page.getByRole('dialog', { name: 'Touches du clavier' });
  await page.keyboard.press('?');
  await expect(help).toContainText('Aller à la recherche');
  await expect(help).not.toContainText('clients de cette session');
  await page.keyboard.press('Escape');

  await openCustomer(page, 'richActive');
  await openCustomer(page, 'inactive');
  await page.keyboard.press('Shift+F7');
  await expect(recent).toHaveText([/^07 •• •• •• 02Demande\d\d:\d\d$/, /^07 •• •• •• 01Demande\d\d:\d\d$/]);
  await expect(recent.first()).toBeFocused();
  await pictureScreen(page, 'agent-recent');
  await page.keyboard.press('Shift+F7');
  await page.keyboard.press('ArrowDown');
  await expect(recent.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(customerTitle(page, 'richActive')).toBeVisible();
  await expect(searchBox(page)).toBeFocused();

  await page.keyboard.press('/');
  await page.keyboard.type('récents');
  await page.keyboard.press('Enter');
  await expect(recent.first()).toBeFocused();
  await expect(recent).toHaveText([/^07 •• •• •• 01/, /^07 •• •• •• 02/]);
});

shopTest(
  'nothing of a customer whom the feed removed is beside the recent one who follows',
  async ({ page, shop }) => {
    await openCustomer(page, 'richActive');
    await openCustomer(page, 'severalContracts');
    await page.keyboard.press('F3');
    const panel = page.getByRole('complementary', { name: 'Vendre un pass' });
    await expect(panel).toBeVisible();
    shop.upstream.remove(`subscriber:225${typedNumber('severalContracts')}`);
    await expect(panel).toHaveCount(0);
    const recent = page.getByRole('region', { name: 'Clients de cette session' }).getByRole('button');
    await recent.filter({ hasText: '•• 01' }).press('Enter');
    await expect(customerTitle(page, 'richActive')).toBeVisible();
    await expect(panel).toHaveCount(0);
  },
);

async function unlock(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Verrouillé' })).toBeVisible();
  await page.keyboard.type(demoPasswords['k.yao']);
  await page.keyboard.press('Enter');
}

test('an order that is being prepared is there again after unlocking, with what was typed', async ({
  page,
}) => {
  await openCustomer(page, 'richActive');
  await page.keyboard.press('F5');
  const panel = page.getByRole('complementary', { name: 'Numéros préférés' });
  await panel.getByRole('button', { name: 'Ajouter un numéro' }).press('Enter');
  await page.keyboard.type('07000');
  await page.keyboard.press('F9');
  await expect(page.getByRole('heading', { level: 1, name: 'Verrouillé' })).toBeVisible();
  expect(await page.content()).not.toContain('07000');
  await unlock(page);
  const number = panel.getByRole('textbox');
  await expect(number).toHaveValue('07000');
  await expect(number).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type('00003');
  await page.keyboard.press('Enter');
  const confirm = panel.getByRole('button', { name: /^Confirmer/ });
  await expect(confirm).toBeFocused();

  await page.keyboard.press('F9');
  await unlock(page);
  await expect(panel).toContainText('07 00 00 00 03');
  await expect(confirm).toBeFocused();

  // Closed and opened again, the panel begins anew, and so it does for the next customer.
  await page.keyboard.press('Escape');
  await page.keyboard.press('F5');
  await expect(panel.getByRole('button', { name: 'Ajouter un numéro' })).toBeFocused();
  await page.keyboard.press('Escape');
  await openCustomer(page, 'severalContracts');
  await page.keyboard.press('F9');
  await unlock(page);
  await expect(customerTitle(page, 'severalContracts')).toBeVisible();
  await expect(searchBox(page)).toBeFocused();
  await expect(panel).toHaveCount(0);
});

test('who was open when the counter was locked is there again after unlocking, and not for a colleague', async ({
  page,
}) => {
  const locked = page.getByRole('heading', { level: 1, name: 'Verrouillé' });
  await openCustomer(page, 'richActive');
  await page.keyboard.press('F9');
  await expect(locked).toBeVisible();
  expect(await page.content()).not.toContain('KOUASSI');
  await unlock(page);
  await expect(customerTitle(page, 'richActive')).toBeVisible();
  await expect(searchBox(page)).toBeFocused();

  await page.keyboard.press('F9');
  await page.getByRole('textbox', { name: 'Identifiant' }).fill('a.kone');
  await page.keyboard.press('Tab');
  await page.keyboard.type(demoPasswords['a.kone']);
  await page.keyboard.press('Enter');
  await expect(searchBox(page)).toBeFocused();
  await page.keyboard.press('Shift+F7');
  await expect(page.getByRole('region', { name: 'Ce poste' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Clients de cette session' })).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'Quel client ?' })).toBeVisible();
});
