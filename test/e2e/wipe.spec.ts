/** A supervisor takes everything off a device at its own screen, and it is set up again for another shop. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProvisioning, makeOperator } from '../helpers/operatorFiles';
import { reportFigure } from '../helpers/figures';
import { call } from './bridge';
import { synced } from './counter';
import { chooseFile } from './fileDialog';
import { expect, readLog, shopTest as test } from './fixture';
import { expectAccessible, pictureScreen } from './screens';
import { findTraces } from './traces';

test.use({ login: 'a.kone' });

test('a device is wiped by the shop’s code, not while an order is under way, and set up again for another shop', async ({
  comptoir: { app },
  page,
  profileFolder,
  shop,
}) => {
  await synced(page);
  const customer = { query: '0700000001', reason: 'request', language: 'fr' } as const;
  expect(await call(page, 'customer:open', customer)).toMatchObject({ ok: true });
  const wish = { kind: 'optionStop', offer: 'OPT-NUIT' } as const;
  const quote = await call(page, 'order:quote', { wish, language: 'fr' });
  expect(quote).toMatchObject({ ok: true });
  const confirmation = '019353f0-0000-7000-8000-000000000001';
  const placed = await call(page, 'order:place', { wish, seenPrice: null, confirmation, language: 'fr' });
  if (!placed.ok || placed.value.kind !== 'placed') throw new Error(JSON.stringify(placed));

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
  await expect(form.getByRole('alert')).toContainText('1 commande est encore en cours');
  await expectAccessible(page);
  await pictureScreen(page, 'agent-wipe-refused');
  expect(await call(page, 'order:cancel', { id: placed.value.order.id, language: 'fr' })).toMatchObject({
    ok: true,
  });
  const log = await call(page, 'audit:page', {
    ...{ actor: null, noun: 'device', query: '', period: 'all', before: null },
  });
  expect(log).toMatchObject({
    ok: true,
    value: { lines: [{ action: 'device:wipeRefused' }, { action: 'device:wipeRefused' }] },
  });

  const key = readFileSync(join(profileFolder, 'comptoir.key'), 'utf8');
  // The first bytes of a database are its salt: nothing else has them.
  const salt = readFileSync(join(profileFolder, 'cache', 'comptoir.db')).subarray(0, 16);
  const isThere = (bytes: Buffer) =>
    readdirSync(profileFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(bytes));
  const traces = [key, 'Boutique Plateau', 'ABJ-01', new URL(shop.upstream.url).host];
  expect(findTraces(profileFolder, traces).length).toBeGreaterThanOrEqual(traces.length);
  expect(isThere(salt)).toBe(true);

  await wipe.click();
  await expect(page.getByRole('heading', { name: 'Mettre ce poste en service' })).toBeVisible({
    timeout: 20_000,
  });
  expect(findTraces(profileFolder, traces)).toEqual([]);
  expect(isThere(salt)).toBe(false);
  expect(readLog(profileFolder)).toContain('"event":"device:wiped"');
  reportFigure('At rest', 'wiped at the screen', `${traces.length + 1} traces in all files, 0 hits`);

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
