/** The self-service face in its window: how long a touch takes to be answered. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launch } from '../e2e/fixture';
import { openDemoCustomer } from '../e2e/kioskSteps';
import type { BenchPlan } from './benchPlan';
import { figure, percentile, type BenchRow } from './benchRow';

/** What is touched on the home page of a customer who has everything; each leads to a page with a heading of its own. */
const places = ['.categoryCard-open', '.homePanel-open', '.kioskTile'];
const rounds = 3;

/** In training, which opens a customer without a network; every page of a customer, there and back. */
export async function kioskRows(plan: BenchPlan): Promise<readonly BenchRow[]> {
  const { app, page } = await launch(join(plan.folder, 'kioskProfile'), [
    '--training',
    '--mode',
    'selfservice',
  ]);
  await openDemoCustomer(page, 'richActive');
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const place of places) {
      const count = await page.locator(place).count();
      for (let index = 0; index < count; index++) {
        times.push(await touch(page, place, index), await touch(page, '.frameBottom-start button', 0));
      }
    }
  }
  await app.close();
  return [
    {
      name: 'touch to the answer painted (self-service): p95',
      target: { atMost: 100, aim: 50 },
      unit: 'ms',
      values: [percentile(times, 0.95)],
      figures: `of ${times.length} touches, p50 ${figure(percentile(times, 0.5))} ms`,
    },
  ];
}

/** From the press to the frame after the one that shows another heading. */
async function touch(page: Page, place: string, index: number): Promise<number> {
  const target = page.locator(place).nth(index);
  await target.scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    const heading = () => document.querySelector('h1')?.textContent;
    const before = heading();
    globalThis.benchPainted = new Promise((resolve) => {
      let pressedAt = 0;
      const observer = new MutationObserver(() => {
        if (pressedAt === 0 || heading() === before) return;
        observer.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - pressedAt)));
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      addEventListener('pointerdown', (event) => (pressedAt = event.timeStamp), {
        once: true,
        capture: true,
      });
    });
  });
  await target.click();
  return page.evaluate(() => globalThis.benchPainted ?? Number.NaN);
}
