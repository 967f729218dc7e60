import { constants, getPriority } from 'node:os';
import { reportFigure } from '../helpers/figures';
import { call } from './bridge';
import { synced } from './feedState';
import { expect, readLog, test } from './fixture';

test('a sync process that dies is replaced, and the page goes on meanwhile', async ({
  comptoir,
  page,
  profileFolder,
}) => {
  await synced(page);
  await comptoir.app.evaluate(({ app }) => {
    for (const { pid, name } of app.getAppMetrics()) {
      if (name === 'syncProcess.js') process.kill(pid, 'SIGKILL');
    }
  });
  await expect.poll(() => readLog(profileFolder)).toContain('"event":"sync:ended"');
  expect(
    await call(page, 'customer:open', { query: '0700000001', reason: 'request', language: 'fr' }),
  ).toMatchObject({
    ok: true,
  });
  await synced(page);
});

test('the sync process gives way to those of the window', async ({ comptoir }) => {
  const syncPid = () =>
    comptoir.app.evaluate(
      ({ app }) => app.getAppMetrics().find(({ name }) => name === 'syncProcess.js')?.pid ?? null,
    );
  await expect.poll(syncPid).not.toBeNull();
  const pid = await syncPid();
  await expect
    .poll(() => getPriority(pid ?? Number.NaN))
    .toBeGreaterThanOrEqual(constants.priority.PRIORITY_BELOW_NORMAL);
});

test('a page that hangs or dies comes back within five seconds, and one that keeps dying gives way to a safe one', async ({
  comptoir,
  page,
  profileFolder,
}) => {
  const { app } = comptoir;
  await expect
    .poll(
      async () =>
        (await call(page, 'customer:open', { query: '0700000001', reason: 'request', language: 'fr' })).ok,
    )
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
  const goneCount = () => readLog(profileFolder).split('window:rendererGone').length - 1;

  await test.step('the graphics process is killed', async () => {
    const kill = () =>
      app.evaluate(({ app: program }) => {
        const graphics = program.getAppMetrics().find(({ type }) => type === 'GPU');
        if (graphics !== undefined) process.kill(graphics.pid, 'SIGKILL');
        return graphics !== undefined;
      });
    if (!(await kill())) return;
    await expect.poll(() => readLog(profileFolder)).toContain('"event":"process:gone","type":"GPU"');
    const picture = await page.screenshot();
    expect(picture.length).toBeGreaterThan(10_000);
    expect(goneCount()).toBe(0);
  });

  await test.step('the page hangs', async () => {
    const hungAt = performance.now();
    void page
      .evaluate(() => {
        for (;;);
      })
      .catch(() => undefined);
    await expect.poll(goneCount, { intervals: [50] }).toBe(1);
    await expect.poll(async () => (await shown())?.heading, { intervals: [100] }).toBeTruthy();
    const tookMs = performance.now() - hungAt;
    reportFigure('Resources', 'hung page replaced', `${Math.round(tookMs)} ms`);
    expect(tookMs).toBeLessThan(5_000);
    expect(readLog(profileFolder)).toContain('window:pageHung');
  });
  const answer = await app.evaluate(({ webContents }): Promise<unknown> | undefined =>
    webContents
      .getAllWebContents()[0]
      ?.executeJavaScript('window.comptoir.invoke("customer:render", `{"language":"fr"}`)'),
  );
  expect(answer).toBe('{"ok":false,"error":"NO_CUSTOMER_OPEN"}');

  const crash = async (times: number) => {
    await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.forcefullyCrashRenderer());
    await expect.poll(goneCount).toBe(times);
  };
  await test.step('its process is killed', async () => {
    const killedAt = performance.now();
    await crash(2);
    await expect.poll(async () => (await shown())?.heading, { intervals: [50] }).toBeTruthy();
    const tookMs = performance.now() - killedAt;
    reportFigure('Resources', 'killed page replaced', `${Math.round(tookMs)} ms`);
    expect(tookMs).toBeLessThan(5_000);
    expect((await shown())?.url).toBe('comptoir://app/index.html');
  });

  await crash(3);
  await expect.poll(shown).toEqual({ url: 'comptoir://app/safe.html', heading: 'Cet écran fait une pause' });
});
