/** The one box: a customer's id leads to their lines, typed or scanned. */
import { call } from './bridge';
import { customerTitle, searchBox, synced } from './counter';
import { expect, test } from './fixture';
import { pictureScreen } from './screens';

test('a customer’s id that is scanned leads to the choice of their lines, by one key', async ({ page }) => {
  await synced(page);
  const opened = await call(page, 'customer:open', {
    query: '0700000009',
    reason: 'request',
    language: 'fr',
  });
  const id = opened.ok && !opened.value.restricted ? opened.value.customer?.id : null;
  await call(page, 'customer:close', {});
  // A scanner is a fast typist who ends with Enter, wherever the focus is.
  await searchBox(page).evaluate((input: HTMLInputElement) => input.blur());
  await page.keyboard.type(`${id}\n`);
  const choice = page.getByRole('region', { name: `Quelle ligne de ${id}` });
  await expect(choice.getByRole('button')).toHaveCount(3);
  await expect(choice.getByRole('button').first()).toBeFocused();
  await expect(choice.getByRole('button').last()).toContainText('inactive');
  await pictureScreen(page, 'agent-found-lines');
  await page.keyboard.press('2');
  await expect(customerTitle(page, 'secondContract')).toBeVisible();
  await expect(searchBox(page)).toBeFocused();

  // The id of somebody with one line opens it; nobody's id is a number that is not complete.
  await page.keyboard.press('Escape');
  const single = await call(page, 'customer:open', {
    query: '0700000001',
    reason: 'request',
    language: 'fr',
  });
  const singleId = single.ok && !single.value.restricted ? single.value.customer?.id : null;
  await call(page, 'customer:close', {});
  await page.keyboard.type(`${singleId}\n`);
  await expect(customerTitle(page, 'richActive')).toBeVisible();
  await page.keyboard.press('F2');
  await page.keyboard.type('C-000000\n');
  await expect(page.getByRole('alert')).toContainText('Numéro incomplet ou mal formé');
  await expect(searchBox(page)).toBeFocused();
});
