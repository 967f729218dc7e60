/** The one box: a customer's id leads to their lines, typed or scanned; one customer follows another. */
import type { Page } from '@playwright/test';
import { call } from './bridge';
import { customerTitle, openCustomer, searchBox, shownNumber, synced, typedNumber } from './counter';
import { expect, shopTest, test } from './fixture';
import { steerClock } from './kioskSteps';
import { pictureScreen } from './screens';
import { changeUpstream } from './training';

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
  const titles = await followTitles(page);
  await page.keyboard.press('2');
  await expect(customerTitle(page, 'secondContract')).toBeVisible();
  await expect(searchBox(page)).toBeFocused();
  // The number that now stands in the box is not taken for an id meanwhile; who is slow to come is announced without a title.
  const shown = (await titles.jsonValue()).filter((each) => each !== 'none');
  expect(shown).toEqual([expect.stringContaining(`${id}`), shownNumber('secondContract')]);

  // The id of somebody with one line opens it; one of nobody is said to be unknown.
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
  await expect(page.getByRole('alert')).toContainText('Identifiant inconnu de cette boutique');
  await expect(searchBox(page)).toBeFocused();
});

shopTest('an id that was unknown is looked for again by the same Enter', async ({ page, shop }) => {
  await synced(page);
  await page.keyboard.press('F2');
  await page.keyboard.type('C-NEW1\n');
  await expect(page.getByRole('alert')).toContainText('Identifiant inconnu de cette boutique');

  changeUpstream(shop, 'richActive', { customer: { id: 'C-NEW1', name: 'Aya KOUASSI' } });
  const linesOfId = async () => {
    const found = await call(page, 'customer:findLines', { customerId: 'C-NEW1' });
    return found.ok ? found.value.length : 0;
  };
  await expect.poll(linesOfId, { intervals: [1_000] }).toBe(1);
  await page.keyboard.press('Enter');
  await expect(customerTitle(page, 'richActive')).toBeVisible();
});

/** The title of now and after each change of the page from now on; where nobody is shown, `none`. */
function followTitles(page: Page) {
  return page.evaluateHandle(() => {
    const titleNow = () => document.querySelector('main h1')?.textContent ?? 'none';
    const titles = [titleNow()];
    new MutationObserver(() => {
      if (titles.at(-1) !== titleNow()) titles.push(titleNow());
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
    return titles;
  });
}

test('one customer takes the place of another at once; only who is slow to come is announced', async ({
  page,
}) => {
  await steerClock(page);
  await openCustomer(page, 'richActive');
  // No time passes: whatever waits for some does not come.
  await page.clock.pauseAt(Date.now() + 60_000);
  const titles = await followTitles(page);
  await openCustomer(page, 'overdueBill');
  expect(await titles.evaluate((found) => found)).toEqual([
    shownNumber('richActive'),
    shownNumber('overdueBill'),
  ]);

  // More look-ups than anybody needs in a minute are slowed down.
  const request = { query: typedNumber('sixtyBuckets'), reason: 'request', language: 'fr' } as const;
  for (let lookups = 0; lookups < 20; lookups++) await call(page, 'customer:open', request);
  await page.keyboard.press('F2');
  await page.keyboard.type(typedNumber('sixtyBuckets'));
  await page.keyboard.press('Enter');
  await page.clock.runFor(140);
  await expect(customerTitle(page, 'overdueBill')).toBeVisible();
  await page.clock.runFor(20);
  await expect(page.getByRole('status').filter({ hasText: 'Chargement' }).first()).toBeVisible();
  await expect(customerTitle(page, 'overdueBill')).toBeHidden();
  await expect(customerTitle(page, 'sixtyBuckets')).toBeVisible({ timeout: 15_000 });
});
