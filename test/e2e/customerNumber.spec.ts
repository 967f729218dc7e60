/** From typed, scanned or pasted digits to a customer. */
import { demoNumbers } from '../../electron/services/training/demoNumbers';
import { customerTitle, openCustomer as open, searchBox, section, synced, typedNumber } from './counter';
import { expect, test } from './fixture';
import { pictureScreen } from './screens';

test.describe('finding a customer', () => {
  test('takes eleven key presses from the start of the program to a customer whose number is known', async ({
    page,
  }) => {
    await synced(page);
    const keys = [...typedNumber('richActive').split(''), 'Enter'];
    expect(keys).toHaveLength(11);
    for (const key of keys) await page.keyboard.press(key);
    await expect(customerTitle(page, 'richActive')).toBeVisible();
  });

  test('takes a number in whatever form it is typed, and groups it as it is typed', async ({ page }) => {
    await synced(page);
    for (const [typed, grouped] of [
      ['0700000001', '07 00 00 00 01'],
      ['07.00.00.00.01', '07 00 00 00 01'],
      ['+225 0700000001', '+225 07 00 00 00 01'],
      ['002250700000001', '00225 07 00 00 00 01'],
      ['2250700000001', '225 07 00 00 00 01'],
    ] as const) {
      await page.keyboard.type(typed);
      await expect(searchBox(page)).toHaveValue(grouped);
      await page.keyboard.press('Enter');
      await expect(customerTitle(page, 'richActive')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(searchBox(page)).toBeFocused();
    }
  });

  test('takes a number that is scanned while the focus is elsewhere', async ({ page }) => {
    await open(page, 'severalContracts');
    await section(page, 'Alertes').focus();
    await page.keyboard.type(`${typedNumber('richActive')}\n`);
    await expect(customerTitle(page, 'richActive')).toBeVisible();
  });

  test('takes a number that is pasted with the spaces and marks it was copied with', async ({ page }) => {
    await synced(page);
    await searchBox(page).fill('\u200e+225\u00a007\u202f00 00\t00 01 ');
    await page.keyboard.press('Enter');
    await expect(customerTitle(page, 'richActive')).toBeVisible();
  });

  test('lets a digit in the middle be mended without moving the caret to the end', async ({ page }) => {
    await synced(page);
    await page.keyboard.type('0700900001');
    await searchBox(page).evaluate((input: HTMLInputElement) => input.setSelectionRange(6, 7));
    await page.keyboard.type('0');
    expect(await searchBox(page).evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(7);
    await page.keyboard.press('Enter');
    await expect(customerTitle(page, 'richActive')).toBeVisible();
  });

  test('says calmly that a number is incomplete, and forgets it at the next digit', async ({ page }) => {
    await synced(page);
    await page.keyboard.type('0700');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('Numéro incomplet ou mal formé');
    await expect(page.getByRole('alert')).toContainText('07 00 00 00 01');
    await pictureScreen(page, 'agent-bad-number');
    await page.keyboard.press('End');
    await page.keyboard.type('0');
    await expect(page.getByRole('alert')).toContainText('Quel client');
  });

  test('says calmly that a number is unknown, and keeps it for mending', async ({ page }) => {
    await synced(page);
    await page.keyboard.type('0799999999');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('Numéro inconnu de cette boutique');
    await expect(searchBox(page)).toHaveValue('07 99 99 99 99');
    await expect(searchBox(page)).toBeFocused();
    await pictureScreen(page, 'agent-unknown-number');
  });

  test('offers the training numbers, reached by the arrow keys', async ({ page }) => {
    await synced(page);
    const offered = page.getByRole('region', { name: 'Numéros de formation' }).getByRole('button');
    await expect(offered).toHaveCount(demoNumbers.length);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(customerTitle(page, 'inactive')).toBeVisible();
  });
});
