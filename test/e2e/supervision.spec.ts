/** The supervisor's pages: the state of the post and the audit log, online and offline, by keyboard. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signIn } from './access';
import { call, often } from './bridge';
import { customerTitle, openCustomer, searchBox } from './counter';
import { expect, launch, shopTest, test, writeSettings } from './fixture';
import { pictureScreen } from './screens';

test.use({ login: 'a.kone' });
shopTest.use({ login: 'a.kone' });

shopTest(
  'the state of the post: feed, cache, versions, integrity, a file without customers',
  async ({ page, shop, profileFolder }) => {
    shop.upstream.put({ _id: 'subscriber:2250700000077', type: 'subscriber', schema: 1, name: 'Zzcanary' });
    await openCustomer(page, 'richActive');
    await page.keyboard.press('Shift+F5');
    const region = (name: string) => page.getByRole('region', { name, exact: true });
    await expect(page.getByRole('heading', { level: 1, name: 'Ce poste' })).toBeVisible();
    await expect(customerTitle(page, 'richActive')).toBeHidden();
    await expect(region('Flux des soldes')).toContainText('À jour');
    await expect(region('Cache chiffré')).toContainText('200');
    await expect(region('Quarantaine')).toContainText('document doit avoir asOf');
    await expect(region('Versions')).toContainText('SQLCipher');
    await expect(region('Journal d’audit')).toContainText('non réglé');

    await page.getByRole('button', { name: 'Vérifier l’intégrité' }).press('Enter');
    await expect(region('Cache chiffré')).toContainText('Intact', { timeout: 20_000 });
    await page.getByRole('button', { name: 'Jouer un son' }).press('Enter');
    await expect(region('Essais')).toContainText('Deux notes');
    const print = page.getByRole('button', { name: 'Imprimer un ticket vide' });
    await print.press('Enter');
    await expect(region('Essais')).toContainText('Aucune imprimante n’est réglée.');
    await expect(print).toBeFocused();
    await page.getByRole('button', { name: 'Exporter un diagnostic' }).press('Enter');
    await expect(page.getByText(/^Fichier écrit/)).toBeVisible();
    await pictureScreen(page, 'agent-post');
    const folder = join(profileFolder, 'exports');
    const [file] = readdirSync(folder);
    const text = readFileSync(join(folder, file ?? ''), 'utf8');
    expect(text).toContain('sqlcipher');
    expect(text).not.toMatch(/Zzcanary|KOUASSI|22507\d|07 ?00 ?00/);

    shop.upstream.setFault({ kind: 'offline' });
    await expect(region('Flux des soldes')).toContainText('Hors ligne', { timeout: 20_000 });
    await page.keyboard.press('Escape');
    await expect(customerTitle(page, 'richActive')).toBeVisible();
    await expect(searchBox(page)).toBeFocused();
  },
);

shopTest(
  'a printer test says what keeps the printer of the settings from printing',
  async ({ profileFolder, shop }) => {
    const settingsFile = writeSettings(profileFolder, {
      mode: 'agent',
      market: 'CI',
      feed: { url: shop.upstream.url },
      printer: { name: 'Ticket_80', widthMm: 80 },
    });
    const { app, page } = await launch(profileFolder, ['--config', settingsFile]);
    await signIn(page, 'a.kone');
    await page.keyboard.press('Shift+F5');
    const tests = page.getByRole('region', { name: 'Essais' });
    await tests.getByRole('button', { name: 'Imprimer un ticket vide' }).press('Enter');
    await expect(tests).toContainText('L’imprimante réglée est introuvable.');
    // An agent may not, and the kiosk's own command is not the counter's.
    expect(await call(page, 'handoff:printEmpty', { language: 'fr' })).toEqual({
      ok: false,
      error: 'NOT_ALLOWED',
    });
    await signIn(page);
    expect(await call(page, 'status:printTest', { language: 'fr' })).toEqual({
      ok: false,
      error: 'NOT_ALLOWED',
    });
    await app.close();
  },
);

test('the audit log: sections that were opened, filters, a file, and a log that is verified', async ({
  page,
  profileFolder,
}) => {
  await openCustomer(page, 'richActive');
  await page.keyboard.press('F6');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F7');
  await page.keyboard.press('Escape');
  // The page reads the log when it is opened: what was done before has to be in it by then.
  const noted = async () => {
    const question = { actor: null, noun: 'customer', query: '', period: 'all', before: null } as const;
    const read = await call(page, 'audit:page', question);
    return read.ok && read.value.lines.filter(({ action }) => action === 'customer:sectionOpened').length;
  };
  await expect.poll(noted, often).toBe(2);
  await page.keyboard.press('Shift+F6');
  const log = page.getByRole('region', { name: 'Journal d’audit' });
  const rows = log.getByRole('row');
  const who = page.getByRole('combobox', { name: 'Qui' });
  await expect(who).toBeFocused();
  await expect(rows.filter({ hasText: 'Section ouverte' })).toHaveCount(2);
  await expect(rows.filter({ hasText: /Section\s: Qui paie\s\?/ })).toContainText('07 •• •• •• 01');
  await expect(log).not.toContainText('0700000001');

  // A list of choices keeps its keys.
  await page.keyboard.press('a');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await expect(who).toBeFocused();
  await expect(who).not.toHaveValue('');
  await who.selectOption('');

  await page.getByRole('textbox', { name: 'Client concerné' }).fill('0700000002');
  await expect(log).toContainText('Aucune entrée');
  await page.getByRole('textbox', { name: 'Client concerné' }).fill('07');
  await expect(log).toContainText('Numéro incomplet');
  await page.getByRole('textbox', { name: 'Client concerné' }).fill('');
  await page.getByRole('button', { name: 'Exporter' }).press('Enter');
  await expect(page.getByText(/^Fichier écrit/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Quoi' }).selectOption('audit');
  await expect(rows.filter({ hasText: 'Journal exporté' })).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Quoi' }).selectOption('');
  await page.getByRole('button', { name: 'Vérifier le journal' }).press('Enter');
  await expect(page.getByText(/toutes telles qu’elles ont été écrites/)).toBeVisible();
  // The key to another page stays where it is, also where there is none.
  const older = page.getByRole('button', { name: 'Plus anciennes' });
  await older.press('Enter');
  await expect(older).toBeFocused();
  await pictureScreen(page, 'agent-audit');
  expect(readdirSync(join(profileFolder, 'exports'))).toEqual([expect.stringMatching(/^audit-.*\.csv$/)]);

  // The kiosk has neither page.
  await call(page, 'app:switchMode', { mode: 'selfservice' });
  expect(await call(page, 'status:read', {})).toEqual({ ok: false, error: 'NOT_ALLOWED' });
  const question = { actor: null, noun: null, query: '', period: 'all', before: null } as const;
  expect(await call(page, 'audit:page', question)).toEqual({ ok: false, error: 'NOT_ALLOWED' });
});

test('the devices of the shop: those that need somebody first', async ({ page }) => {
  await page.keyboard.press('Shift+F5');
  const rows = page.getByRole('region', { name: 'Postes de la boutique' }).last().getByRole('row');
  await expect(rows).toHaveCount(5);
  await expect(rows.nth(1)).toContainText(/Ne donne plus de nouvelles.*borne-3/);
  await expect(rows.nth(2)).toContainText(/Flux hors ligne.*borne-2/);
  await expect(rows.filter({ hasText: '(ce poste)' })).toContainText(/Tout va bien.*Comptoir/);
});
