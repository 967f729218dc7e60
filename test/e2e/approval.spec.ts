/** An order that a supervisor has to agree to: the agent orders and the supervisor agrees, at one counter, by keyboard alone. */
import { demoPasswords } from '../../electron/services/training/demoCredentials';
import { signIn } from './access';
import { openCustomer } from './counter';
import { expect, launch, shopTest, sizes, writeSettings, type Comptoir, type Shop } from './fixture';
import { pictureHere, pictureScreen } from './screens';
import { changeUpstream } from './training';

/** With a customer open, at a counter whose orders above 200 F a supervisor has to agree to. */
async function openAtLimit(profileFolder: string, shop: Shop): Promise<Comptoir> {
  const settingsFile = writeSettings(profileFolder, {
    mode: 'agent',
    market: 'CI',
    feed: { url: shop.upstream.url },
    live: { url: shop.upstream.liveUrl },
    orders: { approval: { aboveAmount: 200 } },
  });
  const comptoir = await launch(profileFolder, ['--config', settingsFile]);
  await signIn(comptoir.page);
  await openCustomer(comptoir.page, 'richActive');
  return comptoir;
}

shopTest(
  'an order above the shop’s amount is placed once a supervisor has typed their password, and never before',
  async ({ profileFolder, shop }) => {
    shopTest.slow();
    const { app, page } = await openAtLimit(profileFolder, shop);
    await page.keyboard.press('F3');
    const panel = page.getByRole('complementary', { name: 'Vendre un pass' });
    await expect(panel.getByRole('button', { name: /Pass Internet Jour/ })).toBeFocused();
    await page.keyboard.press('1');
    const login = panel.getByRole('textbox', { name: 'Son identifiant' });
    const password = panel.getByLabel('Son mot de passe');
    const back = panel.getByRole('button', { name: 'Retour à la liste' });
    const confirm = panel.getByRole('button', { name: /^Confirmer/ });
    await expect(login).toBeFocused();
    await expect(confirm).toBeDisabled();
    await page.keyboard.press('Enter');
    await expect(login).toBeFocused();
    await page.setViewportSize(sizes.laptopCounter);
    await expect(confirm).toBeInViewport({ ratio: 1 });
    await expect(back).toBeInViewport({ ratio: 1 });
    await pictureScreen(page, 'agent-approval');

    // Where the figures change under the hand, the title has the focus, and an Enter on its way does nothing.
    const money = (amount: number) => ({ amount, currency: 'XOF' });
    changeUpstream(shop, 'richActive', { main: money(10), orangeMoney: money(10) });
    await expect(panel.getByText('Le solde ne suffit pas.')).toBeVisible();
    await expect(panel.getByRole('heading', { name: /Pass Internet Jour/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(panel.getByText('Le solde ne suffit pas.')).toBeVisible();
    changeUpstream(shop, 'richActive', { main: money(5_000), orangeMoney: money(5_000) });
    await expect(login).toBeFocused();

    // The agent’s own password is right, and not a supervisor’s.
    await page.keyboard.type('k.yao');
    await page.keyboard.press('Tab');
    await page.keyboard.type(demoPasswords['k.yao']);
    await confirm.press('Enter');
    await expect(panel.getByRole('alert')).toHaveText('Ce n’est pas le mot de passe d’un responsable.');
    await expect(password).toHaveValue('');
    await expect(password).toBeFocused();
    for (const size of [sizes.laptopCounter, sizes.smallCounter]) {
      await page.setViewportSize(size);
      for (const button of [confirm, back]) await expect(button).toBeInViewport({ ratio: 1 });
      await pictureHere(page, 'agent-approval-refused');
    }

    // What comes of the customer meanwhile takes no answer away.
    changeUpstream(shop, 'richActive', { customer: { id: 'C-1', name: 'Aya Marie KOUASSI' } });
    await expect(page.getByText('Aya Marie KOUASSI')).toBeVisible();
    await expect(panel.getByRole('alert')).toHaveText('Ce n’est pas le mot de passe d’un responsable.');

    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('a.kone');
    await page.keyboard.press('Tab');
    await page.keyboard.type(demoPasswords['a.kone']);
    await expect(confirm).toBeEnabled();
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('button', { name: 'Terminé' })).toBeFocused();
    await expect(panel.getByRole('status')).toContainText('Pass Internet Jour');
    await page.keyboard.press('Enter');
    await expect(panel).toBeHidden();

    // Who agreed is in the log, for the order and for the try before it; the counter is still the agent’s.
    await expect(page.getByRole('button', { name: /Koffi YAO/ })).toBeVisible();
    await signIn(page, 'a.kone');
    await page.keyboard.press('Shift+F6');
    const rows = page.getByRole('region', { name: 'Journal d’audit' }).getByRole('row');
    await expect(rows.filter({ hasText: /Approuvée par\s: a\.kone/ })).toHaveCount(1);
    await app.close();
  },
);

shopTest(
  'on a laptop that is offline, too, what a supervisor fills in is covered by nothing',
  async ({ profileFolder, shop }) => {
    const { app, page } = await openAtLimit(profileFolder, shop);
    await page.setViewportSize(sizes.laptopCounter);
    shop.upstream.setFault({ kind: 'offline' });
    await expect(page.getByRole('region', { name: 'Avis' })).toContainText('Hors ligne', { timeout: 20_000 });
    await page.keyboard.press('F3');
    await page.keyboard.press('1');
    const panel = page.getByRole('complementary', { name: 'Vendre un pass' });
    await expect(panel).toContainText('La demande attendra ici');
    const login = panel.getByRole('textbox', { name: 'Son identifiant' });
    await expect(login).toBeFocused();
    for (const part of [login, panel.getByLabel('Son mot de passe'), panel.getByRole('button').last()]) {
      await expect(part).toBeInViewport({ ratio: 1 });
      const isOnTop = await part.evaluate((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return element === document.elementFromPoint(x + width / 2, y + height / 2);
      });
      expect(isOnTop).toBe(true);
    }
    await app.close();
  },
);
