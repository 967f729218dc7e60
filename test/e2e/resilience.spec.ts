import { call } from './bridge';
import { expect, readLog, test, type Comptoir } from './fixture';

const syncState = async ({ page }: Comptoir): Promise<string> => {
  const status = await call(page, 'sync:status', {});
  return status.ok ? status.value.state : status.error;
};

test('a sync process that dies is replaced, and the page goes on meanwhile', async ({
  comptoir,
  page,
  profileFolder,
}) => {
  await expect.poll(() => syncState(comptoir)).toBe('live');
  await comptoir.app.evaluate(({ app }) => {
    for (const { pid, name } of app.getAppMetrics()) {
      if (name === 'syncProcess.js') process.kill(pid, 'SIGKILL');
    }
  });
  await expect.poll(() => readLog(profileFolder)).toContain('"event":"sync:ended"');
  expect(await call(page, 'customer:open', { query: '0700000001', language: 'fr' })).toMatchObject({
    ok: true,
  });
  await expect.poll(() => syncState(comptoir)).toBe('live');
});

test('a page that dies comes back, and one that keeps dying gives way to a safe one', async ({
  comptoir,
  page,
  profileFolder,
}) => {
  const { app } = comptoir;
  await expect
    .poll(async () => (await call(page, 'customer:open', { query: '0700000001', language: 'fr' })).ok)
    .toBe(true);

  // The test's own page object dies with the first page, so the rest is asked of the main process.
  const shown = () =>
    app.evaluate(async ({ webContents }) => {
      const [contents] = webContents.getAllWebContents();
      if (contents === undefined || contents.isCrashed() || contents.isLoading()) return null;
      const heading: unknown = await contents.executeJavaScript(
        'document.querySelector("h1")?.textContent ?? ""',
      );
      return { url: contents.getURL(), heading };
    });
  const crash = async (times: number) => {
    await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.forcefullyCrashRenderer());
    await expect.poll(() => readLog(profileFolder).split('window:rendererGone').length - 1).toBe(times);
  };
  for (const times of [1, 2]) {
    await crash(times);
    await expect.poll(async () => (await shown())?.url).toBe('comptoir://app/index.html');
  }
  const answer = await app.evaluate(({ webContents }): Promise<unknown> | undefined =>
    webContents
      .getAllWebContents()[0]
      ?.executeJavaScript('window.comptoir.invoke("customer:render", `{"language":"fr"}`)'),
  );
  expect(answer).toBe('{"ok":false,"error":"NO_CUSTOMER_OPEN"}');

  await crash(3);
  await expect.poll(shown).toEqual({ url: 'comptoir://app/safe.html', heading: 'Cet écran fait une pause' });
});
