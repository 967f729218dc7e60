/** A customer alone at the kiosk, from the welcome to their home page. */
import type { Locator } from '@playwright/test';
import { demoPin } from '../../electron/services/training/demoCredentials';
import { demoNumbers } from '../../electron/services/training/demoNumbers';
import { typePin } from './access';
import { call } from './bridge';
import { expect, launch, shopTest, sizes, switchLanguage, test, writeSettings } from './fixture';
import {
  expectNothingLeft,
  giveNumber,
  openDemoCustomer,
  openDetail,
  rich,
  start,
  title,
  titles,
  typeOnKeypad,
} from './kioskSteps';
import { expectAccessible, pictureHere, pictureScreen } from './screens';
import { synced } from './feedState';
import { typedNumber } from './training';

test.use({ mode: 'selfservice', size: sizes.kiosk });
shopTest.use({ mode: 'selfservice', size: sizes.kiosk });

test('the welcome invites in both languages, says what one can do and how the service is', async ({
  page,
}) => {
  await expect(title(page, titles.welcome)).toBeVisible();
  await expect(page.getByText('Your bonuses and usage, at a glance')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Commencer' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
  await synced(page);
  await expect(page.getByText('En ligne.')).toBeVisible();
  await pictureScreen(page, 'selfservice-welcome');
});

test('the language touched at the welcome is the one it goes on in', async ({ page }) => {
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(title(page, 'What is your number?')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a number and a PIN typed on the keypad lead home', async ({ page }) => {
  await start(page);
  await typeOnKeypad(page, typedNumber('richActive'));
  await expect(page.getByRole('textbox', { name: 'Votre numéro' })).toHaveValue('07 00 00 00 01');
  await pictureScreen(page, 'selfservice-number');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await typePin(page);
  await expect(title(page, titles.home)).toBeVisible();
});

test('an unknown number is answered as a wrong PIN is, and an incomplete one calmly', async ({ page }) => {
  const alert = page.getByRole('alert');
  await start(page);
  await typeOnKeypad(page, '0799');
  await page.getByRole('button', { name: 'Supprimer le dernier chiffre' }).click();
  await expect(page.getByRole('textbox')).toHaveValue('07 9');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(alert).toContainText('Ce numéro n’est pas complet.');
  await pictureHere(page, 'selfservice-number-refused');
  await page.getByRole('button', { name: 'Effacer', exact: true }).click();
  await expect(alert).toBeEmpty();

  const said: (string | null)[] = [];
  for (const [number, pin] of [
    ['0799999999', '1234'],
    [typedNumber('richActive'), '4321'],
  ] as const) {
    await typeOnKeypad(page, number);
    await page.getByRole('button', { name: 'Continuer' }).click();
    await typePin(page, pin);
    await expect(alert).toContainText('Ce numéro et ce code ne vont pas ensemble.');
    said.push(await alert.textContent());
    await page.getByRole('button', { name: 'Changer de numéro' }).click();
    await page.getByRole('button', { name: 'Effacer', exact: true }).click();
  }
  expect(said[0]).toBe(said[1]);
});

test('who leaves the page for the PIN while it is checked is not opened behind the next one', async ({
  page,
}) => {
  for (const [way, next] of [
    ['Terminer', titles.welcome],
    ['Changer de numéro', titles.number],
  ] as const) {
    await giveNumber(page, 'richActive');
    await typeOnKeypad(page, demoPin);
    // Sooner than any answer.
    await page.evaluate(
      (names) => {
        for (const name of names) {
          [...document.querySelectorAll('button')].find((each) => each.textContent.trim() === name)?.click();
        }
      },
      ['Valider', way],
    );
    // Tries are looked at one after the other: when this one is answered, the visitor's was.
    const other = { query: '0799999999', pin: '0000', language: 'fr' } as const;
    expect(await call(page, 'identity:identify', other)).toMatchObject({ value: { kind: 'refused' } });
    await expect(title(page, next)).toBeVisible();
    expect(await call(page, 'customer:render', { language: 'fr' })).toEqual({
      ok: false,
      error: 'NO_CUSTOMER_OPEN',
    });
    if (way === 'Terminer') await expectNothingLeft(page);
  }
});

test('the whole way can be gone by keyboard, with the focus in sight', async ({ page }) => {
  await synced(page);
  await page.getByRole('button', { name: 'Commencer' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type(`${typedNumber('richActive')}9`);
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('textbox')).toHaveValue('07 00 00 00 01');
  await page.keyboard.press('Enter');
  await expect(title(page, titles.pin)).toBeFocused();
  await page.keyboard.type('1234');
  await page.keyboard.press('Enter');
  await expect(title(page, titles.home)).toBeFocused();

  const detail = page.getByRole('article', { name: 'Internet' }).getByRole('button');
  for (
    let tabs = 0;
    tabs < 30 && !(await detail.evaluate((element) => element.matches(':focus')));
    tabs += 1
  ) {
    await page.keyboard.press('Tab');
  }
  await expect(detail).toBeFocused();
  await expect(detail).toHaveCSS('--focus', /./);
  await page.keyboard.press('Enter');
  await expect(title(page, 'Internet')).toBeFocused();
});

test('who taps twice does what one tap does, whatever comes to lie under the finger', async ({ page }) => {
  await synced(page);
  const protocol = await page.context().newCDPSession(page);
  const tapTwice = async (button: Locator): Promise<void> => {
    const box = await button.boundingBox();
    if (box === null) throw new Error('There is nothing to tap.');
    const touchPoints = [{ x: box.x + box.width - 60, y: box.y + box.height - 60 }];
    // As far apart as a finger does it, however long the page takes for the first.
    const begun = Date.now() / 1_000;
    for (const timestamp of [begun, begun + 0.1]) {
      await protocol.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints, timestamp });
      const lifted = { touchPoints: [], timestamp: timestamp + 0.02 };
      await protocol.send('Input.dispatchTouchEvent', { type: 'touchEnd', ...lifted });
    }
  };
  // "Finish" comes to lie there.
  await tapTwice(page.getByRole('button', { name: 'Start' }));
  await expect(title(page, 'What is your number?')).toBeVisible();
  await page.keyboard.type('07');
  await expect(page.getByRole('textbox')).toHaveValue('07');
  // And there "Start".
  await tapTwice(page.getByRole('button', { name: 'Finish' }));
  await expect(title(page, titles.welcome)).toBeVisible();
  await expect(title(page, 'What is your number?')).toHaveCount(0);
});

test('a change of language keeps the place and what was typed', async ({ page }) => {
  await start(page);
  await typeOnKeypad(page, '0700');
  await switchLanguage(page, 'en');
  await expect(title(page, 'What is your number?')).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveValue('07 00');
  await page.keyboard.type('000001');
  await page.getByRole('button', { name: 'Continue' }).click();
  await typePin(page);
  await expect(title(page, `Hello ${rich.firstName}`)).toBeVisible();

  await page.getByRole('article').first().getByRole('button', { name: 'See details' }).click();
  await switchLanguage(page, 'fr');
  await expect(title(page, 'Bonus Crédit')).toBeVisible();
  await expect(page.getByText('Crédit pour les appels')).toBeVisible();
});

test('a demo number chosen from the list opens its customer', async ({ page }) => {
  await synced(page);
  await page.getByRole('button', { name: 'Numéros d’essai' }).click();
  const list = page.getByRole('dialog', { name: 'Numéros d’essai' });
  await expect(list.getByRole('listitem')).toHaveCount(demoNumbers.length);
  await expectAccessible(page);
  await list.getByRole('button', { name: /07 00 00 00 01/ }).click();
  await expect(title(page, titles.home)).toBeVisible();
});

test('keys that are pressed in a dialog do nothing to the page under it', async ({ page }) => {
  await start(page);
  await typeOnKeypad(page, '0700');
  await page.getByRole('button', { name: 'Numéros d’essai' }).click();
  const list = page.getByRole('dialog', { name: 'Numéros d’essai' });
  await list.getByRole('button', { name: 'Fermer' }).focus();
  await page.keyboard.press('5');
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(page.locator('.numberEntry-number')).toHaveValue('07 00');
});

test('a line that is not active shows its main account, the expiry and what to do, and no way on but help', async ({
  page,
}) => {
  await openDemoCustomer(page, 'deactivated');
  await expect(page.getByRole('region', { name: 'Compte principal' })).toContainText(/F\sCFA/);
  await expect(page.getByRole('heading', { name: 'Votre ligne est désactivée' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('button')).toHaveText(['Aide et numéros utiles']);
  await expect(page.getByRole('article')).toHaveCount(0);
  await pictureScreen(page, 'selfservice-restricted');
});

shopTest(
  'when the shop was cut off for weeks, the welcome says what is no longer shown',
  async ({ page, shop }) => {
    await synced(page);
    shop.upstream.setFault({ kind: 'offline' });
    await expect(page.getByText(/^Hors ligne. Vous voyez les soldes du dernier contact/)).toBeVisible({
      timeout: 30_000,
    });
    await page.clock.setFixedTime(Date.now() + 40 * 24 * 3_600_000);
    await switchLanguage(page, 'en');
    await expect(page.getByText(/^Offline. The last contact was on .* no longer shown/)).toBeVisible();
    await pictureHere(page, 'selfservice-welcome-too-old');
  },
);

shopTest(
  'a line that is removed from under its customer is said so, goes on to the PIN all the same, and the next one begins at home',
  async ({ page, shop }) => {
    await openDemoCustomer(page, 'richActive');
    await openDetail(page, 'Internet');
    shop.upstream.remove(`subscriber:225${typedNumber('richActive')}`);
    await expect(title(page, titles.number)).toBeVisible();
    await expect(page.getByRole('alert')).toContainText('Ce compte n’est plus consultable ici.');
    await page.getByRole('button', { name: 'Continuer' }).click();
    await expect(title(page, titles.pin)).toBeVisible();
    await page.getByRole('button', { name: 'Changer de numéro' }).click();
    await page.getByRole('button', { name: 'Effacer', exact: true }).click();
    await typeOnKeypad(page, typedNumber('dataAt85Percent'));
    await page.getByRole('button', { name: 'Continuer' }).click();
    await typePin(page);
    await expect(title(page, /^Bonjour/)).toBeVisible();
  },
);

shopTest('offline is said calmly, and the PIN works all the same', async ({ page, shop }) => {
  await synced(page);
  shop.upstream.setFault({ kind: 'offline' });
  await expect(page.getByText('Hors ligne.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/Vous voyez les soldes du dernier contact/)).toBeVisible();
  await pictureScreen(page, 'selfservice-offline');

  await page.getByRole('button', { name: 'Commencer' }).click();
  await typeOnKeypad(page, typedNumber('richActive'));
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByText(/nos conseillers vous servent au comptoir/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Recevoir un code par SMS' })).toHaveCount(0);
  await pictureScreen(page, 'selfservice-pin-offline');
  await typePin(page);
  await expect(title(page, titles.home)).toBeVisible();
});

shopTest(
  'who cannot show who they are is sent on to the counter, in the same words whether or not the number is known',
  async ({ profileFolder, shop }) => {
    const settings = {
      mode: 'selfservice',
      market: 'CI',
      shop: { id: 'ABJ-01', name: 'Boutique Plateau' },
      feed: { url: shop.upstream.url },
      printer: { name: 'Ticket_80', widthMm: 80 },
    };
    const { app, page } = await launch(profileFolder, ['--config', writeSettings(profileFolder, settings)]);
    await page.setViewportSize(sizes.kiosk);
    const toCounter = page.getByRole('button', { name: 'Continuer au comptoir' });
    const said: string[] = [];
    for (const number of [typedNumber('richActive'), '0799999999']) {
      await start(page);
      await page.keyboard.type(number);
      await page.keyboard.press('Enter');
      // Five for the first; for the second, the device has been tried too often already.
      for (let tries = said.length === 0 ? 5 : 1; tries > 0; tries -= 1) {
        await typePin(page, '9999');
        await expect(page.getByRole('alert')).toContainText(/ne vont pas ensemble|Trop d’essais/);
      }
      await expect(page.getByRole('alert')).toContainText(/Nouvel essai possible dans \d+ secondes/);
      await toCounter.click();
      await expect(title(page, 'Continuer au comptoir')).toBeFocused();
      said.push(await page.getByRole('main').innerText());
      await page.getByRole('button', { name: 'Imprimer un ticket pour le comptoir' }).click();
      await expect(page.getByRole('status')).toHaveText(
        'Le ticket ne peut pas être imprimé. Votre numéro suffit au comptoir.',
      );
      // Not in the first round: the second has to come while the device is still held up.
      if (said.length === 2) await pictureScreen(page, 'selfservice-to-counter');
      await page.getByRole('button', { name: 'Retour' }).click();
      await expect(title(page, titles.pin)).toBeFocused();
      await page.getByRole('button', { name: 'Terminer' }).click();
    }
    expect(said[0]).toContain('dites votre numéro');
    expect(said[1]).toBe(said[0]);
    await app.close();
  },
);
