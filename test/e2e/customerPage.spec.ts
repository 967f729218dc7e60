/** What an agent sees of a customer, also as it changes under their eyes. */
import type { Page } from '@playwright/test';
import { customerTitle, openCustomer as open, searchBox, section, shownNumber, typedNumber } from './counter';
import { expect, shopTest, sizes, switchLanguage, test } from './fixture';
import { expectAccessible, pictureScreen } from './screens';
import { changeUpstream } from './training';

/** How much of the page is out of sight, in heights of the window's body, and whether anything runs out sideways. */
async function overflow(page: Page): Promise<{ readonly pages: number; readonly sideways: boolean }> {
  return page.locator('main').evaluate((body) => ({
    pages: body.scrollHeight / body.clientHeight,
    sideways: body.scrollWidth > body.clientWidth,
  }));
}

test.describe('the customer page', () => {
  test('shows main account, categories, consumption and services, each with its #122# path', async ({
    page,
  }) => {
    await open(page, 'richActive');
    await expect(page.getByText('Aya KOUASSI')).toBeVisible();
    for (const [name, path] of [
      ['Compte principal', '#122*1#'],
      ['Bonus Crédit', '#122*2#'],
      ['Bonus Minutes', '#122*3#'],
      ['Internet', '#122*4#'],
      ['Consommation', '#122*5#'],
      ['Options', '#122*7#'],
      ['Pass en vente', '#122*8#'],
      ['Numéros préférés', '#122*9#'],
      ['Orange Money', '#122*10#'],
    ] as const) {
      await expect(section(page, name)).toContainText(path);
    }
    await expect(section(page, 'Alertes').getByRole('listitem')).not.toHaveCount(0);
    await expect(section(page, 'Expire d’abord').getByRole('listitem')).not.toHaveCount(0);
    await expect(page.getByText(/^En direct, le/)).toBeVisible();
    await pictureScreen(page, 'agent-customer');
  });

  test('shows what is reserved apart and folds what has expired away', async ({ page }) => {
    await open(page, 'richActive');
    await expect(section(page, 'Bonus Crédit')).toContainText('Réservé');
    const fold = page.getByRole('button', { name: /^Expirés/ }).first();
    const rows = page.getByRole('region', { name: /^(Bonus|Internet)/ }).getByRole('listitem');
    const before = await rows.count();
    await fold.press('Enter');
    await expect(fold).toHaveAttribute('aria-expanded', 'true');
    expect(await rows.count()).toBeGreaterThan(before);
    await expectAccessible(page);
  });

  test('tells what never came from what is empty', async ({ page }) => {
    await open(page, 'absentSections');
    for (const name of ['Bonus', 'Consommation', 'Options', 'Numéros préférés', 'Orange Money', 'Factures']) {
      await expect(section(page, name)).toContainText('Non communiqué');
    }
    await pictureScreen(page, 'agent-absent-sections');
    await open(page, 'severalContracts');
    await expect(section(page, 'Options')).toContainText('Aucune option.');
  });

  test('leads from an alert to the section that it is about', async ({ page }) => {
    await open(page, 'overdueBill');
    await section(page, 'Alertes').getByRole('button').first().press('Enter');
    await expect(section(page, 'Factures')).toBeFocused();
  });

  test('shows the days behind the bars as a table', async ({ page }) => {
    await open(page, 'dataAt85Percent');
    await section(page, 'Consommation').getByRole('button', { name: 'Tableau' }).press('Enter');
    const table = section(page, 'Consommation').getByRole('table');
    await expect(table).toBeVisible();
    expect(await table.getByRole('row').count()).toBeGreaterThan(7);
    await expect(section(page, 'Consommation').locator('svg.dailyBars')).toHaveCount(0);
    await pictureScreen(page, 'agent-consumption-table');
  });

  test('goes to another line of the same customer in one step', async ({ page }) => {
    await open(page, 'severalContracts');
    await section(page, 'Autres lignes')
      .getByRole('button', { name: shownNumber('secondContract') })
      .press('Enter');
    await expect(customerTitle(page, 'secondContract')).toBeVisible();
    await expect(searchBox(page)).toHaveValue(shownNumber('secondContract'));
  });

  test('changes its language in place', async ({ page }) => {
    await open(page, 'richActive');
    await switchLanguage(page, 'en');
    await expect(section(page, 'Main account')).toBeVisible();
    await expect(section(page, 'Credit bonus')).toContainText('Monthly bonus');
    await expect(page.getByText('Bonus Crédit')).toHaveCount(0);
    await expect(customerTitle(page, 'richActive')).toBeVisible();
  });

  test('withholds amounts that are too old and says why', async ({ page }) => {
    await open(page, 'oldSnapshot');
    await expect(page.getByText(/Relevé trop ancien/)).toBeVisible();
    await expect(section(page, 'Compte principal')).not.toContainText(/\d F/);
    await pictureScreen(page, 'agent-too-old');
  });

  for (const key of ['sixtyBuckets', 'veryLongName', 'hostileStrings', 'everythingExpired'] as const) {
    test(`holds together for ${key}: nothing runs out sideways, every text stays a text`, async ({
      page,
    }) => {
      await open(page, key);
      for (const size of [sizes.counter, sizes.laptopCounter, sizes.smallCounter]) {
        await page.setViewportSize(size);
        await expect.poll(async () => (await overflow(page)).sideways, `${size.width}`).toBe(false);
      }
      await expect(page.locator('main').locator('img, script, iframe, b[onmouseover]')).toHaveCount(0);
      await pictureScreen(page, `agent-${key}`);
    });
  }

  for (const key of ['severalContracts', 'overdueBill', 'dataAt85Percent'] as const) {
    test(`shows ${key} whole at 1920×1080 and with at most one scroll at 1280×800`, async ({ page }) => {
      await open(page, key);
      await expect.poll(async () => (await overflow(page)).pages).toBe(1);
      await page.setViewportSize(sizes.smallCounter);
      await expect.poll(async () => (await overflow(page)).pages).toBeLessThanOrEqual(2);
    });
  }
});

test.describe('a line that is not active', () => {
  for (const key of ['inactive', 'deactivated'] as const) {
    test(`shows of the ${key} line the main account, its expiry and what may be said, nothing else`, async ({
      page,
    }) => {
      await open(page, key);
      await expect(section(page, 'Compte principal')).toContainText('F CFA');
      await expect(section(page, 'À dire au client')).toBeVisible();
      await expect(page.locator('main').getByRole('region')).toHaveCount(3);
      await expect(page.locator('main').getByRole('button')).toHaveCount(0);
      await pictureScreen(page, `agent-${key}`);
    });
  }

  test('gets no further in #122# either', async ({ page }) => {
    await open(page, 'deactivated');
    await page.keyboard.press('F7');
    const simulator = page.getByRole('complementary', { name: 'Simulateur #122#' });
    await expect(simulator.getByRole('status')).toContainText('F CFA');
    await expect(simulator).not.toContainText('Bonus');
  });

  shopTest(
    'that ended #122# at its first screen is dialled again, and says what is there now',
    async ({ page, shop }) => {
      await open(page, 'deactivated');
      await page.keyboard.press('F7');
      const simulator = page.getByRole('complementary', { name: 'Simulateur #122#' });
      await expect(simulator.getByRole('status')).toContainText('F CFA');
      changeUpstream(shop, 'deactivated', { main: { amount: 4242, currency: 'XOF' } });
      await expect(section(page, 'Compte principal')).toContainText(/4\s242/);
      await simulator.getByRole('button', { name: 'Recomposer' }).click();
      await expect(simulator.getByRole('status')).toContainText(/4\s?242/);
    },
  );
});

shopTest.describe('a page left open', () => {
  shopTest('takes a new balance in its place, underlines it, and moves nothing', async ({ page, shop }) => {
    await open(page, 'severalContracts');
    const figure = section(page, 'Compte principal').locator('.figure');
    const places = () =>
      page
        .locator('main section')
        .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON() as unknown));
    const before = await places();
    await expect(figure).not.toHaveClass(/figure-changed/);
    changeUpstream(shop, 'severalContracts', {
      main: { amount: 4200, currency: 'XOF', expiresAt: '2099-12-31T23:59:59Z' },
    });
    await expect(figure).toHaveText(/4\s200/);
    await expect(figure).toHaveClass(/figure-changed/);
    const after = await places();
    expect(after.slice(1, 3)).toEqual(before.slice(1, 3));
  });

  shopTest('becomes the restricted page when the line is deactivated', async ({ page, shop }) => {
    await open(page, 'richActive');
    changeUpstream(shop, 'richActive', { status: 'deactivated' });
    await expect(section(page, 'À dire au client')).toBeVisible();
    await expect(page.getByText('Aya KOUASSI')).toHaveCount(0);
    await expect(section(page, 'Bonus Crédit')).toHaveCount(0);
  });

  shopTest('says so when the customer is removed', async ({ page, shop }) => {
    await open(page, 'richActive');
    shop.upstream.remove(`subscriber:225${typedNumber('richActive')}`);
    await expect(page.getByRole('alert')).toContainText('Ce client n’est plus dans le cache');
    expect(await page.content()).not.toContain('KOUASSI');
    await expectAccessible(page);
  });
});
