import type { Fault } from '../../electron/services/training/faults';
import { signIn } from './access';
import { call, listen } from './bridge';
import { openByBridge } from './counter';
import { expect, launch, shopTest, sizes, test, writeSettings, type Shop } from './fixture';

const msisdn = '2250700000001';

/** The settings of a shop with a live operator, who has a fault on the interfaces that its figures come from. */
function faultyOperator(profileFolder: string, { upstream }: Shop, fault: Fault): string {
  upstream.setFaults([{ fault, on: ['balances', 'products', 'usage', 'bills'] }]);
  return writeSettings(profileFolder, {
    mode: 'agent',
    market: 'CI',
    feed: { url: upstream.url },
    live: { url: upstream.liveUrl },
  });
}

test('in training, the counter shows the operator’s figures live', async ({ page }) => {
  await openByBridge(page, 'richActive');
  await page.getByRole('search').getByRole('textbox').fill(msisdn);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^En direct, le \d/)).toBeVisible();
});

shopTest(
  'a shop shows its cache, and says so, while the operator does not answer',
  async ({ profileFolder, shop }) => {
    shopTest.slow();
    const settingsFile = faultyOperator(profileFolder, shop, { kind: 'status', status: 500 });
    const { app, page } = await launch(profileFolder, ['--config', settingsFile]);
    await signIn(page);
    await openByBridge(page, 'richActive');
    const state = async () => {
      const view = await call(page, 'customer:render', { language: 'fr' });
      return view.ok ? [view.value.live.state, view.value.main.figure.source] : view.error;
    };
    await expect.poll(state).toEqual(['failed', 'cache']);

    shop.upstream.setFaults([]);
    const changes = await listen(page, 'customer:changed');
    // The breaker may rest a moment after so many failures.
    await expect
      .poll(
        async () => {
          await openByBridge(page, 'richActive');
          return (await changes()).at(-1)?.main.figure.source;
        },
        { intervals: [2_000], timeout: 60_000 },
      )
      .toBe('live');
    await app.close();
  },
);

shopTest(
  'live figures come in the place of the cached ones: no section moves',
  async ({ profileFolder, shop }) => {
    const settingsFile = faultyOperator(profileFolder, shop, { kind: 'late', delayMs: 2_500 });
    const { app, page } = await launch(profileFolder, ['--config', settingsFile]);
    await page.setViewportSize(sizes.counter);
    await signIn(page);
    await openByBridge(page, 'richActive');
    await call(page, 'customer:close', {});
    await page.getByRole('search').getByRole('textbox').fill(msisdn);
    await page.keyboard.press('Enter');
    const places = () =>
      page.locator('main section').evaluateAll((all) =>
        all.map((each) => {
          const { x, y, width, height } = each.getBoundingClientRect();
          return [x, y, width, height].map(Math.round);
        }),
      );
    await expect(page.getByText(/mise à jour en cours/)).toBeVisible();
    const before = await places();
    expect(before.length).toBeGreaterThan(10);
    await expect(page.getByText(/^En direct, le \d/)).toBeVisible({ timeout: 15_000 });
    expect(await places()).toEqual(before);
    await app.close();
  },
);
