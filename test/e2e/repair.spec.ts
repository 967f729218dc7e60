/** Damage, a second program on the same cache, and a disk that fills up: as the shop sees them. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseFileOf } from '../../electron/db/cache';
import { decryptedPages } from '../helpers/decryptedPages';
import { signIn } from './access';
import { call } from './bridge';
import { afterOutage, synced, syncStatus } from './feedState';
import {
  expect,
  launch,
  provisionKey,
  readLog,
  shopTest as test,
  writeSettings,
  type Comptoir,
} from './fixture';
import { pictureScreen } from './screens';

const pageBytes = 4096;

/** Turns a bit in every page of the cache from that share of it on, except where the list of tables lies. */
async function damage(profileFolder: string, from: number): Promise<void> {
  const location = {
    folder: join(profileFolder, 'cache'),
    keyHex: readFileSync(join(profileFolder, 'comptoir.key'), 'utf8'),
  };
  const pages = await decryptedPages(location);
  const file = databaseFileOf(location.folder);
  const bytes = readFileSync(file);
  const count = bytes.length / pageBytes;
  for (let page = Math.max(1, Math.floor(count * from)); page < count; page += 1) {
    if (pages[page]?.includes('CREATE ') === true) continue;
    const at = page * pageBytes + 500;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
  }
  writeFileSync(file, bytes);
}

const isFound = async ({ page }: Comptoir) =>
  (await call(page, 'customer:open', { query: '0700000001', reason: 'request', language: 'fr' })).ok;

test('a cache that was damaged is repaired at the start: who is known is shown, the feed brings the rest', async ({
  profileFolder,
  shop,
}) => {
  test.slow();
  const args = ['--config', shop.settingsFile];
  const first = await launch(profileFolder, args);
  await synced(first.page);
  await first.app.close();
  await damage(profileFolder, 0.5);
  shop.upstream.setFault({ kind: 'offline' });

  const second = await launch(profileFolder, args);
  await expect.poll(async () => (await syncStatus(second.page)).cache.repair?.stage).toBe('rebuilding');
  await expect(second.page.getByText('Cache en reconstruction')).toBeVisible();
  await pictureScreen(second.page, 'cache-rebuilding');
  expect(readLog(profileFolder)).toContain('"event":"cache:repaired"');
  expect(readdirSync(join(profileFolder, 'cache')).filter((name) => name.includes('damaged-'))).toHaveLength(
    1,
  );

  shop.upstream.setFault(null);
  await expect
    .poll(async () => (await syncStatus(second.page)).cache.repair?.stage, afterOutage)
    .toBe('done');
  expect((await syncStatus(second.page)).subscribers).toBe(200);
  await signIn(second.page);
  expect(await isFound(second)).toBe(true);
  await expect(second.page.getByText('Cache en reconstruction')).toBeHidden();

  await signIn(second.page, 'a.kone');
  await second.page.keyboard.press('Shift+F5');
  const facts = second.page.getByRole('region', { name: 'Cache chiffré', exact: true });
  await expect(facts).toContainText(/Libre sur le disque[\d\s]+Mo/);
  await expect(facts).toContainText('Réparationterminée');
  await expect(facts).toContainText(/Fichier abîmé, gardé.*damaged-/);
  await pictureScreen(second.page, 'agent-post-repaired');
  await second.app.close();
});

test('damage that shows while the program runs is repaired as soon as nobody is served', async ({
  comptoir,
  profileFolder,
}) => {
  await synced(comptoir.page);
  expect(await isFound(comptoir)).toBe(true);
  // What the process that is started next reads first lies anywhere.
  await damage(profileFolder, 0);
  await comptoir.app.evaluate(({ app }) => {
    for (const { pid, name } of app.getAppMetrics()) {
      if (name === 'syncProcess.js') process.kill(pid, 'SIGKILL');
    }
  });
  await expect.poll(() => readLog(profileFolder), { timeout: 20_000 }).toContain('"event":"cache:damaged"');
  // As long as a customer is open, nothing is taken from under them.
  await comptoir.page.waitForTimeout(2_500);
  expect(readLog(profileFolder)).not.toContain('"event":"cache:repaired"');
  await call(comptoir.page, 'customer:close', {});
  await expect.poll(() => readLog(profileFolder), { timeout: 20_000 }).toContain('"event":"cache:repaired"');
  await expect
    .poll(async () => (await syncStatus(comptoir.page)).cache.repair?.stage, { timeout: 30_000 })
    .toBe('done');
  // With the services, whoever was signed in is gone, too.
  await signIn(comptoir.page);
  expect(await isFound(comptoir)).toBe(true);
});

test('a second program of another profile is refused the same cache, and says so', async ({
  comptoir,
  profileFolder,
  shop,
}) => {
  await synced(comptoir.page);
  const otherProfile = mkdtempSync(join(tmpdir(), 'comptoir-e2e-other-'));
  provisionKey(otherProfile);
  writeFileSync(join(otherProfile, 'comptoir.key'), readFileSync(join(profileFolder, 'comptoir.key')));
  const settingsFile = writeSettings(otherProfile, {
    market: 'CI',
    feed: { url: shop.upstream.url },
    cache: { folder: join(profileFolder, 'cache') },
  });
  const other = await launch(otherProfile, ['--config', settingsFile]);
  expect(await call(other.page, 'app:startProblem', {})).toMatchObject({
    ok: true,
    value: { code: 'CACHE_BUSY' },
  });
  await expect(other.page.getByText(join(profileFolder, 'cache'))).toBeVisible();
  await pictureScreen(other.page, 'start-cache-busy');
  await other.app.close();
  expect(await isFound(comptoir)).toBe(true);
  rmSync(otherProfile, { recursive: true });
});

for (const { megabytes, space, agent, visitor } of [
  { megabytes: 300, space: 'low', agent: 'Disque presque plein', visitor: 'Borne à entretenir' },
  { megabytes: 48, space: 'full', agent: 'Disque plein', visitor: 'Soldes figés' },
]) {
  test(`a disk with ${megabytes} MB left is told on both faces`, async ({ profileFolder, shop }) => {
    const folder = join(profileFolder, 'disk');
    mkdirSync(folder);
    test.skip(!mount(folder, megabytes), 'only the superuser can make a small disk');
    const settings = {
      market: 'CI',
      feed: { url: shop.upstream.url },
      cache: { folder: join(folder, 'cache') },
    };
    try {
      for (const [mode, text] of [
        ['agent', agent],
        ['selfservice', visitor],
      ] as const) {
        const settingsFile = writeSettings(profileFolder, { ...settings, mode });
        const comptoir = await launch(profileFolder, ['--config', settingsFile]);
        await expect.poll(async () => (await syncStatus(comptoir.page)).cache.space).toBe(space);
        await expect(comptoir.page.getByText(text)).toBeVisible();
        await pictureScreen(comptoir.page, `disk-${space}-${mode}`);
        await comptoir.app.close();
      }
    } finally {
      execFileSync('umount', [folder]);
    }
  });
}

function mount(folder: string, megabytes: number): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
