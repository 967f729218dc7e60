/** Journeys of an agent at the counter, all of them by keyboard. */
import type { Page } from '@playwright/test';
import { demoNumbers } from '../../electron/services/training/demoNumbers';
import { call } from './bridge';
import {
  customerTitle,
  openCustomer as open,
  searchBox,
  section,
  shownNumber,
  synced,
  typedNumber,
} from './counter';
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

test.describe('finding a customer', () => {
  test('takes eleven key presses from the start of the program to a customer whose number is known', async ({
    page,
  }) => {
    await synced(page);
    let presses = 0;
    for (const key of [...typedNumber('richActive').split(''), 'Enter']) {
      await page.keyboard.press(key);
      presses += 1;
    }
    await expect(customerTitle(page, 'richActive')).toBeVisible();
    expect(presses).toBe(11);
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
        expect((await overflow(page)).sideways, `${size.width}`).toBe(false);
      }
      await expect(page.locator('main').locator('img, script, iframe, b[onmouseover]')).toHaveCount(0);
      await pictureScreen(page, `agent-${key}`);
    });
  }

  for (const key of ['severalContracts', 'overdueBill', 'dataAt85Percent'] as const) {
    test(`shows ${key} whole at 1920×1080 and with at most one scroll at 1280×800`, async ({ page }) => {
      await open(page, key);
      expect((await overflow(page)).pages).toBe(1);
      await page.setViewportSize(sizes.smallCounter);
      expect((await overflow(page)).pages).toBeLessThanOrEqual(2);
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

shopTest.describe('"Qui paie ?"', () => {
  shopTest('answers for each use by one key, and hides again', async ({ page }) => {
    await open(page, 'richActive');
    await page.keyboard.press('F6');
    const panel = page.getByRole('complementary', { name: /Qui paie/ });
    const payers = panel.getByRole('listitem');
    await expect(panel.getByRole('heading', { name: 'Appel vers Orange' })).toBeVisible();
    await expect(payers.last()).toContainText('Compte principal');
    await expectAccessible(page);
    await page.keyboard.press('8');
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
