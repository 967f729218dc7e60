/** No journey of the counter needs a mouse, and the focus is never lost on the way. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { expectAccessible, pictureScreen } from './screens';
import { customerTitle, openCustomer, section, searchBox } from './counter';

/** The element that has the focus, in a word; `body` is nowhere. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement;
    return (
      active?.getAttribute('data-section') ?? active?.getAttribute('role') ?? active?.localName ?? 'nothing'
    );
  });
}

test('every action and section is found by its name in either language, and the focus goes there', async ({
  page,
}) => {
  await openCustomer(page, 'severalContracts');
  const palette = page.getByRole('dialog', { name: 'Commandes' });
  const options = palette.getByRole('option');

  await page.keyboard.press('/');
  await expect(palette).toBeVisible();
  await expect.poll(() => focused(page)).toBe('combobox');
  await expect(options.filter({ hasText: 'Qui paie' })).toContainText('F6');
  await pictureScreen(page, 'agent-palette');
  await page.keyboard.type('bills');
  await expect(options).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
  await expect(section(page, 'Factures')).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('who');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: /Qui paie/ })).toBeVisible();
  await expect.poll(() => focused(page)).toBe('input');
  await page.keyboard.press('/');
  await page.keyboard.type('zzz');
  await expect(palette).toContainText('Rien de ce nom ici.');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(palette).toHaveCount(0);
  await expect.poll(() => focused(page)).not.toBe('body');

  // The arrows go round, and a click does what Enter does.
  await page.keyboard.press('/');
  await page.keyboard.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await options.filter({ hasText: 'Mouvements' }).click();
  await expect(section(page, 'Mouvements')).toBeFocused();

  // Chosen here, closing is closing the customer: the palette is gone by itself.
  await page.keyboard.press('/');
  await page.keyboard.type('fermer');
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
  await expect(customerTitle(page, 'severalContracts')).toHaveCount(0);
  await expect(searchBox(page)).toBeFocused();
});

test('the help shows the keys that work now, and no others', async ({ page }) => {
  const help = page.getByRole('dialog', { name: 'Touches du clavier' });
  await page.keyboard.press('?');
  await expect(help).toContainText('Aller à la recherche');
  await expect(help).not.toContainText('Qui paie');
  await page.keyboard.press('F6');
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe('input');

  await openCustomer(page, 'inactive');
  await page.keyboard.press('?');
  await expect(help).toContainText('#122#');
  await expect(help).not.toContainText('Qui paie');
  await page.keyboard.press('?');
  await expect(help).toHaveCount(0);

  // One key goes round the lines of a customer; the third of these lines is not active and leads no further.
  await openCustomer(page, 'severalContracts');
  await page.keyboard.press('Shift+F2');
  await expect(page.getByRole('heading', { level: 1, name: '07 00 00 00 10' })).toBeVisible();
  await expect(searchBox(page)).toBeFocused();
  await page.keyboard.press('Shift+F2');
  await expect(page.getByRole('heading', { level: 1, name: '07 00 00 00 11' })).toBeVisible();
  await expect(searchBox(page)).toBeFocused();
});
