/** A supervisor takes everything off a device at its own screen, and it is set up again for another shop. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { findAuditEntriesAfter, readAuditExtent } from '../../electron/db/auditEntries';
import { openCacheReader } from '../../electron/db/cache';
import { demoPasswords, demoPin } from '../../electron/services/training/demoCredentials';
import { buildProvisioning, makeOperator } from '../helpers/operatorFiles';
import { reportFigure } from '../helpers/figures';
import { call } from './bridge';
import { synced } from './counter';
import { chooseFile } from './fileDialog';
import { expect, launch, readLog, shopTest as test, sizes, writeSettings, type Shop } from './fixture';
import { expectAccessible, pictureScreen } from './screens';
import { filesBelow, findTraces } from './traces';

test.use({ login: 'a.kone' });

const supervisor = 'a.kone';

/** For the customer who is open; it waits, since the shop reaches no operator. */
async function placeOrder(page: Page): Promise<string> {
  const wish = { kind: 'optionStop', offer: 'OPT-NUIT' } as const;
  expect(await call(page, 'order:quote', { wish, language: 'fr' })).toMatchObject({ ok: true });
  const confirmation = '019353f0-0000-7000-8000-000000000001';
  const placed = await call(page, 'order:place', { wish, seenPrice: null, confirmation, language: 'fr' });
  if (!placed.ok || placed.value.kind !== 'placed') throw new Error(JSON.stringify(placed));
  return placed.value.order.id;
}

/** What lay in the profile's files before `wipe` is in none of them after it. @returns how many traces were sought */
async function expectWiped(
  page: Page,
  profileFolder: string,
  shop: Shop,
  wipe: () => Promise<void>,
): Promise<number> {
  const key = readFileSync(join(profileFolder, 'comptoir.key'), 'utf8');
  // The first bytes of a database are its salt: nothing else has them.
  const salt = readFileSync(join(profileFolder, 'cache', 'comptoir.db')).subarray(0, 16);
  const isThere = (bytes: Buffer) => filesBelow(profileFolder).some(({ content }) => content.includes(bytes));
  const traces = [key, 'Boutique Plateau', 'ABJ-01', new URL(shop.upstream.url).host];
  expect(findTraces(profileFolder, traces).length).toBeGreaterThanOrEqual(traces.length);
  expect(isThere(salt)).toBe(true);

  await wipe();
  await expect(page.getByRole('heading', { name: 'Mettre ce poste en service' })).toBeVisible({
    timeout: 20_000,
  });
  expect(findTraces(profileFolder, traces)).toEqual([]);
  expect(isThere(salt)).toBe(false);
  expect(readLog(profileFolder)).toContain('"event":"device:wiped"');
  return traces.length + 1;
}

test('a device is wiped by the shop’s code, not while an order is under way, and set up again for another shop', async ({
  comptoir: { app },
  page,
  profileFolder,
  shop,
}) => {
  await synced(page);
  const customer = { query: '0700000001', reason: 'request', language: 'fr' } as const;
  expect(await call(page, 'customer:open', customer)).toMatchObject({ ok: true });
  const order = await placeOrder(page);

  await page.keyboard.press('Shift+F5');
  const form = page.getByRole('region', { name: 'Effacer ce poste', exact: true });
  const code = form.getByRole('textbox', { name: 'Code de la boutique' });
  const wipe = form.getByRole('button', { name: 'Tout effacer' });
  await expect(wipe).toBeDisabled();
  await code.fill('ABJ-02');
  await wipe.click();
  await expect(form.getByRole('alert')).toContainText('Ce n’est pas le code de cette boutique');
  await code.fill('abj-01');
  await wipe.click();
  await expect(form.getByRole('alert')).toContainText('1 demande est encore en cours');
  await expectAccessible(page);
  await pictureScreen(page, 'agent-wipe-refused');
  expect(await call(page, 'order:cancel', { id: order, language: 'fr' })).toMatchObject({
    ok: true,
  });
  const log = await call(page, 'audit:page', {
    ...{ actor: null, noun: 'device', query: '', period: 'all', before: null },
  });
  expect(log).toMatchObject({
    ok: true,
    value: { lines: [{ action: 'device:wipeRefused' }, { action: 'device:wipeRefused' }] },
  });

  const sought = await expectWiped(page, profileFolder, shop, () => wipe.click());
  reportFigure('At rest', 'wiped at the screen', `${sought} traces in all files, 0 hits`);

  // The file lies elsewhere, as on a stick.
  const stick = mkdtempSync(join(tmpdir(), 'comptoir-stick-'));
  const operator = makeOperator();
  const file = join(stick, 'comptoir.provisioning');
  const settings = {
    mode: 'agent',
    market: 'CI',
    shop: { id: 'ABJ-COCODY-02', name: 'Boutique Cocody' },
    feed: { url: shop.upstream.url },
  };
  const content = buildProvisioning({ settings, secrets: {}, certificates: {} });
  writeFileSync(file, operator.sign('provisioning', content));
  await chooseFile(app, page, file);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Mettre en service' }).click();
  await expect(page.getByText('Boutique Cocody').first()).toBeVisible({ timeout: 20_000 });
  rmSync(stick, { recursive: true });
});

test('a kiosk is wiped at its own screen, by a supervisor who has opened it, with the same questions', async ({
  profileFolder,
  shop,
}) => {
  const settings = {
    mode: 'selfservice',
    market: 'CI',
    shop: { id: 'ABJ-01', name: 'Boutique Plateau' },
    feed: { url: shop.upstream.url },
    kiosk: true,
  };
  const { app, page } = await launch(profileFolder, ['--config', writeSettings(profileFolder, settings)]);
  await page.setViewportSize(sizes.kiosk);
  await synced(page);
  const query = '0700000001';
  const own = { query, pin: demoPin, language: 'fr' } as const;
  expect(await call(page, 'identity:identify', own)).toMatchObject({ value: { kind: 'opened' } });
  const order = await placeOrder(page);
  expect(await call(page, 'fleet:wipe', { shop: 'ABJ-01' })).toEqual({ ok: false, error: 'NOT_ALLOWED' });

  const open = async () => {
    const entered = await call(page, 'maintenance:enter', {
      login: supervisor,
      password: demoPasswords[supervisor],
    });
    expect(entered).toMatchObject({ value: { kind: 'opened' } });
    await page.getByRole('button', { name: 'Effacer ce poste' }).click();
  };
  await open();
  const dialog = page.getByRole('dialog', { name: 'Effacer ce poste' });
  const wipe = dialog.getByRole('button', { name: 'Tout effacer' });
  const type = async (keys: string) => {
    const keyboard = dialog.getByRole('group', { name: 'Clavier' });
    for (const key of keys) await keyboard.getByRole('button', { name: key, exact: true }).click();
  };
  await expect(wipe).toBeDisabled();
  await type('abj-02');
  await wipe.click();
  await expect(dialog.getByRole('alert')).toContainText('Ce n’est pas le code de cette boutique');
  await dialog.getByRole('button', { name: 'Effacer', exact: true }).click();
  await type('1');
  await wipe.click();
  await expect(dialog.getByRole('alert')).toContainText('1 demande est encore en cours');
  await pictureScreen(page, 'maintenance-wipe-refused');
  const log = await openCacheReader({
    folder: join(profileFolder, 'cache'),
    keyHex: readFileSync(join(profileFolder, 'comptoir.key'), 'utf8'),
  });
  if (!log.ok) throw new Error(log.error.message);
  const { entries } = await readAuditExtent(log.value);
  const written = await findAuditEntriesAfter(log.value, entries - 2, 2);
  await log.value.close();
  expect(written).toMatchObject(
    ['otherShop', 'pendingOrders'].map((why) => ({
      ...{ action: 'device:wipeRefused', actor: `staff:${supervisor}` },
      details: JSON.stringify({ why }),
    })),
  );

  await dialog.getByRole('button', { name: 'Annuler' }).click();
  await page.getByRole('button', { name: 'Verrouiller maintenant' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await call(page, 'identity:identify', own)).toMatchObject({ value: { kind: 'opened' } });
  expect(await call(page, 'order:cancel', { id: order, language: 'fr' })).toMatchObject({ ok: true });
  await open();
  await type('abj-01');
  await expectWiped(page, profileFolder, shop, () => wipe.click());
  const isKiosk = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isKiosk());
  expect(isKiosk).toBe(false);
  await app.close();
});
