import { signIn } from './access';
import { call, listen } from './bridge';
import { afterOutage, expectComplete, expectSyncState, synced } from './feedState';
import {
  expect,
  launch,
  shopTest as test,
  test as trainingTest,
  writeSettings,
  provisionKey,
} from './fixture';
import { startUpstream } from '../../electron/services/training/upstream';
import { pictureScreen } from './screens';

const customer = { query: '07 00 00 00 01', reason: 'request', language: 'fr' } as const;

test('what was synced is there when the feed is not, and the state says so', async ({ page, shop }) => {
  test.slow();
  await synced(page);
  shop.upstream.setFault({ kind: 'offline' });
  await expectSyncState(page, 'offline');
  expect(await call(page, 'customer:open', customer)).toMatchObject({
    ok: true,
    value: { restricted: false },
  });

  await page.getByRole('textbox').first().fill(customer.query);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Aya KOUASSI').first()).toBeVisible();
  await expect(page.getByText(/hors ligne/i).first()).toBeVisible();
  await pictureScreen(page, 'agent-customer-offline');

  shop.upstream.setFault(null);
  await expectSyncState(page, 'live', afterOutage);
});

test('a start without the feed opens what the last one had synced', async ({
  comptoir,
  page,
  profileFolder,
  shop,
}) => {
  await expectComplete(page);
  await comptoir.app.close();
  shop.upstream.setFault({ kind: 'offline' });

  const again = await launch(profileFolder, ['--config', shop.settingsFile]);
  await signIn(again.page);
  expect(await call(again.page, 'customer:open', customer)).toMatchObject({ ok: true });
  await expectSyncState(again.page, 'offline');
  await again.app.close();
});

test('a feed that answers with a web page is said to be garbled', async ({ page, shop }) => {
  shop.upstream.setFault({ kind: 'html' });
  await expectSyncState(page, 'garbled');
});

trainingTest('the page is told how far a first sync has come', async ({ profileFolder }) => {
  trainingTest.setTimeout(150_000);
  const upstream = await startUpstream({ subscribers: 60_000, seed: 7, tickMs: 0 });
  try {
    provisionKey(profileFolder);
    const file = writeSettings(profileFolder, { market: 'CI', feed: { url: upstream.url } });
    const { app, page } = await launch(profileFolder, ['--config', file]);
    const statuses = await listen(page, 'sync:changed');
    await expect.poll(async () => (await statuses()).at(-1)?.state, { timeout: 120_000 }).toBe('live');
    const progress = (await statuses()).flatMap((status) => status.progress ?? []);
    expect(progress.length).toBeGreaterThan(0);
    expect(progress.map(({ applied }) => applied)).toEqual(
      [...progress.map(({ applied }) => applied)].sort((a, b) => a - b),
    );
    expect(
      progress.some(({ pending, documentsPerSecond }) => pending !== null && documentsPerSecond > 0),
    ).toBe(true);
    await app.close();
  } finally {
    await upstream.close();
  }
});
