/** The door of the counter, by keyboard alone: signing in, locking, changing places, a device that is new. */
import { startUpstream } from '../../electron/services/training/upstream';
import { call } from './bridge';
import { openCustomer, searchBox } from './counter';
import { expect, launch, provisionKey, shopTest, test, writeSettings } from './fixture';
import { pictureScreen } from './screens';

test('a customer shows that they are there; F9 locks the counter, and a colleague takes over', async ({
  page,
}) => {
  await openCustomer(page, 'richActive');
  await page.keyboard.press('Shift+F9');
  await page.keyboard.type('4321');
  // By the button, too, which is disabled until the next PIN: the focus goes back to the field.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('ne vont pas ensemble');
  await expect(page.getByRole('dialog').locator('input')).toBeFocused();
  await pictureScreen(page, 'agent-presence');
  await page.keyboard.type('1234');
  await page.keyboard.press('Enter');
  await expect(page.getByText('client présent')).toBeVisible();

  await page.keyboard.press('F9');
  await expect(page.getByRole('heading', { level: 1, name: 'Verrouillé' })).toBeVisible();
  expect(await page.content()).not.toContain('KOUASSI');
  expect(await call(page, 'customer:render', { language: 'fr' })).toEqual({
    ok: false,
    error: 'SIGN_IN_NEEDED',
  });
  await page.keyboard.type('faux');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('ne vont pas ensemble');
  await pictureScreen(page, 'agent-locked');
  await page.keyboard.type('comptoir-agent');
  await page.keyboard.press('Enter');
  await expect(searchBox(page)).toBeFocused();

  await page.keyboard.press('F9');
  await page.getByRole('textbox', { name: 'Identifiant' }).fill('a.kone');
  await page.keyboard.press('Tab');
  await page.keyboard.type('comptoir-chef');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Verrouiller la session de Aminata KONÉ' })).toBeVisible();
});

shopTest('a login that is disabled loses its session at the next contact', async ({ page, shop }) => {
  await expect(searchBox(page)).toBeVisible();
  const koffi = shop.upstream.find('staff:k.yao');
  shop.upstream.put({ ...koffi, _id: 'staff:k.yao', disabled: true, _rev: undefined });
  await expect(page.getByRole('alert')).toContainText('ce compte vient d’être désactivé', {
    timeout: 20_000,
  });
  await pictureScreen(page, 'agent-sign-in');
});

test('a device that knows no staff is set up by a supervisor', async ({ profileFolder }) => {
  const upstream = await startUpstream({ subscribers: 0, seed: 1, tickMs: 0 });
  for (const login of ['k.yao', 'a.kone', 'd.brou']) upstream.remove(`staff:${login}`);
  provisionKey(profileFolder);
  const file = writeSettings(profileFolder, { market: 'CI', feed: { url: upstream.url } });
  const { app, page } = await launch(profileFolder, ['--config', file]);
  await expect(page.getByRole('heading', { level: 1, name: 'Nouveau poste' })).toBeVisible();
  await pictureScreen(page, 'agent-set-up');
  for (const text of ['Ada CHEF', 'chef', 'trois petits chats', 'trois petits chats']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(searchBox(page)).toBeFocused();
  await app.close();
  await upstream.close();
});
