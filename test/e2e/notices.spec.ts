/** The one place where staff are told what they did not ask for: by keyboard, without anything moving or taking the focus. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { openCacheWriter } from '../../electron/db/cache';
import { writeFeedContact } from '../../electron/db/staff';
import { demoPasswords } from '../../electron/services/training/demoCredentials';
import { signIn } from './access';
import { call } from './bridge';
import { customerTitle, openCustomer, searchBox, section, synced, typedNumber } from './counter';
import { afterOutage, expectSyncState, syncStatus } from './feedState';
import { expect, launch, shopTest, test, writeSettings } from './fixture';
import { pictureScreen } from './screens';
import { changeUpstream } from './training';

const notice = (page: Page) => page.getByRole('region', { name: 'Avis', exact: true });
const hourMs = 3_600_000;

shopTest(
  'an outage is told over the page, which does not move, dismissed by one key, and told again when it comes back',
  async ({ page, shop }) => {
    test.slow();
    await openCustomer(page, 'richActive');
    await section(page, 'Mouvements').focus();
    const focused = page.locator(':focus');
    const before = await focused.boundingBox();
    shop.upstream.setFault({ kind: 'offline' });
    await expect(notice(page)).toContainText('Le flux ne répond pas.');
    await expect(notice(page).getByRole('status')).toContainText('Hors ligne');
    await expect(section(page, 'Mouvements')).toBeFocused();
    expect(await focused.boundingBox()).toEqual(before);
    await pictureScreen(page, 'agent-notice');

    await page.keyboard.press('Shift+F8');
    await expect(notice(page)).toHaveText('');
    await expect(section(page, 'Mouvements')).toBeFocused();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).not.toContainText('Masquer l’avis');
    await page.keyboard.press('Escape');

    // A lock in between brings it not back.
    await page.keyboard.press('F9');
    await expect(page.getByLabel('Mot de passe')).toBeFocused();
    await page.keyboard.type(demoPasswords['k.yao']);
    await page.keyboard.press('Enter');
    await expect(customerTitle(page, 'richActive')).toBeVisible();
    expect((await syncStatus(page)).state).toBe('offline');
    await expect(notice(page)).toHaveText('');

    // What the colleague has dismissed is told to whoever comes.
    await signIn(page, 'a.kone');
    await expect(notice(page)).toContainText('Le flux ne répond pas.');
    await signIn(page);
    await expect(notice(page)).toHaveText('');

    shop.upstream.setFault(null);
    await expectSyncState(page, 'live', afterOutage);
    await expect(notice(page)).toHaveText('');
    shop.upstream.setFault({ kind: 'offline' });
    await expect(notice(page)).toContainText('Le flux ne répond pas.', { timeout: 30_000 });
  },
);

shopTest(
  'a rejected order is told first, and F11 leads to why; whoever has seen the list is told no more',
  async ({ profileFolder, shop }) => {
    const { upstream } = shop;
    const settingsFile = writeSettings(profileFolder, {
      mode: 'agent',
      market: 'CI',
      feed: { url: upstream.url },
      live: { url: upstream.liveUrl },
    });
    const { app, page } = await launch(profileFolder, ['--config', settingsFile]);
    await signIn(page);
    await openCustomer(page, 'richActive');
    upstream.setFaults([{ fault: { kind: 'status', status: 400 }, on: ['orders'] }]);
    await call(page, 'order:place', {
      wish: { kind: 'pass', offer: 'PASS-NET-1J', payer: 'main' },
      seenPrice: { amount: 250, currency: 'XOF' },
      confirmation: randomUUID(),
      language: 'fr',
    });
    await expect(notice(page)).toContainText('Demande refusée', { timeout: 30_000 });
    upstream.setFault({ kind: 'offline' });
    await expect(notice(page)).toContainText('et 1 autre');
    await expect(notice(page)).toContainText('Demande refusée');
    await pictureScreen(page, 'agent-notices');

    await expect(notice(page).getByRole('button', { name: 'Demandes' })).toContainText('F11');
    await page.keyboard.press('F11');
    const orders = page.getByRole('complementary', { name: 'Demandes de la boutique' });
    await expect(orders).toContainText('Refusée');
    await expect(notice(page)).toContainText('Le flux ne répond pas.');
    const foot = await orders.boundingBox();
    expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBe((await notice(page).boundingBox())?.y);
    await page.keyboard.press('Escape');
    await notice(page).getByRole('button', { name: 'Masquer l’avis' }).click();
    await expect(notice(page)).toHaveText('');
    await expect(searchBox(page)).toBeFocused();
    await app.close();
  },
);

shopTest(
  'a session that nears its end without contact says when it ends',
  async ({ comptoir, page, profileFolder, shop }) => {
    test.slow();
    await synced(page);
    await comptoir.app.close();
    const keyHex = readFileSync(join(profileFolder, 'comptoir.key'), 'utf8').trim();
    const writer = await openCacheWriter({ folder: join(profileFolder, 'cache'), keyHex });
    if (!writer.ok) throw new Error(writer.error.message);
    await writer.value.transaction((transaction) => writeFeedContact(transaction, Date.now() - 70 * hourMs));
    await writer.value.close();
    shop.upstream.setFault({ kind: 'offline' });

    const again = await launch(profileFolder, ['--config', shop.settingsFile]);
    await signIn(again.page);
    await expect(notice(again.page)).toContainText(/Fin de session\s: .*\d\d:\d\d/);
    await expect(notice(again.page)).toContainText('et 1 autre');
    await pictureScreen(again.page, 'agent-notice-session');
    shop.upstream.setFault(null);
    await expect(notice(again.page)).toHaveText('', afterOutage);
    await again.app.close();
  },
);

shopTest(
  'balances that are older than they may be shown are told with their customer',
  async ({ page, shop }) => {
    changeUpstream(shop, 'richActive', { asOf: new Date(Date.now() - 40 * 24 * hourMs).toISOString() });
    await openCustomer(page, 'richActive');
    await expect(notice(page)).toContainText('Soldes trop anciens');
    await pictureScreen(page, 'agent-notice-stale');
    await page.keyboard.press('Escape');
    await expect(notice(page)).toHaveText('');
  },
);

test('a supervisor who signs in is told of look-ups that were flagged, until they have looked into the log', async ({
  page,
}) => {
  test.slow();
  await synced(page);
  const look = () =>
    call(page, 'customer:open', { query: typedNumber('inactive'), reason: 'request', language: 'fr' });
  for (let count = 0; count < 20; count += 1) await look();
  const slowed = look();
  await expect(notice(page)).toContainText('Recherche ralentie');
  await slowed;
  await expect(notice(page)).toHaveText('');
  await signIn(page, 'a.kone');
  await expect(notice(page)).toContainText('Consultations trop nombreuses');
  await expect(notice(page).getByRole('button', { name: 'Journal d’audit' })).toBeVisible();
  await pictureScreen(page, 'agent-notice-flagged');
  await page.keyboard.press('Shift+F6');
  await expect(page.getByRole('row').filter({ hasText: 'Consultations trop nombreuses' })).toHaveCount(1);
  await expect(notice(page)).toHaveText('');
  await page.keyboard.press('Escape');
  await expect(searchBox(page)).toBeFocused();
  await expect(notice(page)).toHaveText('');
});
