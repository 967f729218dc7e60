/** A device that is not set up: from the operator's signed file to the sign-in screen. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startUpstream, type Upstream } from '../../electron/services/training/upstream';
import { fingerprintOf } from '../../electron/fleet/operatorKey';
import { buildProvisioning, makeOperator } from '../helpers/operatorFiles';
import { call } from './bridge';
import { chooseFile } from './fileDialog';
import { expect, launch, switchLanguage, test as base } from './fixture';
import { pictureScreen } from './screens';

const operator = makeOperator();

const test = base.extend<{ readonly upstream: Upstream }>({
  upstream: async ({}, use) => {
    const upstream = await startUpstream({ subscribers: 20, seed: 7, tickMs: 0 });
    await use(upstream);
    await upstream.close();
  },
});

/** A file for a counter whose feed is the test's. */
function writeFile(profileFolder: string, upstream: Upstream, changes: object = {}): string {
  const file = join(profileFolder, 'comptoir.provisioning');
  const content = buildProvisioning({
    device: 'abj-plateau-comptoir-1',
    settings: {
      mode: 'agent',
      market: 'CI',
      shop: { id: 'ABJ-PLATEAU-01', name: 'Boutique Plateau', secretFile: 'secret:shop' },
      feed: { url: upstream.url },
    },
    secrets: { shop: '5e'.repeat(32) },
    certificates: {},
    ...changes,
  });
  writeFileSync(file, operator.sign('provisioning', content));
  return file;
}

test('a signed file makes a working counter of a machine: chosen, shown, agreed to', async ({
  profileFolder,
  upstream,
}) => {
  const { app, page } = await launch(profileFolder, ['--provision']);
  await expect(page.getByRole('heading', { level: 1, name: 'Mettre ce poste en service' })).toBeVisible();
  await pictureScreen(page, 'set-up-source');

  const torn = join(profileFolder, 'torn.provisioning');
  writeFileSync(torn, '{"format":');
  await chooseFile(app, page, torn);
  await expect(page.getByRole('alert')).toContainText('Ce n’est pas un fichier de mise en service');
  await expect(page.getByRole('alert')).toContainText('torn.provisioning');

  const settings = { mode: 'agent', market: 'XX', feed: { url: 'ftp://x' } };
  await chooseFile(app, page, writeFile(profileFolder, upstream, { settings }));
  await expect(page.getByRole('alert')).toContainText('Le fichier contient des erreurs');
  await expect(page.getByRole('alert')).toContainText('settings.feed.url');
  await pictureScreen(page, 'set-up-refused');

  await chooseFile(app, page, writeFile(profileFolder, upstream));
  await expect(page.getByText('Boutique Plateau (ABJ-PLATEAU-01)')).toBeVisible();
  await expect(page.getByText('abj-plateau-comptoir-1')).toBeVisible();
  await expect(page.getByText(new URL(upstream.url).host)).toBeVisible();
  await expect(page.getByText(fingerprintOf(operator.publicKey))).toBeVisible();
  await pictureScreen(page, 'set-up-agreement');
  const agree = page.getByRole('button', { name: 'Mettre en service' });
  await expect(agree).toBeDisabled();
  // Nothing of it is there before somebody has agreed.
  expect(existsSync(join(profileFolder, 'comptoir.json'))).toBe(false);
  await page.getByRole('checkbox', { name: 'Les deux empreintes sont identiques' }).check();
  await agree.click();

  await expect(page.getByText('Boutique Plateau').first()).toBeVisible({ timeout: 20_000 });
  expect(await call(page, 'app:describe', {})).toMatchObject({
    ok: true,
    value: { mode: 'agent', training: false, shopName: 'Boutique Plateau' },
  });
  // The program that runs lets nobody set it up once more.
  expect(await call(page, 'provisioning:examine', { place: 'https://feed.example/x' })).toEqual({
    ok: false,
    error: 'NOT_ALLOWED',
  });
  await app.close();
  expect(readdirSync(profileFolder)).toEqual(
    expect.arrayContaining(['comptoir.json', 'comptoir.key', 'secrets']),
  );
  expect(readFileSync(join(profileFolder, 'secrets', 'shop.sealed')).includes('5e5e5e5e')).toBe(false);
});

test('a file named at the start is shown at once, and the page reads no file that it was not given', async ({
  profileFolder,
  upstream,
}) => {
  const file = writeFile(profileFolder, upstream);
  const { app, page } = await launch(profileFolder, ['--provision', file]);
  await switchLanguage(page, 'en');
  await expect(page.getByRole('heading', { name: 'This is what the device will be' })).toBeFocused();
  await page.getByRole('button', { name: 'Another file' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('button', { name: file })).toBeVisible();
  expect(await call(page, 'provisioning:examine', { place: '/etc/passwd' })).toEqual({
    ok: false,
    error: 'NOT_ALLOWED',
  });
  expect(await call(page, 'provisioning:apply', { agreedKey: operator.publicKey })).toEqual({
    ok: false,
    error: 'NOT_POSSIBLE',
  });
  await page.getByRole('textbox', { name: 'Or at an address of the network' }).fill('https://127.0.0.1:9/x');
  const read = page.getByRole('button', { name: 'Read this address' });
  await read.press('Enter');
  await expect(page.getByRole('alert')).toContainText('This address does not answer');
  await expect(read).toBeFocused();
  await app.close();
  expect(existsSync(join(profileFolder, 'comptoir.json'))).toBe(false);
});
