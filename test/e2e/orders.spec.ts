import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { DemoKey } from '../../electron/services/training/demoNumbers';
import type { OrderWish } from '../../shared/domain/orderWish';
import type { FullCustomerView } from '../../shared/view/customerView';
import { signIn } from './access';
import { call } from './bridge';
import { openByBridge, openCustomer } from './counter';
import { expect, launch, shopTest, sizes, test } from './fixture';
import { openDemoCustomer, openTile, startKiosk, typeOnKeypad } from './kioskSteps';
import { pictureScreen } from './screens';
import { changeUpstream } from './training';

const msisdn = '2250700000001';
/** The data line, whose balances nothing but an order moves in training. */
const still: DemoKey = 'dataAt85Percent';
const pass: OrderWish = { kind: 'pass', offer: 'PASS-NET-1J', payer: 'main' };
const passPrice = { amount: 250, currency: 'XOF' };

async function viewOf(page: Page): Promise<FullCustomerView> {
  const answer = await call(page, 'customer:render', { language: 'fr' });
  if (!answer.ok || answer.value.restricted) throw new Error('The customer is not wholly shown.');
  return answer.value;
}

const place = (page: Page, wish: OrderWish, seenPrice: typeof passPrice | null) =>
  call(page, 'order:place', { wish, seenPrice, confirmation: randomUUID(), language: 'fr' });

test('in training, an order is done by the operator and its balance comes back', async ({ page }) => {
  await openByBridge(page, still);
  await expect.poll(async () => (await viewOf(page)).live.state).toBe('fresh');
  const quoted = await call(page, 'order:quote', { wish: pass, language: 'fr' });
  expect(quoted).toMatchObject({ ok: true, value: { possible: true, toConfirm: [], offline: false } });
  expect(await place(page, pass, passPrice)).toMatchObject({ ok: true, value: { kind: 'placed' } });
  await expect.poll(async () => (await viewOf(page)).orders[0]?.stateText, { timeout: 30_000 }).toBe('Faite');
  const bought = async () =>
    (await viewOf(page)).bonus
      ?.flatMap(({ headings }) => headings.flatMap(({ accounts }) => accounts))
      .some(({ code, figure }) => code === 'internet.special' && figure.amount === 500_000_000);
  await expect.poll(bought, { timeout: 30_000 }).toBe(true);
});

shopTest(
  'orders that wait outlive the program, and say what they wait for',
  async ({ comptoir, page, profileFolder, shop }) => {
    await openByBridge(page, 'richActive');
    const wayToOrders = (shown: Page) =>
      shown.getByRole('banner').getByRole('button', { name: '1 demande en cours', exact: true });
    await expect(wayToOrders(page)).toHaveCount(0);
    expect(await place(page, pass, passPrice)).toMatchObject({
      ok: true,
      value: { kind: 'placed', order: { state: 'queued' } },
    });
    await expect(wayToOrders(page)).toBeVisible();
    await comptoir.app.close();
    const { app, page: again } = await launch(profileFolder, ['--config', shop.settingsFile]);
    await signIn(again);
    await openByBridge(again, 'richActive');
    expect((await viewOf(again)).orders).toMatchObject([
      { title: 'Pass Internet Jour', stateText: 'En attente d’envoi', canBeCancelled: true },
    ]);
    // A line that is not active has no orders, whoever calls.
    await call(again, 'customer:open', { query: '0700000002', reason: 'order', language: 'fr' });
    expect(await place(again, pass, passPrice)).toEqual({ ok: false, error: 'NOT_ALLOWED' });
    await openByBridge(again, 'richActive');
    expect(await call(again, 'order:counts', {})).toEqual({
      ok: true,
      value: { underWay: 1, parked: 0, rejected: 0, lastRejected: null },
    });
    await wayToOrders(again).click();
    await expect(again.getByRole('complementary', { name: 'Demandes de la boutique' })).toBeVisible();
    await pictureScreen(again, 'agentOrderCounts');
    expect(await call(again, 'order:quote', { wish: pass, language: 'fr' })).toMatchObject({
      value: { offline: true, possible: true },
    });
    await app.close();
  },
);

shopTest('of the orders that ended the last two are seen at once, the others on demand', async ({ page }) => {
  await openCustomer(page, 'richActive');
  for (let ended = 0; ended < 3; ended++) {
    const placed = await place(page, pass, passPrice);
    if (!placed.ok || placed.value.kind !== 'placed') throw new Error('The order was not placed.');
    const cancelled = await call(page, 'order:cancel', { id: placed.value.order.id, language: 'fr' });
    expect(cancelled).toMatchObject({ ok: true });
  }
  await place(page, pass, passPrice);
  const orders = page.getByRole('region', { name: /^Demandes/ });
  const states = orders.getByRole('listitem').getByText(/^(En attente d’envoi|Annulée)$/);
  await expect(states).toHaveText(['En attente d’envoi', 'Annulée', 'Annulée']);
  await orders.getByRole('button', { name: 'Toutes les demandes (4)' }).click();
  await expect(states).toHaveText(['En attente d’envoi', 'Annulée', 'Annulée', 'Annulée']);
});

/** Presses a key as an agent does; `presses` counts them. */
function countingKeys(page: Page) {
  const keys = {
    presses: 0,
    press: async (key: string) => {
      keys.presses += 1;
      await page.keyboard.press(key);
    },
  };
  return keys;
}

test('from the number known to the pass sold takes eight keys at most, and its state is seen', async ({
  page,
}) => {
  await openByBridge(page, 'richActive');
  await call(page, 'customer:close', {});
  await page.getByRole('search').getByRole('textbox').fill(msisdn);
  const keys = countingKeys(page);
  await keys.press('Enter');
  await expect(page.getByText(/^En direct, le \d/)).toBeVisible();
  await keys.press('F3');
  const panel = page.getByRole('complementary', { name: 'Vendre un pass' });
  await expect(panel.getByRole('button', { name: /Pass Internet Jour/ })).toBeFocused();
  await keys.press('1');
  await expect(panel.getByRole('button', { name: /^Confirmer/ })).toBeFocused();
  await expect(panel.getByText('500 Mo pendant 24 h')).toBeVisible();
  await keys.press('Enter');
  await expect(panel.getByRole('button', { name: 'Terminé' })).toBeFocused();
  expect(keys.presses).toBeLessThanOrEqual(8);
  await expect(panel.getByRole('status').getByText('Faite', { exact: true })).toBeVisible({
    timeout: 30_000,
  });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /^Demandes/ }).getByText('Pass Internet Jour')).toBeVisible();
});

/** At the counter, from the page to the quote of a pass, by keyboard. */
async function askForPass(page: Page) {
  await openCustomer(page, 'richActive');
  await page.keyboard.press('F3');
  const panel = page.getByRole('complementary', { name: 'Vendre un pass' });
  await expect(panel.getByRole('button', { name: /Pass Internet Jour/ })).toBeFocused();
  await page.keyboard.down('Enter');
  const confirm = panel.getByRole('button', { name: /^Confirmer/ });
  await expect(confirm).toBeFocused();
  return { panel, confirm, done: panel.getByRole('button', { name: 'Terminé' }) };
}

test('an order is paid from the account chosen last, also where Enter comes before its quote', async ({
  page,
}) => {
  const { panel, done } = await askForPass(page);
  await page.keyboard.up('Enter');
  // Faster than any answer: the page draws in between, and nothing else.
  await panel.getByRole('radio', { name: /^Orange Money/ }).evaluate(async (radio: HTMLInputElement) => {
    radio.click();
    await Promise.resolve();
    radio.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  });
  await expect(done).toBeFocused();
  await expect(panel.getByRole('status')).toContainText('Orange Money');
});

test('an Enter still held from the list orders nothing, and what was confirmed is not left before its answer', async ({
  page,
}) => {
  const { confirm, done } = await askForPass(page);
  await page.keyboard.down('Enter');
  // As it is at this moment: an order would be on its way.
  expect(await confirm.getAttribute('aria-disabled')).toBe('false');
  await page.keyboard.up('Enter');

  // Faster than any answer: the page draws in between, and nothing else.
  await confirm.evaluate(async (button: HTMLButtonElement) => {
    button.click();
    await Promise.resolve();
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
  });
  await expect(done).toBeFocused();
  expect((await viewOf(page)).orders).toHaveLength(1);
});

test('the pages of an order at the counter can be read by everyone', async ({ page }) => {
  await openByBridge(page, 'richActive');
  await place(page, pass, passPrice);
  await call(page, 'customer:close', {});
  await page.getByRole('search').getByRole('textbox').fill(msisdn);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /^Demandes/ })).toBeVisible();
  await page.keyboard.press('F3');
  await page.keyboard.press('3');
  await expect(page.getByRole('button', { name: /^Confirmer/ })).toBeFocused();
  await pictureScreen(page, 'agentOrderQuote');
  await page.keyboard.press('F11');
  await expect(page.getByRole('complementary', { name: 'Demandes de la boutique' })).toBeVisible();
  await pictureScreen(page, 'agentOrders');
});

test.describe('alone at the kiosk', () => {
  test.use({ mode: 'selfservice', size: sizes.kiosk });

  test('a number that is not complete is said to be so in the words of a customer', async ({ page }) => {
    await openDemoCustomer(page, 'richActive');
    await openTile(page, 'Numéros préférés');
    await page
      .getByRole('button', { name: /^Remplacer/ })
      .first()
      .click();
    await page.keyboard.type('0712');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Le même numéro, encore une fois')).toBeVisible();
    await page.keyboard.type('0712');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Ce numéro n’est pas complet' })).toBeFocused();
  });

  test('a customer buys a pass, adds a number that is typed twice, and sees where both stand', async ({
    page,
  }) => {
    test.slow();
    await openDemoCustomer(page, 'richActive');
    await openTile(page, 'Pass');
    await page.getByRole('button', { name: /^Choisir\s: Pass Internet Jour/ }).click();
    await expect(page.getByRole('heading', { name: 'Pass Internet Jour' })).toBeFocused();
    await pictureScreen(page, 'kioskOrderQuote');
    await page.getByRole('button', { name: 'Retour' }).click();
    await page.getByRole('button', { name: /^Choisir\s: Pass Internet Jour/ }).click();
    await page.getByRole('button', { name: /^Je confirme/ }).click();
    await expect(page.getByRole('heading', { name: 'Demande enregistrée' })).toBeFocused();
    await expect(page.getByRole('status').getByText('Faite', { exact: true })).toBeVisible({
      timeout: 30_000,
    });
    await page.getByRole('button', { name: 'Voir mes demandes' }).click();
    await expect(page.getByRole('heading', { name: 'Pass Internet Jour' })).toBeVisible();
    await pictureScreen(page, 'kioskOrders');

    await page.getByRole('button', { name: 'Accueil' }).click();
    await openTile(page, 'Numéros préférés');
    await page
      .getByRole('button', { name: /^Remplacer/ })
      .first()
      .click();
    const goOn = page.getByRole('button', { name: 'Continuer', exact: true });
    await typeOnKeypad(page, '0712345678');
    await goOn.click();
    await typeOnKeypad(page, '0712345679');
    await goOn.click();
    await expect(page.getByRole('alert')).toContainText('Les deux numéros sont différents');
    for (const turn of ['first', 'again']) {
      // By keys, which lead to no page while they are digits of a number.
      await page.keyboard.type('0712345678');
      await page.keyboard.press('Enter');
      if (turn === 'first') await expect(page.getByText('Le même numéro, encore une fois')).toBeVisible();
    }
    await expect(page.getByRole('heading', { name: /07 12 34 56 78/ })).toBeVisible();
    await page.getByRole('button', { name: 'Je confirme' }).click();
    await expect(page.getByRole('status').getByText('Faite', { exact: true })).toBeVisible({
      timeout: 30_000,
    });
  });
});

shopTest(
  'the account that pays stays the one that was seen, whatever happens to its balance meanwhile',
  async ({ profileFolder, shop }) => {
    const { app, page } = await startKiosk(profileFolder, shop);
    await openDemoCustomer(page, still);
    await openTile(page, 'Pass');
    await page.getByRole('button', { name: /^Choisir\s: Pass Internet Jour/ }).click();
    const confirm = page.getByRole('button', { name: /^Je confirme/ });
    await expect(confirm).toBeVisible();
    const main = page.getByRole('radio', { name: /^Compte principal/ });
    await expect(main).toBeChecked();

    changeUpstream(shop, still, { main: { amount: 1, currency: 'XOF' } });
    await expect(page.getByText('Le solde ne suffit pas.')).toBeVisible();
    await expect(main).toBeChecked();
    await expect(confirm).toHaveCount(0);
    await page.getByRole('radio', { name: /^Orange Money/ }).check();
    await confirm.click();
    await expect(page.getByRole('status').getByText('Faite', { exact: true })).toBeVisible({
      timeout: 30_000,
    });
    await app.close();
  },
);
